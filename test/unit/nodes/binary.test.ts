import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';

import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { giveBack } from '../../../linkedin/files/spent';
import { openBinary } from '../../../nodes/files/binary';
import { readSupplements } from '../../../nodes/files/supplements';
import { readImage } from '../../../linkedin/files/readImage';
import type { Item } from '../../../nodes/run/item';
import { Preparation } from '../../../nodes/run/preparation';
import { DrivenWatch } from '../../drivenWatch';
import { fixturePath } from '../../fixtures/make';
import { failureOf } from '../api/support';
import { ownBytes, withTransfer } from '../files/detaching';

withTransfer();

const STORED: IBinaryData = { id: 'filesystem:1', data: 'filesystem-v2', mimeType: 'video/mp4' };

interface Storage {
	data?: Partial<IBinaryData>;
	/** What n8n's storage says of the file. */
	fileSize?: number;
	stream?: Readable;
	signal?: AbortSignal;
}

/** An item with one stored file, and the streams of it that were asked for. */
function itemWith({ data = {}, fileSize = 3, stream, signal }: Storage = {}) {
	const opened: string[] = [];
	const chunkSizes: unknown[] = [];
	const execution = {
		getExecutionCancelSignal: () => signal,
		helpers: {
			assertBinaryData: () => ({ ...STORED, ...data }),
			getBinaryMetadata: () => Promise.resolve({ fileSize }),
			getBinaryStream: (id: string, chunkSize?: number) => {
				opened.push(id);
				chunkSizes.push(chunkSize);
				return Promise.resolve(stream ?? Readable.from([Buffer.from('abc')]));
			},
		},
	} as unknown as IExecuteFunctions;
	const check = new Preparation(false);
	const item = { execution, index: 0, signal, check } as unknown as Item;
	return { item, opened, chunkSizes, open: () => openBinary(item, 'data', 'Field') };
}

/** Gives its first bytes and then nothing more. */
function stallingStream(): Readable {
	const stream = new Readable({ read: () => undefined });
	stream.push(Buffer.from('abc'));
	return stream;
}

async function take(source: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of source) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}

test('the more files are read at once, the smaller are the chunks that n8n is asked for', async () => {
	const { open, chunkSizes } = itemWith();
	const sources = await Promise.all(Array.from({ length: 32 }, open));
	const readers = await Promise.all(
		sources.map(async (source) => (await source.open())[Symbol.asyncIterator]()),
	);
	for (const reader of readers) await reader.next();
	expect(chunkSizes[0]).toBe(1024 * 1024);
	expect(chunkSizes.at(-1)).toBe(64 * 1024);
	for (const reader of readers) await reader.return?.();
	expect(await take(await (await open()).open())).toBe('abc');
	expect(chunkSizes.at(-1)).toBe(1024 * 1024);
});

describe('the size of a stored file', () => {
	test.each<[string, number | undefined, number | undefined, number]>([
		['the storage’s', 7, 9, 7],
		['the item’s where the storage says 0', 0, 9, 9],
		['the item’s where the storage says nothing', Number.NaN, 9, 9],
		['the storage’s where the item says nothing', 7, undefined, 7],
		['0 where both say so', 0, 0, 0],
	])('is %s', async (_, fileSize, bytes, expected) => {
		const { open } = itemWith({
			...(fileSize === undefined ? {} : { fileSize }),
			data: bytes === undefined ? {} : { bytes },
		});
		expect((await open()).size).toBe(expected);
	});

	test('is a problem where nobody knows it', async () => {
		const problem = await failureOf(Problem, itemWith({ fileSize: Number.NaN }).open);
		expect(problem.message).toBe('The size of the file "data" is unknown');
	});
});

test.each([
	['its own', 'talk.mp4', 'talk.mp4'],
	['its field’s where that is empty', '', 'data'],
])('the name of a file is %s', async (_, fileName, expected) => {
	const { open } = itemWith({ data: { fileName } });
	expect((await open()).name).toBe(expected);
});

