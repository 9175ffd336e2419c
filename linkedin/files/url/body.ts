import { CancelledError, ConnectionError } from '../../api/http';
import { Problem } from '../../problem';
import { giveBack } from '../spent';
import type { UrlAnswer, UrlReading } from './http';
import { StallWatch } from './stallWatch';

/**
 * An answer's body, chunk by chunk. What breaks it off becomes a ConnectionError, a server that falls
 * silent too; leaving early ends the connection. A reader that takes its time is no stall.
 *
 * @throws ConnectionError, CancelledError
 */
export async function* bodyOf(
	reading: UrlReading,
	answer: UrlAnswer,
	signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
	const watch = new StallWatch(reading, () => {
		answer.discard();
	});
	const chunks = answer.body[Symbol.asyncIterator]();
	try {
		for (;;) {
			const next = await watch.over(chunks.next());
			if (next.done === true) return;
			yield next.value;
		}
	} catch (error) {
		throw brokenBodyError(error, watch.stalled, signal);
	} finally {
		watch.end();
		answer.discard();
	}
}

function brokenBodyError(error: unknown, stalled: boolean, signal: AbortSignal | undefined): Error {
	if (signal?.aborted || error instanceof CancelledError) return new CancelledError();
	if (error instanceof Problem) return error;
	if (stalled) return new ConnectionError('the server stopped sending', 'ETIMEDOUT');
	const message = error instanceof Error ? error.message : 'the connection broke off';
	return new ConnectionError(message, 'ECONNRESET');
}

/**
 * Fills a buffer with a body: each byte is copied once.
 *
 * @returns false where the body has more than fits; what is in the buffer then means nothing
 * @throws ConnectionError where the body has fewer bytes
 */
export async function readInto(chunks: AsyncIterable<Uint8Array>, bytes: Buffer): Promise<boolean> {
	let filled = 0;
	for await (const chunk of chunks) {
		if (filled + chunk.length > bytes.length) return false;
		bytes.set(chunk, filled);
		filled += chunk.length;
		giveBack(chunk);
	}
	if (filled === bytes.length) return true;
	throw new ConnectionError(
		`the answer ended after ${filled} of ${bytes.length} bytes`,
		'ECONNRESET',
	);
}
