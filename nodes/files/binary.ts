import type { IBinaryData } from 'n8n-workflow';

import { CancelledError, ConnectionError } from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';
import { foreignWords } from '../../linkedin/api/foreignWords';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';
import { fileOf, type FileSource } from '../../linkedin/files/source';
import { Problem } from '../../linkedin/problem';
import { toText } from '../form/values';
import type { Item } from '../run/item';
import { openStored, type BinaryStream } from '../transport/stream';
import { withinLimit } from '../transport/withinLimit';

/**
 * n8n reads files in chunks of this many bytes, each a new buffer. They are smaller than LinkedIn's
 * parts, and copied into buffers that are used again: chunks of a whole part need no copy, but they
 * are collected late, so that a worker grows by more, and new memory costs more time than the copy.
 */
const CHUNK_BYTES = 1024 * 1024;

/**
 * A file of an item, in every mode of n8n: in memory (base64 in the item), on disk, in the database
 * or in S3 (a stream by id).
 *
 * @param value the name of a binary field, or the binary data itself by an expression such as
 * `{{ $('Form').item.binary.data }}`
 * @param what the parameter as the form calls it
 * @throws Problem when the item has no such field, its size is unknown, or the file is gone
 */
export async function openBinary(item: Item, value: unknown, what: string): Promise<FileSource> {
	const given = toBinaryData(value);
	const field = given ? what : toText(value, '', what);
	const data = given ?? (await findBinary(item, field));
	if (!data) throw missing(item, field, what);

	const name = data.fileName === undefined || data.fileName === '' ? field : data.fileName;
	const { id } = data;
	if (id === undefined) return fileOf(name, Buffer.from(data.data, 'base64'));
	const { helpers } = item.execution;
	return {
		name,
		size: await sizeOf(item, data, id, name),
		open: (signal = item.signal) =>
			Promise.resolve(bytesOf(name, signal, () => helpers.getBinaryStream(id, CHUNK_BYTES))),
	};
}

/** n8n's own form of binary data, where an expression gave it whole. */
function toBinaryData(value: unknown): IBinaryData | undefined {
	if (!isRecord(value)) return undefined;
	const { data, mimeType, id, fileName, bytes } = value;
	if (typeof data !== 'string' || typeof mimeType !== 'string') return undefined;
	return {
		data,
		mimeType,
		...(typeof id === 'string' ? { id } : {}),
		...(typeof fileName === 'string' ? { fileName } : {}),
		...(typeof bytes === 'number' ? { bytes } : {}),
	};
}

/** n8n knows where binary data is (in `binary`, or in `json` in newer workflows), and throws if not. */
function findBinary({ execution, index }: Item, field: string): Promise<IBinaryData | undefined> {
	return Promise.resolve()
		.then(() => execution.helpers.assertBinaryData(index, field))
		.catch(() => undefined);
}

/** S3 says 0 where its answer has no length; the item's own number is then the better one. */
async function sizeOf(
	{ execution, signal }: Item,
	data: IBinaryData,
	id: string,
	name: string,
): Promise<number> {
	const metadata = await withinLimit({ timeoutMs: TIME_LIMITS.silenceMs }, signal, () =>
		execution.helpers.getBinaryMetadata(id),
	).catch((error: unknown) => {
		throw gone(name, error);
	});
	const known = [metadata.fileSize, data.bytes].filter((size) => Number.isSafeInteger(size));
	const size = known.find((candidate) => candidate !== 0) ?? known[0];
	if (size !== undefined) return size;
	throw new Problem(`The size of "${name}" is unknown`, {
		description:
			'LinkedIn must be told the size before the upload starts. Store the file again, for instance with "Read/Write Files".',
	});
}

/** A stored file's bytes; what fails in them names the file. Nothing is opened before they are read. */
async function* bytesOf(
	name: string,
	signal: AbortSignal | undefined,
	open: () => Promise<BinaryStream>,
): AsyncGenerator<Uint8Array, void, undefined> {
	const stream = await openStored(signal, open).catch((error: unknown) => {
		throw gone(name, error);
	});
	try {
		yield* stream.watchedChunks();
	} catch (error) {
		throw unreadable(error, name);
	}
}

/** What the storage said, as a sentence that names the file; a cancel stays one. */
function unreadable(error: unknown, name: string): Error {
	if (error instanceof CancelledError || error instanceof Problem) return error;
	const reason = error instanceof Error ? foreignWords(error.message) : 'unknown reason';
	return new Problem(`The file "${name}" could not be read: ${reason}`, {
		description: 'Check where n8n stores binary data, and run the workflow again.',
	});
}

function gone(name: string, error: unknown): Error {
	if (error instanceof CancelledError || error instanceof ConnectionError) {
		return unreadable(error, name);
	}
	const reason = isRecord(error) && typeof error.code === 'string' ? ` (${error.code})` : '';
	return new Problem(`The file "${name}" is not in n8n’s storage any more${reason}`, {
		description:
			'n8n deletes binary data of old executions. Run the workflow from the node that reads or downloads the file.',
	});
}

/** n8n's form trigger begins the names of its fields with a capital, and the form's defaults have none. */
function otherCase(field: string, present: readonly string[]): string {
	const meant = present.find((name) => name.toLowerCase() === field.trim().toLowerCase());
	return meant === undefined ? '' : ` Names are case-sensitive: did you mean "${meant}"?`;
}

function missing({ execution, index }: Item, field: string, what: string): Problem {
	const input = execution.getInputData()[index];
	const present = [
		...Object.keys(input?.binary ?? {}),
		...Object.entries(input?.json ?? {})
			.filter(([, value]) => toBinaryData(value) !== undefined)
			.map(([name]) => name),
	];
	const offer =
		present.length === 0
			? 'The item has no binary data at all: add a node before this one that reads or downloads the file. AI agents cannot hand over files: set "Source" to "URL" for them.'
			: `Available binary fields: ${present.map((name) => `"${name}"`).join(', ')}.${otherCase(field, present)}`;
	return new Problem(`${what}: the item has no binary field "${field}"`, { description: offer });
}
