/**
 * `npm run soak`: many uploads of random sizes with random faults, from a seed that is printed.
 *
 *     npm run soak -- --uploads 200 --seed 7
 */
import { setTimeout } from 'node:timers/promises';
import { parseArgs } from 'node:util';

import { loadPackage } from '../demo/package';
import { soak } from './soak';

/** Sockets, files and timers: what an upload may hold open. */
const HANDLES = /TCP|TLS|FSReq|Timeout/;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			uploads: { type: 'string', default: '200' },
			seed: { type: 'string', default: String(Date.now() % 1_000_000) },
			stalls: { type: 'string', default: '0.02' },
			largest: { type: 'string', default: String(40 * 1024 * 1024) },
		},
	});
	const seed = Number(values.seed);
	console.log(`Seed ${seed}`);
	const started = Date.now();
	const result = await soak({
		seed,
		shipped: loadPackage(),
		uploads: Number(values.uploads),
		largest: Number(values.largest),
		stalls: Number(values.stalls),
		onUpload: (line) => {
			console.log(line);
		},
	});
	await setTimeout(2000);
	const left = process.getActiveResourcesInfo().filter((name) => HANDLES.test(name));
	if (left.length > 0) throw new Error(`Left behind: ${left.join(', ')}. Seed ${seed}.`);
	const seconds = Math.round((Date.now() - started) / 1000);
	console.log(
		`Every upload is complete with the right hash: ${result.complete} at once, ${result.resumed} after a resume, ` +
			`${result.again} begun again, ${result.stops} stopped; ${result.faults} faults planned, ${seconds} s. Seed ${seed}.`,
	);
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
