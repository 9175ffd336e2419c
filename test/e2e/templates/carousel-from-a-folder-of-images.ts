import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { BLUE, fields, GREEN, RED } from '../../fixtures/pictures/grid';
import { jpeg } from '../../fixtures/pictures/jpeg';
import { PAGE } from '../harness/lab';
import { runByWebhook } from '../harness/templates';
import type { TemplateCheck } from './check';

/** Three images lie in the folder that n8n may read; a schedule takes the place of the person. */
export const check: TemplateCheck = async ({ lab, workflow }) => {
	const folder = join(lab.n8n.userFolder, '.n8n-files', 'carousel');
	mkdirSync(folder, { recursive: true });
	for (const [index, colour] of [RED, GREEN, BLUE].entries()) {
		writeFileSync(join(folder, `0${index + 1}.jpg`), jpeg(fields([[colour]], 16)));
	}
	const nodes = workflow.nodes.map((node) =>
		node.type === 'n8n-nodes-base.manualTrigger'
			? { ...node, type: 'n8n-nodes-base.scheduleTrigger' }
			: node,
	);
	const execution = await runByWebhook(lab, { ...workflow, nodes }, { folder });
	assert.equal(execution.status, 'success', execution.problem);
	const [post] = execution.items('Publish Carousel');
	assert.match(post?.at('urn').text() ?? '', /^urn:li:(share|ugcPost):/);
	assert.equal(post?.at('file', 'pages').value, 3);
	assert.equal(post.at('author').text(), PAGE);
};
