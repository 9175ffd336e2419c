import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowJson } from '../engine/harness';

/** The node of the workflow that uploads, and the one that posts. */
export const UPLOAD = 'Upload Video';
export const POST = 'Publish Post';

/** What the post says; `#LinkedIn` becomes a hashtag. */
export const POST_TEXT = 'Our talk (with slides) is online. #LinkedIn';

/**
 * `templates/upload-video.json` with a credential chosen, as a user would in the editor, and a node
 * behind it that publishes the video.
 */
export function demoWorkflow(credentialId: string): WorkflowJson {
	const path = join(__dirname, '..', '..', 'templates', 'upload-video.json');
	const { nodes, connections } = JSON.parse(readFileSync(path, 'utf8')) as WorkflowJson;
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
			...connections,
			[UPLOAD]: { main: [[{ node: POST, type: 'main', index: 0 }]] },
		},
	};
}
