import { NodeOperationError } from 'n8n-workflow';
import type { IDataObject, INodeExecutionData, OnError } from 'n8n-workflow';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { defineNode, runNode, startEngine, TRIGGER_TYPE } from './harness';
import type { BinaryMode, Engine, InputItem } from './harness';

const MIB = 1024 * 1024;

/** Gives the size of every chunk it read. */
const reader = defineNode({ name: 'reader' }, async (context) => {
	const read = async (itemIndex: number): Promise<INodeExecutionData> => {
		const data = context.helpers.assertBinaryData(itemIndex, 'data');
		const chunks: number[] = [];
		if (data.id !== undefined) {
			const stream = await context.helpers.getBinaryStream(data.id, MIB);
			for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk.length);
		}
		const { fileName, mimeType, bytes } = data;
		return {
			json: { fileName, mimeType, bytes, chunks },
			binary: { data },
			pairedItem: { item: itemIndex },
		};
	};
	return await Promise.all(context.getInputData().map(async (_item, index) => await read(index)));
});

const text = (name: string) => ({ displayName: name, name, type: 'string' as const, default: '' });

/** Gives its parameter, resolved for each item. */
const echo = defineNode({ name: 'echo', properties: [text('value')] }, async (context) => {
	context.addExecutionHints({ message: 'a hint' });
	context.logger.warn('a warning', { value: context.getNodeParameter('value', 0) });
	context.sendMessageToUI('a message');
	return await Promise.resolve(
		context.getInputData().map((_item, item) => ({
			json: { value: context.getNodeParameter('value', item) as string }, // declared so above
			pairedItem: { item },
		})),
	);
});

/** Fails for items that say so, the way its parameter says; counts its tries. */
const failing = defineNode({ name: 'failing', properties: [text('how')] }, async (context) => {
	const state = context.getContext('node');
	const tries = Number(state.tries ?? 0) + 1;
	state.tries = tries;
	const how = context.getNodeParameter('how', 0);
	const error = { message: 'bad item', uploadSession: { urn: 'urn:li:video:1' } };
	return await Promise.resolve(
		context.getInputData().map(({ json, binary }, item): INodeExecutionData => {
			const bad = json.bad === true;
			if (bad && how === 'throw') throw new NodeOperationError(context.getNode(), 'thrown');
			if (!bad) return { json: { tries }, pairedItem: { item } };
			return { json: { error }, pairedItem: { item }, ...(binary && { binary }) };
		}),
	);
});

let started: () => void = () => undefined;

/** Works until the execution is cancelled. */
const endless = defineNode({ name: 'endless' }, async (context) => {
	const signal = context.getExecutionCancelSignal();
	await new Promise<void>((resolve) => {
		signal?.addEventListener('abort', () => {
			resolve();
		});
		started();
	});
	throw new NodeOperationError(context.getNode(), 'stopped in the middle');
});

const nodeTypes = { 'n8n-nodes-test.reader': reader, echo, failing, endless };
const start = async (binaryMode: BinaryMode): Promise<Engine> =>
	await startEngine({ binaryMode, nodeTypes, credentialTypes: [] });

describe.each<[BinaryMode, number[][]]>([
	['default', [[], []]],
	[
		'filesystem',
		[
			[MIB, MIB, 1],
			[MIB, 5],
		],
	],
	['database', [[2 * MIB + 1], [MIB + 5]]],
	[
		's3',
		[
			[MIB, MIB, 1],
			[MIB, 5],
		],
	],
])('binary data in mode %s', (binaryMode, chunks) => {
	let engine: Engine;
	let folder: string;

	beforeAll(async () => {
		folder = await mkdtemp(join(tmpdir(), 'harness-test-'));
		engine = await start(binaryMode);
	});

	afterAll(async () => {
		await engine.close();
		await rm(folder, { recursive: true });
	});

	test('comes from memory and from a file, and is read back', async () => {
		const contents = [Buffer.alloc(2 * MIB + 1, 'a'), Buffer.alloc(MIB + 5, 'b')] as const;
		const path = join(folder, 'clip.mp4');
		await writeFile(path, contents[1]);

		const { items } = await runNode(engine, {
			type: 'n8n-nodes-test.reader',
			items: [
				{ binary: { data: { content: contents[0], fileName: 'a.txt' } } },
				{ binary: { data: { content: { path } } } },
			],
		});

		expect(items.map(({ json }) => json)).toMatchObject([
			{ fileName: 'a.txt', mimeType: 'text/plain', bytes: contents[0].length, chunks: chunks[0] },
			{ fileName: 'clip.mp4', mimeType: 'video/mp4', bytes: contents[1].length, chunks: chunks[1] },
		]);
		for (const [index, item] of items.entries()) {
			expect(contents[index]?.equals(await engine.binary(item, 'data'))).toBe(true);
		}
	});
});

test('engines of different modes work side by side', async () => {
	const modes: BinaryMode[] = ['default', 'filesystem', 'database', 's3'];
	const engines = await Promise.all(modes.map(start));
	const ids = await Promise.all(
		engines.map(async (engine) => {
			const items = [{ binary: { data: { content: Buffer.from('x') } } }];
			const result = await runNode(engine, { type: 'n8n-nodes-test.reader', items });
			return result.items[0]?.binary?.data?.id?.split(':')[0];
		}),
	);
	expect(ids).toEqual([undefined, 'filesystem-v2', 'database', 's3']);
	for (const engine of engines) await engine.close();
});

test('the environment is as before when the last engine has closed', async () => {
	const before = { ...process.env };
	const engine = await start('filesystem');
	expect(process.env.N8N_USER_FOLDER).not.toBe(before.N8N_USER_FOLDER);
	await engine.close();
	expect({ ...process.env }).toEqual(before);
});

