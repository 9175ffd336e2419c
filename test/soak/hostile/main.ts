/**
 * `npm run soak:hostile`: many executions at once, of which every call is answered by somebody who means
 * harm. What is looked at: memory, the event loop beside the same executions with harmless answers (n8n's
 * own work for them is not what is measured), and the words of the errors.
 *
 *     npm run soak:hostile -- --executions 200 --items 10
 */
import { fork } from 'node:child_process';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { parseArgs } from 'node:util';

import { runNode } from '../engine/harness';
import { ACCOUNT, byUrn, CREDENTIAL_TYPE, NODE_TYPE, openLab } from '../engine/lab';
import { startHostileServer } from '../engine/hostile/endless';
import { MemoryWatch } from '../bench/memory';
import { loadPackage } from '../demo/package';

const MIB = 1024 * 1024;
/** Nothing of it may stand in an error. */
const SECRET = `AQX${'s3cret'.repeat(20)}`;
const WORDS = `token=${SECRET} ${'words '.repeat(8300)}`;

const URN = 'urn:li:video:C4E10AQ';
const entry = { id: URN, status: 'AVAILABLE', more: WORDS };

/** Each in its turn: status and body. */
const ANSWERS: ReadonlyArray<readonly [number, string]> = [
	[200, ' '.repeat(9 * MIB)],
	[200, `{"id":"${URN}","status":"A","more":${'{"a":'.repeat(10_000)}1${'}'.repeat(10_000)}}`],
	[200, `{"elements":[${Array(2_000_000).fill('{}').join(',')}]}`],
	[200, JSON.stringify({ elements: Array(1_000_000).fill(1) })],
	[200, JSON.stringify({ elements: Array(2500).fill(entry).slice(0, 150) })],
	[200, JSON.stringify({ ...entry, status: WORDS })],
	[400, JSON.stringify({ message: WORDS, code: WORDS })],
	[403, WORDS],
	[404, '['.repeat(7 * MIB)],
	[200, `"${'\\"'.repeat(3 * MIB)}"`],
];

const HARMLESS = { status: 404, body: Buffer.from('{"message":"Not found","status":404}') };

/** In a process of its own: what it costs to make such answers is not what is measured. */
async function serve(): Promise<void> {
	const answers = ANSWERS.map(([status, body]) => ({ status, body: Buffer.from(body) }));
	let turn = 0;
	let isHarmless = true;
	process.on('message', (how) => {
		isHarmless = how === 'harmless';
		process.send?.('so');
	});
	const { url } = await startHostileServer((_, response) => {
		const hostile = answers[turn++ % answers.length] ?? HARMLESS;
		const { status, body } = isHarmless ? HARMLESS : hostile;
		response.writeHead(status, { 'Content-Type': 'application/json' });
		response.end(body);
	});
	process.send?.(url);
}

interface Server {
	readonly url: string;
	turn(how: 'harmless' | 'hostile'): Promise<unknown>;
	close(): void;
}

async function startServer(): Promise<Server> {
	const child = fork(__filename, ['serve']);
	const heard = (): Promise<unknown> =>
		new Promise((resolve) => {
			child.once('message', resolve);
		});
	return {
		url: String(await heard()),
		turn: (how) => {
			child.send(how);
			return heard();
		},
		close: () => child.kill(),
	};
}

interface Measured {
	readonly told: readonly string[];
	readonly grownMiB: number;
	readonly blockMs: number;
	readonly seconds: number;
}

async function measured(runs: ReadonlyArray<() => Promise<string>>): Promise<Measured> {
	globalThis.gc?.();
	const memory = new MemoryWatch(20);
	const loop = monitorEventLoopDelay({ resolution: 5 });
	loop.enable();
	const started = Date.now();
	const told = await Promise.all(runs.map((run) => run()));
	loop.disable();
	const { rssBefore, rssPeak } = memory.stop();
	return {
		told,
		grownMiB: Math.round((rssPeak - rssBefore) / MIB),
		blockMs: Math.round(loop.max / 1e6),
		seconds: Math.round((Date.now() - started) / 1000),
	};
}

async function main(): Promise<void> {
	if (process.argv[2] === 'serve') return serve();

	const { values } = parseArgs({
		options: {
			executions: { type: 'string', default: '200' },
			items: { type: 'string', default: '10' },
		},
	});
	const executions = Number(values.executions);
	const items = Number(values.items);
	const server = await startServer();
	const lab = await openLab('filesystem', {}, loadPackage());
	const credential = lab.credential({}, { apiBaseUrl: server.url });
	const forms = [
		{ operation: 'get', urn: URN },
		{ operation: 'batchGet', urns: `${URN},${URN}2` },
		{ operation: 'findByAccount', associatedAccount: byUrn(ACCOUNT), returnAll: true },
	];
	const run = async (form: (typeof forms)[number] | undefined): Promise<string> => {
		const result = await runNode(lab.engine, {
			type: NODE_TYPE,
			parameters: { resource: 'video', ...form },
			credentials: { [CREDENTIAL_TYPE]: credential },
			items: Array.from({ length: items }, () => ({ json: {} })),
			onError: 'continueErrorOutput',
		});
		return JSON.stringify([
			result.errorItems.map(({ json }) => json),
			result.error?.message,
			result.hints,
		]);
	};
	const runs = Array.from(
		{ length: executions },
		(_, index) => () => run(forms[index % forms.length]),
	);
	// The first time much is loaded and compiled.
	await measured(runs);
	const harmless = await measured(runs);
	await server.turn('hostile');
	const { told, grownMiB, blockMs, seconds } = await measured(runs);
	const foreign = told.filter(
		(text) => text.includes(SECRET) || /(?:words ){60}/.test(text),
	).length;
	const longest = Math.max(...told.map((text) => text.length / items));
	const block = blockMs - harmless.blockMs;
	console.log(
		`${executions} executions of ${items} items, ${seconds} s (harmless ${harmless.seconds} s): ` +
			`memory grew by ${grownMiB} MiB (harmless ${harmless.grownMiB}), the event loop stood still for ${blockMs} ms at most (harmless ${harmless.blockMs}), ` +
			`${foreign} runs with foreign words, ${Math.round(longest)} characters an item.`,
	);
	await lab.close();
	server.close();
	if (foreign > 0) throw new Error('Foreign words came out.');
	// Large answers and transfers may take 128 MiB; beyond them.
	if (grownMiB > 256 + 128) throw new Error('Memory grew by over 256 MiB beyond the budget.');
	if (block > 100) throw new Error('The event loop stood still for over 100 ms more.');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
