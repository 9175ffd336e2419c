/**
 * `npm run soak:hostile`: many executions, polls and lists of the editor at once, and every answer that they
 * get comes from somebody who means harm: LinkedIn's API, the servers of files, the URLs that bytes go to.
 * What must hold:
 *
 * - Memory grows by under 256 MiB, beyond the 128 MiB that large answers and transfers may take.
 * - The event loop never rests for over 100 ms for this package's own work, whoever else works in the same
 *   turn. n8n's share and the collecting of garbage are left out of that, because they are as large where
 *   every answer is harmless: what n8n prepares and stores of hundreds of executions, and the memory that it
 *   holds meanwhile. So there is a bound for the whole block beside it: at most 100 ms longer than the longest
 *   of the same executions with harmless answers.
 * - No foreign word and no secret is in what the user reads.
 *
 *     npm run soak:hostile -- --executions 200 --items 10
 *
 * Executions begin as webhooks arrive, each in a turn of the event loop of its own. It takes some minutes:
 * servers that fall silent are waited for.
 */
import { parseArgs } from 'node:util';

import { MemoryWatch } from '../../bench/memory';
import { BlockWatch, type Blocks } from './blocks';
import { startMoodyServer } from './server';
import { isForeign } from './words';
import { openWork } from './work';

const MIB = 1024 * 1024;
const MOST_MIB = 256 + 128;
const MOST_MS = 100;
/** Of an item: errors quote 300 characters, and most have two quotes. */
const MOST_CHARACTERS = 4000;

interface Measured extends Blocks {
	readonly texts: readonly string[];
	readonly grownMiB: number;
	readonly seconds: number;
}

async function measured(runs: ReadonlyArray<() => Promise<string>>): Promise<Measured> {
	const memory = new MemoryWatch(20);
	const blocks = await BlockWatch.start();
	const started = Date.now();
	const running: Array<Promise<string>> = [];
	for (const run of runs) {
		running.push(run());
		await new Promise(setImmediate);
	}
	const texts = await Promise.all(running);
	const { rssBefore, rssPeak } = memory.stop();
	return {
		...(await blocks.stop()),
		texts,
		grownMiB: Math.round((rssPeak - rssBefore) / MIB),
		seconds: Math.round((Date.now() - started) / 1000),
	};
}

const line = ({ seconds, grownMiB, longestMs, oursMs, where }: Measured): string =>
	`${seconds} s, memory grew by ${grownMiB} MiB, longest block ${longestMs} ms, ours at most ${oursMs} ms (${where})`;

async function main(): Promise<void> {
	const { values } = parseArgs({
		options: {
			executions: { type: 'string', default: '200' },
			items: { type: 'string', default: '10' },
		},
	});
	const executions = Number(values.executions);
	const items = Number(values.items);
	const server = await startMoodyServer();
	const { kinds, close } = await openWork(server);
	const runs = Array.from({ length: executions }, (_, index) => {
		const work = kinds[index % kinds.length];
		return () => work?.(items) ?? Promise.resolve('');
	});
	// The first time much is loaded and compiled.
	await measured(runs);
	const harmless = await measured(runs);
	console.log(`${executions} executions of ${items} items, harmless: ${line(harmless)}`);
	await server.turn('hostile');
	const hostile = await measured(runs);
	const foreign = hostile.texts.filter(isForeign);
	const longest = Math.max(...hostile.texts.map((text) => text.length / items));
	console.log(
		`Hostile: ${line(hostile)}, ${foreign.length} runs with foreign words, at most ${Math.round(longest)} characters an item`,
	);
	await close();
	server.close();
	if (foreign.length > 0) throw new Error(`Foreign words came out: ${foreign[0]?.slice(0, 2000)}`);
	if (longest > MOST_CHARACTERS) throw new Error('What an item says is too long.');
	if (hostile.grownMiB > MOST_MIB) throw new Error(`Memory grew by over ${MOST_MIB} MiB.`);
	if (hostile.oursMs > MOST_MS) throw new Error(`This package blocked for over ${MOST_MS} ms.`);
	if (hostile.longestMs - harmless.longestMs > MOST_MS) {
		throw new Error(`The event loop stood still for over ${MOST_MS} ms more.`);
	}
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
