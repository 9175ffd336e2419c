/**
 * `npm run fuzz`: every reader of foreign files with files of any kind, and with those that were made to
 * take long. Fails for an error that is no Problem, for a file that takes over a second, and where the
 * process grows.
 *
 *     npm run fuzz -- --minutes 10
 *     npm run fuzz -- --seed 7 --target pdf
 */
import { parseArgs } from 'node:util';

import fc from 'fast-check';

import { tryFile } from './outcome';
import type { FuzzTarget } from './target';
import { targets } from './targets';

const LONGEST_MS = 1000;
const MOST_BYTES = 256 * 1024 * 1024;
const LARGE_BYTES = 90_000_000;
const RUNS_AT_ONCE = 500;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			minutes: { type: 'string', default: '1' },
			seed: { type: 'string', default: String(Date.now() % 1_000_000) },
			target: { type: 'string', default: '' },
		},
	});
	const chosen = targets.filter(({ name }) => values.target === '' || name === values.target);
	const first = Number(values.seed);
	console.log(`Seed ${first}`);
	// What is loaded at first use is no part of the first file's time.
	for (const target of chosen) await tryFile(target, Buffer.from('%PDF-1.7\n%%EOF'));
	for (const target of chosen) await killers(target);
	const end = Date.now() + Number(values.minutes) * 60_000;
	let runs = 0;
	for (let seed = first; Date.now() < end; seed += 1) {
		for (const target of chosen) await random(target, seed);
		runs += chosen.length * RUNS_AT_ONCE;
		console.log(`Seed ${seed}: fine, ${runs} files so far`);
	}
}

async function killers(target: FuzzTarget): Promise<void> {
	for (const size of [100_000, LARGE_BYTES]) {
		for (const [what, bytes] of target.killers(size)) {
			const before = process.memoryUsage.rss();
			const { milliseconds, message } = await tryFile(target, bytes);
			const grown = process.memoryUsage.rss() - before;
			const shown = `${target.name}, ${what} (${bytes.length} bytes): ${Math.round(milliseconds)} ms`;
			console.log(`${shown}, ${Math.round(grown / 1_000_000)} MB more: ${message.slice(0, 90)}`);
			if (milliseconds > LONGEST_MS) throw new Error(`${shown}: too long`);
			if (grown > MOST_BYTES) throw new Error(`${shown}: ${grown} bytes more`);
		}
	}
}

async function random(target: FuzzTarget, seed: number): Promise<void> {
	const property = fc.asyncProperty(target.files, async (bytes) => {
		const { milliseconds } = await tryFile(target, bytes);
		if (milliseconds > LONGEST_MS) throw new Error(`${Math.round(milliseconds)} ms`);
	});
	await fc.assert(property, { seed, numRuns: RUNS_AT_ONCE });
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
