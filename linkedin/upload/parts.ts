import { CancelledError } from '../api/http';
import { redact } from '../api/redact';
import { Problem } from '../problem';
import type { FileSource } from '../files/source';
import type { Part } from './plan';

/** A part and exactly its bytes. */
export interface FilledPart {
	readonly part: Part;
	readonly bytes: Buffer;
}

/**
 * Cuts a file into its parts. Chunk borders are never trusted: n8n's database mode gives the whole
 * file as one chunk, a network source gives any size. A part that lies within one chunk is a view
 * of it; otherwise its bytes are copied once, into the buffer that is sent. Holds one part at a time.
 *
 * @param signal ends the reading
 * @throws Problem when the file turns out shorter or longer than its size said
 */
export async function* cutParts(
	source: FileSource,
	parts: readonly Part[],
	signal?: AbortSignal,
): AsyncGenerator<FilledPart, void, undefined> {
	let index = 0;
	let filling: Buffer | undefined;
	let filled = 0;
	let position = 0;
	for await (const chunk of readable(source, signal)) {
		const data = asBuffer(chunk);
		for (let offset = 0; offset < data.length;) {
			const part = parts[index];
			if (!part) throw changed(source, `has more than the ${source.size} bytes it had before`);
			const take = Math.min(part.size - filled, data.length - offset);
			if (take === part.size) {
				yield { part, bytes: data.subarray(offset, offset + take) };
				index += 1;
			} else {
				// allocUnsafe: each byte is written before the part is handed on.
				filling ??= Buffer.allocUnsafe(part.size);
				data.copy(filling, filled, offset, offset + take);
				filled += take;
				if (filled === part.size) {
					yield { part, bytes: filling };
					index += 1;
					filling = undefined;
					filled = 0;
				}
			}
			offset += take;
			position += take;
		}
	}
	if (index < parts.length)
		throw changed(source, `ended after ${position} of ${source.size} bytes`);
}

/**
 * The source's bytes; what fails inside the source (storage, network) becomes a Problem, so that it
 * ends the upload like any other failure: with the session.
 */
async function* readable(
	source: FileSource,
	signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
	try {
		yield* await source.open(signal);
	} catch (error) {
		if (error instanceof CancelledError || error instanceof Problem) throw error;
		const reason = error instanceof Error ? redact(error.message) : 'unknown reason';
		throw new Problem(`The file "${source.name}" could not be read: ${reason}`, {
			description:
				'Nothing was finalized on LinkedIn. Check where the file is stored, and run the workflow again.',
		});
	}
}

function asBuffer(chunk: Uint8Array): Buffer {
	return Buffer.isBuffer(chunk)
		? chunk
		: Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}

function changed(source: FileSource, what: string): Problem {
	return new Problem(`The file "${source.name}" ${what}`, {
		description:
			'The file changed while it was being uploaded. Nothing was finalized on LinkedIn; upload it again once it is complete.',
	});
}
