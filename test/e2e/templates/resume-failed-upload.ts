import assert from 'node:assert/strict';

import { file, sha256 } from '../harness/files';
import { postForm } from '../harness/workflows';
import type { TemplateCheck } from './check';

/** A part is refused once; the wait is a second instead of ten minutes. */
export const check: TemplateCheck = async ({ lab, workflow, video }) => {
	const { session, simulator, n8n } = lab;
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Wait' ? { ...node, parameters: { amount: 1, unit: 'seconds' } } : node,
	);
	const id = await session.createWorkflow({ ...workflow, nodes });
	await session.activate(id);
	await simulator.plan({ on: 'videos.part', part: 1, fault: { kind: 'status', status: 403 } });
	const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const { status, body } = await postForm(`${n8n.url}/form/${form?.webhookId ?? ''}`, {
		'field-0': file(video, 'talk.mp4', 'video/mp4'),
	});
	assert.equal(status, 200, JSON.stringify(body));
	const execution = await session.finished(id);
	assert.equal(execution.status, 'success', execution.problem);
	const [resumed] = execution.items('Resume Upload');
	const urn = resumed?.at('urn').text();
	const arrived = (await simulator.state()).videos.find((each) => each.urn === urn);
	assert.equal(arrived?.sha256, sha256(video));
};
