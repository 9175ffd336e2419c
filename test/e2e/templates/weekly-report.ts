import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';

import { PAGE } from '../harness/lab';
import { runByWebhook } from '../harness/templates';
import { byUrn, mediaNode, postForm, webhookWorkflow } from '../harness/workflows';
import type { TemplateCheck } from './check';

/** A post of the page is a row of the table and a line of the report; a webhook takes the schedule's place. */
export const check: TemplateCheck = async ({ lab, workflow, credential }) => {
	const { session, n8n } = lab;
	const path = randomUUID();
	const post = mediaNode('Post', {
		resource: 'post',
		operation: 'create',
		author: byUrn(PAGE),
		contentType: 'text',
		commentary: 'Of the weekly report',
	});
	await session.activate(await session.createWorkflow(webhookWorkflow(path, [post], credential)));
	const { status, body } = await postForm(`${n8n.url}/webhook/${path}`, {});
	assert.equal(status, 200, JSON.stringify(body));

	const execution = await runByWebhook(lab, workflow, {});
	assert.equal(execution.status, 'success', execution.problem);
	const rows = execution.items('Write Row').map((row) => row.at('text').text());
	assert.ok(rows.includes('Of the weekly report'), rows.join());
	const [report] = execution.items('Report');
	assert.match(report?.at('html').text() ?? '', /Of the weekly report/);
	assert.match(report?.at('subject').text() ?? '', /^LinkedIn: the week from /);
};
