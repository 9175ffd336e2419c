import assert from 'node:assert/strict';

import { sha256 } from '../harness/files';
import { PAGE } from '../harness/lab';
import { runByWebhook } from '../harness/templates';
import type { TemplateCheck } from './check';

/** A calendar with one video of today and one of another day. */
export const check: TemplateCheck = async ({ lab, workflow, files, video }) => {
	const today = new Date().toISOString().slice(0, 10);
	const entry = (publishOn: string) => ({
		publishOn,
		url: `${files.url}/talk.mp4`,
		title: 'Our talk',
		text: 'The talk (with slides) is online',
	});
	const calendar = { videos: [entry(today), entry('2030-01-15')] };
	const withCalendar = workflow.nodes.map((node) =>
		node.name === 'Calendar'
			? { ...node, parameters: { ...node.parameters, jsonOutput: JSON.stringify(calendar) } }
			: node,
	);
	const execution = await runByWebhook(lab, { ...workflow, nodes: withCalendar }, {});
	assert.equal(execution.status, 'success', execution.problem);
	const [uploaded, ...others] = execution.items('Upload Video');
	assert.deepEqual(others, []);
	const urn = uploaded?.at('urn').text();
	const arrived = (await lab.simulator.state()).videos.find((each) => each.urn === urn);
	assert.equal(arrived?.sha256, sha256(video));
	assert.equal(uploaded?.at('owner').text(), PAGE);
	const [post] = execution.items('Publish Post');
	assert.match(post?.at('urn').text() ?? '', /^urn:li:(share|ugcPost):/);
	assert.deepEqual(post?.at('media').value, [urn]);
	assert.equal(post.at('author').text(), PAGE);
	assert.ok(
		(await lab.simulator.text()).includes('The talk \\\\(with slides\\\\) is online'),
		'the text as typed',
	);
};
