/**
 * `npm run contract:live`: asks LinkedIn what its documents leave open. Never in continuous
 * integration. What it does and costs, and what becomes public: docs/live-contract.md.
 */
import { createInterface } from 'node:readline/promises';
import { setTimeout as wait } from 'node:timers/promises';

import { foreignWords } from '../../linkedin/api/foreignWords';
import { command } from './command';
import { questions } from './questions';

async function main(): Promise<number> {
	const ending = new AbortController();
	process.on('SIGINT', () => {
		if (ending.signal.aborted) return;
		console.log('Ending after this call, and cleaning up ...');
		ending.abort();
	});
	const done = await command(
		process.argv.slice(2),
		{
			env: process.env,
			say: (line) => {
				console.log(line);
			},
			agree,
			sleep: (ms) => wait(ms, undefined, { signal: ending.signal }).catch(() => undefined),
			now: () => new Date(),
			signal: ending.signal,
		},
		questions,
	);
	return done?.stopped === undefined ? 0 : 1;
}

/** Without a terminal there is nobody to ask. */
async function agree(question: string): Promise<boolean> {
	if (!process.stdin.isTTY) {
		console.log(`${question}\nThere is no terminal to ask on: nothing is published.`);
		return false;
	}
	const terminal = createInterface({ input: process.stdin, output: process.stdout });
	try {
		return /^y(es)?$/i.test((await terminal.question(question)).trim());
	} finally {
		terminal.close();
	}
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		// The message alone: what undici says of a request may quote it.
		console.error(foreignWords(error instanceof Error ? error.message : String(error)));
		process.exitCode = 1;
	},
);
