import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

/** What a user installs, as the build left it: not the sources. */
const DIST = join(__dirname, '..', '..', 'dist');

interface BuiltPackage {
	readonly node: INodeType;
	readonly trigger: INodeType;
	readonly credential: ICredentialType;
}

export function loadPackage(): BuiltPackage {
	const load = createRequire(__filename);
	const nodeFile = load(join(DIST, 'nodes/LinkedInMedia/LinkedInMedia.node.js')) as {
		LinkedInMedia: new () => INodeType;
	};
	const triggerFile = load(
		join(DIST, 'nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node.js'),
	) as { LinkedInMediaTrigger: new () => INodeType };
	const credentialFile = load(join(DIST, 'credentials/LinkedInMediaOAuth2Api.credentials.js')) as {
		LinkedInMediaOAuth2Api: new () => ICredentialType;
	};
	return {
		node: new nodeFile.LinkedInMedia(),
		trigger: new triggerFile.LinkedInMediaTrigger(),
		credential: new credentialFile.LinkedInMediaOAuth2Api(),
	};
}
