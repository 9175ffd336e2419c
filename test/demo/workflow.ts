import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { WorkflowJson } from '../engine/harness';

/** The node of the workflow that uploads. */
export const UPLOAD = 'Upload Video';

/** `templates/upload-video.json` with a credential chosen, as a user would in the editor. */
export function demoWorkflow(credentialId: string): WorkflowJson {
	const path = join(__dirname, '..', '..', 'templates', 'upload-video.json');
	const workflow = JSON.parse(readFileSync(path, 'utf8')) as WorkflowJson;
	for (const node of workflow.nodes) {
		if (node.name !== UPLOAD) continue;
		node.credentials = { linkedInMediaOAuth2Api: { id: credentialId, name: 'Demo' } };
	}
	return workflow;
}
