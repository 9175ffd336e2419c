/**
 * `npm run n8n`: full n8n with this package, LinkedIn played by the simulator, a connected
 * credential, the templates and some files to try them with. Nothing of it stays behind.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { FileServer, servedBytes } from './harness/fileServer';
import { fixture, video } from './harness/files';
import { Lab, withCredential } from './harness/lab';
import { temporaryFolder } from './harness/paths';
import { endWithProcesses } from './harness/processes';
import { OWNER } from './harness/session';
import { template, templateNames } from './harness/templates';

const TYPES = {
	'talk.mp4': 'video/mp4',
	'talk.srt': 'application/x-subrip',
	'talk.vtt': 'text/vtt',
	'thumbnail.jpg': 'image/jpeg',
	'picture.png': 'image/png',
};

async function main(): Promise<void> {
	endWithProcesses();
	const { files, folder } = sampleFiles();
	console.log('Starting the simulator and n8n ...');
	const [lab, server] = await Promise.all([Lab.open(), FileServer.start(files)]);
	const credential = await lab.connectedCredential('LinkedIn, played by the simulator');
	const names = templateNames();
	for (const name of names) {
		const workflow = template(name);
		await lab.session.createWorkflow({
			...workflow,
			nodes: withCredential(workflow.nodes, credential),
		});
	}
	console.log(`
n8n        ${lab.n8n.url}/home/workflows
Log in     ${OWNER.email}   ${OWNER.password}
Workflows  ${names.join(', ')}
Credential connected to LinkedIn as the simulator plays it: ${lab.simulator.url}
Files      ${folder}
As URLs    ${Object.keys(files)
		.map((name) => `${server.url}/${name}`)
		.join('\n           ')}

What LinkedIn has received: ${lab.simulator.url}/_simulator/state

Ctrl+C ends it and removes everything.`);
}

function sampleFiles() {
	const folder = temporaryFolder('files');
	const files = Object.fromEntries(
		Object.entries(TYPES).map(([name, type]) => {
			const bytes = name === 'talk.mp4' ? video() : fixture(name);
			writeFileSync(join(folder, name), bytes);
			return [name, servedBytes(bytes, type)];
		}),
	);
	return { files, folder };
}

main().catch((error: unknown) => {
	console.error(error);
	process.exit(1);
});
