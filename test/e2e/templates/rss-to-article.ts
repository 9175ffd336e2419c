import assert from 'node:assert/strict';

import type { TemplateCheck } from './check';
import { startedWith } from './startedWith';

/** An entry of a feed stands in for the feed; its page is one that n8n can reach. */
export const check: TemplateCheck = async ({ lab, workflow, files }) => {
	const link = `${files.url}/talk.mp4`;
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Publish Post'
			? { ...node, parameters: { ...node.parameters, title: 'The news' } }
			: node,
	);
	const entry = { title: 'Of a feed', link };
	const execution = await startedWith(lab, { ...workflow, nodes }, 'New Article', entry);
	assert.equal(execution.status, 'success', execution.problem);
	const [post] = execution.items('Publish Post');
	assert.match(post?.at('urn').text() ?? '', /^urn:li:(share|ugcPost):/);
	assert.ok((await lab.simulator.state()).posts.some(({ text }) => text === 'Of a feed'));
};