describe('the stream of a stored file', () => {
	test('gives its bytes, and is closed where the reader leaves early', async () => {
		const stream = stallingStream();
		const file = await itemWith({ stream }).open();
		for await (const chunk of await file.open()) {
			expect(String(chunk)).toBe('abc');
			break;
		}
		expect(stream.destroyed).toBe(true);
	});

	test('is opened anew for each reading', async () => {
		const { open, opened } = itemWith();
		const file = await open();
		expect(await take(await file.open())).toBe('abc');
		expect(await take(await file.open())).toBe('abc');
		expect(opened).toEqual([STORED.id, STORED.id]);
	});

	test.each(['the execution’s', 'the reader’s own'])(
		'ends with %s signal, even while it gives nothing',
		async (whose) => {
			const stop = new AbortController();
			const stream = stallingStream();
			const executions = whose === 'the execution’s';
			const { open } = itemWith({ stream, ...(executions ? { signal: stop.signal } : {}) });
			const bytes = await (await open()).open(executions ? undefined : stop.signal);
			const reading = failureOf(CancelledError, () => take(bytes));
			await new Promise(setImmediate);
			stop.abort();
			// A stream that goes on regardless would hold up this test for ever.
			await new Promise(setImmediate);
			expect(stream.destroyed).toBe(true);
			await reading;
		},
	);

	test('of a cancelled execution is not even opened', async () => {
		const stop = new AbortController();
		const { open, opened } = itemWith({ signal: stop.signal });
		const file = await open();
		stop.abort();
		await failureOf(CancelledError, async () => take(await file.open()));
		expect(opened).toEqual([]);
		await failureOf(CancelledError, itemWith({ signal: stop.signal }).open);
	});

	test('that falls silent is a problem that names the file, and is closed', async () => {
		const watch = new DrivenWatch();
		const stream = stallingStream();
		const file = await itemWith({ stream }).open();
		const reading = failureOf(Problem, async () => take(await file.open()));
		for (let look = 0; look < 2; look += 1) {
			while (!watch.isWaiting(60_000)) await new Promise(setImmediate);
			await new Promise(setImmediate);
			await watch.pass(60_000);
		}
		expect((await reading).message).toContain('could not be read: the response stopped arriving');
		expect(stream.destroyed).toBe(true);
		expect(watch.count).toBe(0);
		jest.restoreAllMocks();
	});

	test('leaves nothing at the signal when it has ended', async () => {
		const stop = new AbortController();
		const removed = jest.spyOn(stop.signal, 'removeEventListener');
		const added = jest.spyOn(stop.signal, 'addEventListener');
		const file = await itemWith({ signal: stop.signal }).open();
		await take(await file.open());
		expect(removed.mock.calls.map(([, listener]) => listener)).toEqual(
			expect.arrayContaining(added.mock.calls.map(([, listener]) => listener)),
		);
		expect(added).toHaveBeenCalled();
	});
});

describe('a file that cannot be what its field says is not read', () => {
	test.each([
		['an image', 36_152_320 * 8 + 1],
		['an image that is empty, with the check off', 0],
	])('%s', async (_, fileSize) => {
		const { open, opened } = itemWith({ fileSize });
		const file = await open();
		await failureOf(Problem, () => readImage(file, 'image', false, undefined));
		expect(opened).toEqual([]);
	});

	test('captions of more than 10,000,000 bytes', async () => {
		const { item, opened } = itemWith({ fileSize: 10_000_001 });
		const problem = await failureOf(Problem, () =>
			readSupplements(item, {
				captions: () => ({ from: 'binaryData', value: 'data', what: 'Captions Binary Field' }),
				thumbnail: () => undefined,
				videoName: () => 'talk.mp4',
				checkFile: true,
				onSupplementFailure: 'fail',
			}),
		);
		expect(problem.message).toContain('the limit is 10,000,000');
		expect(opened).toEqual([]);
	});
});

test('a storage that fails while it is read is a problem that names the file', async () => {
	const stream = new Readable({
		read() {
			this.destroy(new Error('ENOENT: no such file, open /home/node/x?sig=secret'));
		},
	});
	const { open } = itemWith({ data: { fileName: 'talk.mp4' }, stream });
	const file = await open();
	const problem = await failureOf(Problem, async () => take(await file.open()));
	expect(problem.message).toMatch(/^The file "talk\.mp4" could not be read: ENOENT/);
	expect(problem.message).not.toContain('secret');
	expect(problem.description).toContain('n8n’s binary data storage');
});

describe('the memory of chunks', () => {
	/** What is left of a file's chunks that were used. */
	async function leftOf(stream: Readable): Promise<number> {
		const file = await itemWith({ stream }).open();
		let left = 0;
		for await (const chunk of await file.open()) {
			giveBack(chunk);
			left += chunk.length;
		}
		return left;
	}

	test('is freed where n8n reads a file of its disk', async () => {
		expect(await leftOf(createReadStream(fixturePath('talk.mp4')))).toBe(0);
	});

	test('is left alone where n8n may hold them', async () => {
		const kept = ownBytes('abc');
		const give = new Readable({ read: () => undefined });
		give.push(kept);
		give.push(null);
		expect(await leftOf(give)).toBe(3);
		expect(String(kept)).toBe('abc');
	});
});
