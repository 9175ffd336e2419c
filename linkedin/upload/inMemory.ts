import type { UploadContext } from './context';

/**
 * Does something with files that are whole in memory meanwhile, as soon as the process's budget has room
 * for them. Nothing else of the budget may be taken within: two who hold some and wait for more would wait
 * for ever.
 *
 * @param bytes of all of them together
 * @throws CancelledError; what `work` throws
 */
export async function inMemory<Result>(
	context: Pick<UploadContext, 'transfers' | 'signal'>,
	bytes: number,
	work: () => Promise<Result>,
): Promise<Result> {
	const lease = await context.transfers.bytes.take(context, bytes, context.signal);
	try {
		return await work();
	} finally {
		lease.release();
	}
}
