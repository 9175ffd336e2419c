import assert from 'node:assert/strict';

import { sha256 } from '../harness/files';
import type { TemplateCheck } from './check';
import { startedWith } from './startedWith';

/** A download by n8n's HTTP Request stands in for Google Drive. */
export const check: TemplateCheck = async ({ lab, workflow, files, video }) => {
	const nodes = workflow.nodes.map((node) => {
		if (node.name !== 'Download Video') return node;
		const response = { response: { responseFormat: 'file' } };
		return {
			...node,
			type: 'n8n-nodes-base.httpRequest',
			typeVersion: 4.2,
			parameters: { url: `${files.url}/talk.mp4`, options: { response } },
		};
	});
	const found = { id: 'v1', name: 'Of a folder.mp4', mimeType: 'video/mp4' };
	const execution = await startedWith(lab, { ...workflow, nodes }, 'New File', found);
	assert.equal(execution.status, 'success', execution.problem);
	const { posts, videos } = await lab.simulator.state();
	assert.ok(videos.some((each) => each.sha256 === sha256(video)));
	assert.ok(posts.some(({ text }) => text === 'Of a folder'));
};
