/**
 * A worker of n8n as far as these tests need one: a process of its own that runs the built node once,
 * on an item with one file, and prints what came out. It can be killed like one.
 *
 *     tsx test/engine/worker/main.ts '<WorkerJob as JSON>'
 */
import { readFileSync } from 'node:fs';

import { loadPackage } from '../../demo/package';
import { runNode, startEngine } from '../harness';
import type { WorkerJob } from './job';

async function main(): Promise<void> {
	const job = JSON.parse(readFileSync(0, 'utf8')) as WorkerJob;
	const { node, credential } = loadPackage();
	const engine = await startEngine({
		binaryMode: 'filesystem',
		nodeTypes: { linkedInMedia: node },
		credentialTypes: [credential],
	});
	const { path, ...names } = job.file ?? {};
	const result = await runNode(engine, {
		type: 'n8n-nodes-linkedin-media.linkedInMedia',
		parameters: job.parameters,
		credentials: { linkedInMediaOAuth2Api: job.credential },
		items:
			path === undefined
				? [{ json: job.json ?? {} }]
				: [{ json: job.json ?? {}, binary: { data: { content: { path }, ...names } } }],
	});
	await engine.close();
	process.stdout.write(
		JSON.stringify({ items: result.items.map(({ json }) => json), error: result.error?.message }),
	);
}

main().catch((error: unknown) => {
	process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
	process.exitCode = 1;
});
