/**
 * `npm run test:versions -- n8n`: what depends on the version of n8n and of Node, in each n8n on each Node
 * that it allows.
 */
import { after } from 'node:test';

import { newest, next, oldest, onNode, type Install } from './harness/installs';
import { endWithProcesses, stopAll } from './harness/processes';
import { binaryModeSuite } from './suites/binaryModes';
import { environmentInstallSuite } from './suites/environmentInstall';
import { versionSuite } from './suites/versions';

endWithProcesses();
after(stopAll);

for (const line of ['20.19', '22', '24']) everything(onNode(oldest(), line));
for (const install of [newest(), next()]) {
	everything(install);
	// n8n 2.21 and later.
	environmentInstallSuite(install);
}

function everything(install: Install): void {
	versionSuite(install, true);
	versionSuite(install, false);
	for (const mode of ['default', 'filesystem', 'database'] as const) binaryModeSuite(install, mode);
}
