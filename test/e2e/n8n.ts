/**
 * `npm run n8n`: full n8n with this package, and the simulator in LinkedIn's place. Nothing of it stays
 * behind.
 *
 *     npm run n8n              a connected credential, the templates, and some files to try them with
 *     npm run n8n -- --empty   the package and nothing else, as after an installation; the simulator's
 *                              app is set for everybody, so that a credential only has to be connected
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { appForEverybody } from './harness/credentialOverwrites';
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
	const { values } = parseArgs({ options: { empty: { type: 'boolean', default: false } } });
	endWithProcesses();
	console.log('Starting the simulator and n8n ...');
	const about = values.empty ? await startEmpty() : await startFilled();
	console.log(`
${about}

Ctrl+C ends it and removes everything.`);
}

/** @returns what the user is told */
async function startEmpty(): Promise<string> {
	const lab = await Lab.open({
		simulator: { interactive: true, app: 'share' },
		environmentFor: appForEverybody,
	});
	return `\
n8n        ${lab.n8n.url}/workflow/new
${logIn}
LinkedIn   the simulator at ${lab.simulator.url}: its app is set for everybody, so just connect

${received(lab)}`;
}

/** @returns what the user is told */
async function startFilled(): Promise<string> {
	const { files, folder } = sampleFiles();
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
	return `\
n8n        ${lab.n8n.url}/home/workflows
${logIn}
Workflows  ${names.join(', ')}
Credential connected to LinkedIn as the simulator plays it: ${lab.simulator.url}
Files      ${folder}
As URLs    ${Object.keys(files)
		.map((name) => `${server.url}/${name}`)
		.join('\n           ')}

${received(lab)}`;
}

const logIn = `Log in     ${OWNER.email}   ${OWNER.password}`;

function received(lab: Lab): string {
	return `What LinkedIn has received: ${lab.simulator.url}/_simulator/state`;
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
