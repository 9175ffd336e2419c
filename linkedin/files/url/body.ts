import { causeOf } from '../../api/cause';
import { CancelledError, ConnectionError } from '../../api/http';
import { recordOf } from '../../api/parse';
import { watched } from '../../api/stallWatch';
import { Problem } from '../../problem';
import { giveBack } from '../spent';
import type { UrlAnswer, UrlReading } from './http';

/**
 * An answer's body, chunk by chunk. If it breaks off, or its server falls silent, that is a
 * ConnectionError; leaving early closes the connection. A slow reader is not a stall.
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

/** The bytes are not compressed as their server says: a retry doesn't help. */
export class WrongPacking extends Error {}

/** Codes of Node's zlib for bytes that are not zlib's; a stream that ends too early has another one. */
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
 * @returns false if the body is larger than the buffer, whose content is then meaningless
 * @throws ConnectionError if the body has fewer bytes
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
