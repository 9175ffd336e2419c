import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowJson } from '../engine/harness';
import { withPicks } from '../picks';

/** The node of the workflow that uploads, and the one that posts. */
export const UPLOAD = 'Upload Video';
export const POST = 'Publish Post';

/** What the post says; `#LinkedIn` becomes a hashtag. */
export const POST_TEXT = 'Our talk (with slides) is online. #LinkedIn';

/** The page and the ad account that the simulator has. */
const PICKS = {
	owner: 'urn:li:organization:2414183',
	associatedAccount: 'urn:li:sponsoredAccount:123456789',
};

/**
 * `templates/upload-video.json` with a credential, an owner and an ad account selected, as a user would
 * in the editor, and a node behind it that publishes the video.
 */
export function demoWorkflow(credentialId: string): WorkflowJson {
	const path = join(__dirname, '..', '..', 'templates', 'upload-video.json');
	const shipped = JSON.parse(readFileSync(path, 'utf8')) as WorkflowJson;
	const nodes = withPicks(shipped.nodes, PICKS);
	const credentials = { linkedInMediaOAuth2Api: { id: credentialId, name: 'Demo' } };
	const upload = nodes.find(({ name }) => name === UPLOAD);
	if (!upload) throw new Error(`the template has no node "${UPLOAD}"`);
	return {
		nodes: [
			...nodes.map((node) => (node === upload ? { ...node, credentials } : node)),
			{
				name: POST,
				type: upload.type,
				parameters: {
					resource: 'post',
					operation: 'create',
					author: { __rl: true, mode: 'urn', value: '={{ $json.owner }}' },
					commentary: POST_TEXT,
					contentType: 'video',
					mediaSource: 'urn',
					mediaUrn: '={{ $json.urn }}',
					title: 'Demo talk',
				},
				credentials,
			},
		],
		connections: {
			...shipped.connections,
			[UPLOAD]: { main: [[{ node: POST, type: 'main', index: 0 }]] },
		},
	};
}
