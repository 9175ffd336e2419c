import { causeOf } from '../../api/cause';
import { CancelledError, ConnectionError } from '../../api/http';
import { recordOf } from '../../api/parse';
import { watched } from '../../api/stallWatch';
import { Problem } from '../../problem';
import { giveBack } from '../spent';
import type { UrlAnswer, UrlReading } from './http';

/**
 * An answer's body, chunk by chunk. What breaks it off becomes a ConnectionError, a server that falls
 * silent too; leaving early ends the connection. A reader that takes its time is no stall.
 *
 * @throws ConnectionError, CancelledError
 */
export async function* bodyOf(
	reading: Pick<UrlReading, 'watch'>,
	answer: UrlAnswer,
	signal?: AbortSignal,
): AsyncGenerator<Uint8Array, void, undefined> {
	const end = (): void => {
		answer.discard();
	};
	try {
		yield* watched(reading.watch, answer.body, end);
	} catch (error) {
		throw brokenBodyError(error, signal);
	}
}

/** The bytes are not packed as their server says: asking again does not help. */
export class WrongPacking extends Error {}

/** Words of Node's zlib for bytes that are none of it; one that ends too early has another. */
function isUnpackable(error: unknown): boolean {
	const { code } = recordOf(error);
	return typeof code === 'string' && /^(?:Z_DATA_ERROR|ERR__ERROR_FORMAT)/.test(code);
}

function brokenBodyError(error: unknown, signal: AbortSignal | undefined): Error {
	if (signal?.aborted || error instanceof CancelledError) return new CancelledError();
	if (error instanceof Problem || error instanceof ConnectionError) return error;
	const message = error instanceof Error ? error.message : 'the connection broke off';
	if (isUnpackable(error)) return new WrongPacking(message);
	return new ConnectionError(message, 'ECONNRESET', false, causeOf(error));
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
		`the response ended after ${filled} of ${bytes.length} bytes`,
		'ECONNRESET',
	);
}
