import { CancelledError } from '../api/http';
import { asBuffer } from '../files/bytes';
import { FileChanged } from '../files/fileChanged';
import { unreadableFileProblem } from '../files/fileProblems';
import type { FileSource } from '../files/source';
import { giveBack } from '../files/spent';
import { Problem } from '../problem';
import type { PartBuffers } from '../transfer/partBuffers';
import { type PartRange, type FilledPart, sizeOf } from './partRange';

/**
 * Cuts a file that is read in order into parts. Chunk borders mean nothing: n8n's database mode
 * returns the whole file as one chunk, a network source returns chunks of any size. A part within
 * one chunk is a view of it; otherwise its bytes are copied once, into the buffer that is sent. A
 * chunk that was copied completely is freed.
 *
 * @param parts in the file's order; some may be left out
 * @throws Problem if the file turns out shorter or longer than its stated size
 */
export async function* cutParts<Part extends PartRange>(
	source: FileSource,
	parts: readonly Part[],
	buffers: PartBuffers | undefined,
	signal: AbortSignal | undefined,
): AsyncGenerator<FilledPart<Part>, void, undefined> {
	let index = 0;
	let filling: Buffer | undefined;
	let filled = 0;
	let position = 0;
	for await (const chunk of readable(source, signal)) {
		const data = asBuffer(chunk);
		let viewed = false;
		for (let offset = 0; offset < data.length;) {
			const part = parts[index];
			if (!part) {
				// Other parts follow the last missing one, or the file has grown.
				if (position + data.length - offset <= source.size && index > 0) return;
				throw new FileChanged(source.name, `is now larger than its previous ${source.size} bytes`);
			}
			const ahead = Math.min(part.firstByte - position, data.length - offset);
			if (filled === 0 && ahead > 0) {
				offset += ahead;
				position += ahead;
				continue;
			}
			const size = sizeOf(part);
			const take = Math.min(size - filled, data.length - offset);
			if (take === size) {
				viewed = true;
				yield filledWith(part, data.subarray(offset, offset + take));
				index += 1;
			} else {
				filling ??= (await buffers?.take(size, signal)) ?? Buffer.allocUnsafe(size);
				data.copy(filling, filled, offset, offset + take);
				filled += take;
				if (filled === size) {
					yield filledWith(part, filling);
					index += 1;
					filling = undefined;
					filled = 0;
				}
			}
			offset += take;
			position += take;
		}
		if (!viewed) giveBack(data);
	}
	if (index < parts.length) {
		throw new FileChanged(source.name, `ended after ${position} of ${source.size} bytes`);
	}
}

function filledWith<Part extends PartRange>(part: Part, bytes: Buffer): FilledPart<Part> {
	return { part, bytes: () => Promise.resolve(bytes) };
}

/**
 * The source's bytes; a failure inside the source (storage, network) becomes a Problem, so that the
 * upload ends like after any other failure: with the session.
 */
async function* readable(
	source: FileSource,
	signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array, void, undefined> {
	try {
		yield* await source.open(signal);
	} catch (error) {
		if (error instanceof CancelledError || error instanceof Problem) throw error;
		throw unreadableFileProblem(
			source.name,
			error,
			'The upload was not completed on LinkedIn. Check where the file is stored, then try again.',
		);
	}
}
