import type { UploadContext } from './context';

/**
 * Runs `work`, which keeps whole files in memory, as soon as the process's budget has room for
 * them. It must not request more from the budget: two that hold some and wait for more would wait
 * forever.
 *
 * @param bytes the size of all of them together
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
