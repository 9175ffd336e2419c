import assert from 'node:assert/strict';

import { file, fixture, sha256 } from '../harness/files';
import { ACCOUNT_URN, PAGE } from '../harness/lab';
import { postForm } from '../harness/workflows';
import type { TemplateCheck } from './check';

/** The form is filled in and submitted. */
export const check: TemplateCheck = async ({ lab, workflow, video }) => {
	const { session, simulator, n8n } = lab;
	const id = await session.createWorkflow(workflow);
	await session.activate(id);
	const form = workflow.nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
	const { status, body } = await postForm(`${n8n.url}/form/${form?.webhookId ?? ''}`, {
		'field-0': file(video, 'talk.mp4', 'video/mp4'),
		'field-1': file(fixture('talk.vtt'), 'talk.vtt', 'text/vtt'),
		'field-2': file(fixture('thumbnail.jpg'), 'thumbnail.jpg', 'image/jpeg'),
		'field-3': 'By the form',
	});
	assert.equal(status, 200, JSON.stringify(body));
	const execution = await session.finished(id);
	assert.equal(execution.status, 'success', execution.problem);
	const [item] = execution.items('Upload Video');
	const { videos } = await simulator.state();
	const arrived = videos.find(({ urn }) => urn === item?.at('urn').text());
	assert.equal(arrived?.sha256, sha256(video));
	assert.equal(arrived.libraryMetadata?.assetName, 'By the form');
	assert.equal(arrived.libraryMetadata.associatedAccount, ACCOUNT_URN);
	assert.match(arrived.captions?.text ?? '', /-->/);
	assert.equal(arrived.thumbnail?.sha256, sha256(fixture('thumbnail.jpg')));
	assert.equal(item?.at('status').text(), 'AVAILABLE');
	assert.equal(item.at('owner').text(), PAGE);
};
