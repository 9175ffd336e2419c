import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { file, fixture } from '../harness/files';
import { Json } from '../harness/json';
import { postForm } from '../harness/workflows';
import type { TemplateCheck } from './check';

/** The form is filled in with a picture, and its last page shows the post. */
export const check: TemplateCheck = async ({ lab, workflow }) => {
	const { session, simulator, n8n } = lab;
	await session.activate(await session.createWorkflow(workflow));
	const form = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const begun = await postForm(`${n8n.url}/form/${form?.webhookId ?? ''}`, {
		'field-0': file(fixture('picture.png'), 'picture.png', 'image/png'),
		'field-1': 'Of a form',
		'field-2': '',
	});
	assert.equal(begun.status, 200, JSON.stringify(begun.body));
	const { pathname, search } = new URL(
		new Json(begun.body, 'the form').at('formWaitingUrl').text(),
	);
	let html = '';
	for (const limit = Date.now() + 60_000; Date.now() < limit; await wait(300)) {
		const signal = AbortSignal.timeout(5000);
		html = await fetch(`${n8n.url}${pathname}${search}`, { signal }).then(
			(response) => response.text(),
			// n8n leaves a request unanswered that comes while the execution works.
			() => '',
		);
		if (html.includes('https://www.linkedin.com/feed/update/')) break;
	}
	const post = (await simulator.state()).posts.find(({ text }) => text === 'Of a form');
	assert.ok(post, 'the post');
	assert.ok(html.includes(post.urn), html.slice(0, 2000));
};
