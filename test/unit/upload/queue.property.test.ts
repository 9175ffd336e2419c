import fc from 'fast-check';
import { getEventListeners } from 'events';

import { CancelledError, type SendBytes } from '../../../linkedin/api/http';
import { TransferQueue } from '../../../linkedin/transfer/transferQueue';
import { putParts } from '../../../linkedin/upload/put';
import { often } from '../../long/sampled';
import { answer } from '../api/support';
import { rangedFile, sourceOf } from '../files/support';
import { etagOf, idle, sessionOf, uploadLab } from './support';

const BUDGET = 100;
const CONNECTIONS = 3;

/** One of several uploads: its parts may be larger than the whole budget. */
const upload = fc.record({
	sizes: fc.array(fc.integer({ min: 1, max: 150 }), { minLength: 1, maxLength: 8 }),
	lanes: fc.nat(16),
	isRanged: fc.boolean(),
	/** The request with which it is refused, and that at which somebody stops it. */
	refusedAt: fc.option(fc.nat(8)),
	stoppedAt: fc.option(fc.nat(8)),
});

type Upload = typeof upload extends fc.Arbitrary<infer Value> ? Value : never;

/** Runs it in the queue, to whatever end. @returns its signal */
async function run(transfers: TransferQueue, given: Upload): Promise<AbortSignal> {
	const { sizes, lanes, isRanged, refusedAt, stoppedAt } = given;
	const stop = new AbortController();
	let requests = 0;
	const bytes: SendBytes = async (request, signal) => {
		const number = (requests += 1);
		if (number - 1 === stoppedAt) stop.abort();
		for (let turn = 0; turn < number % 3; turn += 1) await idle();
		if (signal?.aborted) throw new CancelledError();
		return number - 1 === refusedAt ? answer(400) : etagOf(request);
	};
	const { context } = uploadLab({ bytes, signal: stop.signal });
	const content = Buffer.alloc(sizes.reduce((sum, size) => sum + size, 0));
	const file = isRanged
		? rangedFile(content).file
		: sourceOf(content, { size: content.length, chunkSizes: [7] });
	const session = sessionOf(sizes);
	const done = putParts({ ...context, transfers }, file, session, lanes);
	const outcome = await done.then(
		() => 'sent',
		(error: unknown) => (error instanceof CancelledError ? 'stopped' : 'refused'),
	);
	const expected =
		outcome === 'sent'
			? session.parts.every(({ etag }) => etag !== undefined)
			: (outcome === 'stopped' ? stoppedAt : refusedAt) !== null;
	expect([outcome, expected]).toEqual([outcome, true]);
	return stop.signal;
}

test('uploads that share the queue come to an end, whatever becomes of each, and leave nothing', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(upload, { minLength: 1, maxLength: 5 }), async (uploads) => {
			const transfers = new TransferQueue({ bytes: BUDGET, connectionsPerHost: CONNECTIONS });
			const signals = await Promise.all(uploads.map((one) => run(transfers, one)));
			expect(transfers.bytes.isIdle).toBe(true);
			expect(transfers.spare.take(1)).toBeUndefined();
			expect(signals.flatMap((signal) => getEventListeners(signal, 'abort'))).toEqual([]);
		}),
		{ numRuns: often(20, 300) },
	);
});
