/**
 * `npm run soak:hostile`: many executions at once, of which every call is answered by somebody who means
 * harm. What is looked at: memory, the event loop, and the words of the errors.
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

/** In a process of its own: what it costs to make such answers is not what is measured. */
async function serve(): Promise<void> {
	const answers = ANSWERS.map(([status, body]) => ({ status, body: Buffer.from(body) }));
	let turn = 0;
	const { url } = await startHostileServer((_, response) => {
		const { status, body } = answers[turn++ % answers.length] ?? { status: 500, body: '' };
		response.writeHead(status, { 'Content-Type': 'application/json' });
		response.end(body);
	});
	process.send?.(url);
}

async function startServer(): Promise<{ readonly url: string; close(): void }> {
	const child = fork(__filename, ['serve']);
	const url = await new Promise<string>((resolve) => {
		child.once('message', (message) => {
			if (typeof message === 'string') resolve(message);
		});
	});
	return { url, close: () => child.kill() };
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
	await Promise.all(forms.map(run));
	const memory = new MemoryWatch(20);
	const loop = monitorEventLoopDelay({ resolution: 5 });
	loop.enable();
	const started = Date.now();
	const told = await Promise.all(
		Array.from({ length: executions }, (_, index) => run(forms[index % forms.length])),
	);
	loop.disable();
	const { rssBefore, rssPeak } = memory.stop();
	const grown = Math.round((rssPeak - rssBefore) / MIB);
	const block = Math.round(loop.max / 1e6);
	const p99 = Math.round(loop.percentile(99.9) / 1e6);
	const foreign = told.filter(
		(text) => text.includes(SECRET) || /(?:words ){60}/.test(text),
	).length;
	const longest = Math.max(...told.map((text) => text.length / items));
	console.log(
		`${executions} executions of ${items} items, ${Math.round((Date.now() - started) / 1000)} s: ` +
			`memory grew by ${grown} MiB, the event loop stood still for ${block} ms at most (99.9 %: ${p99} ms), ` +
			`${foreign} runs with foreign words, ${Math.round(longest)} characters an item.`,
	);
	await lab.close();
	server.close();
	if (foreign > 0) throw new Error('Foreign words came out.');
	if (grown > 256) throw new Error('Memory grew by more than 256 MiB.');
}

main().catch((error: unknown) => {
	console.error(error instanceof Error ? error.message : error);
	process.exitCode = 1;
});