describe('a run', () => {
	let engine: Engine;

	beforeAll(async () => {
		engine = await start('default');
	});

	afterAll(async () => {
		await engine.close();
	});

	test('resolves expressions, also over nodes, and pairs items', async () => {
		const result = await engine.run({
			workflow: {
				nodes: [
					{ name: 'Start', type: TRIGGER_TYPE },
					{ name: 'First', type: 'test.echo', parameters: { value: '={{ $json.a + 1 }}' } },
					{
						name: 'Second',
						type: 'test.echo',
						parameters: {
							value:
								'={{ $json.value }} {{ $("Start").item.json.a }} {{ $("Start").item.binary.f.fileName }}',
						},
					},
				],
				connections: {
					Start: { main: [[{ node: 'First', type: 'main', index: 0 }]] },
					First: { main: [[{ node: 'Second', type: 'main', index: 0 }]] },
				},
			},
			items: [1, 2].map((a) => ({
				json: { a },
				binary: { f: { content: Buffer.from(''), fileName: `${a}.txt` } },
			})),
		});

		expect(result.items('First').map(({ json }) => json.value)).toEqual([2, 3]);
		expect(result.items('Second').map(({ json }) => json.value)).toEqual([
			'2 1 1.txt',
			'3 2 2.txt',
		]);
	});

	test('gives hints, log lines and messages to the editor', async () => {
		const seen: string[] = [];
		const { hints, logs, visible } = await runNode(engine, {
			type: 'test.echo',
			parameters: { value: 'given' },
			onNodeLog: (line) => {
				seen.push(line);
			},
		});

		expect(hints).toEqual([{ message: 'a hint' }]);
		expect(logs).toContain('warn: a warning {"value":"given"}');
		expect(logs).toContainEqual(expect.stringMatching(/^ui: .*a message/));
		expect(seen).toEqual(logs);
		expect(visible()).toContain('given');
	});

	test('refuses a node type that the engine was started without', async () => {
		await expect(runNode(engine, { type: 'n8n-nodes-base.set' })).rejects.toThrow(
			'the engine was started without the node type "n8n-nodes-base.set"',
		);
	});

	describe('of a node that fails for one item of three', () => {
		const items: InputItem[] = [false, true, false].map((bad, index) => ({
			json: { index, bad },
			binary: { data: { content: Buffer.from('x') } },
		}));
		const error = { message: 'bad item', uploadSession: { urn: 'urn:li:video:1' } };
		const good: IDataObject[] = [{ tries: 1 }, { tries: 1 }];
		const json = (given: INodeExecutionData[]): IDataObject[] => given.map((item) => item.json);

		const fail = async (onError: OnError, how = 'item') =>
			await runNode(engine, { type: 'test.failing', parameters: { how }, onError, items });

		test('error item on the regular output: as the node gave it', async () => {
			const result = await fail('continueRegularOutput');
			expect(json(result.items)).toEqual([good[0], { error }, good[1]]);
			expect(result.items[1]).toMatchObject({ pairedItem: { item: 1 }, binary: { data: {} } });
		});

		test('error item on the error output: with the input item merged in', async () => {
			const result = await fail('continueErrorOutput');
			expect(json(result.items)).toEqual(good);
			expect(json(result.errorItems)).toEqual([{ index: 1, bad: true, error }]);
			expect(result.errorItems[0]).toMatchObject({ pairedItem: { item: 1 }, binary: { data: {} } });
		});

		test('thrown: stops', async () => {
			const result = await fail('stopWorkflow', 'throw');
			expect(result.status).toBe('error');
			expect(result.error?.message).toBe('thrown');
			expect(result.items).toEqual([]);
		});

		test.each<OnError>(['continueRegularOutput', 'continueErrorOutput'])(
			'thrown with %s: the input goes on as success',
			async (onError) => {
				const result = await fail(onError, 'throw');
				expect(result.status).toBe('success');
				expect(json(result.items)).toEqual(items.map((item) => item.json));
				expect(result.errorItems).toEqual([]);
			},
		);
	});

	test.each([
		['a thrown error', 'throw', [{ bad: true }]],
		['an error in the first item', 'item', [{ bad: true }, {}]],
	])('Retry On Fail repeats %s, and the node keeps its context', async (_name, how, jsons) => {
		const { run } = await runNode(engine, {
			type: 'test.failing',
			parameters: { how },
			items: jsons.map((json) => ({ json })),
			onError: 'continueRegularOutput',
			retryOnFail: true,
			maxTries: 3,
		});
		const { contextData } = run.raw.data.executionData ?? {};
		expect(contextData).toEqual({ 'node:Node': { tries: 3 } });
	});

	test('Retry On Fail does not see an error in a later item', async () => {
		const { items } = await runNode(engine, {
			type: 'test.failing',
			items: [{}, { json: { bad: true } }],
			retryOnFail: true,
		});
		expect(items[0]?.json).toEqual({ tries: 1 });
	});

	test('is canceled by the signal, also where the node then throws', async () => {
		const stop = new AbortController();
		started = () => {
			stop.abort();
		};
		const { status, run } = await runNode(engine, { type: 'test.endless', signal: stop.signal });
		expect(status).toBe('canceled');
		expect(run.items('Sink')).toEqual([]);
	});

	test('does not begin with an aborted signal', async () => {
		const { status, raw } = await runNode(engine, {
			type: 'test.echo',
			signal: AbortSignal.abort(),
		});
		expect(status).toBe('canceled');
		expect(raw.data.resultData.runData).toEqual({});
	});
});
