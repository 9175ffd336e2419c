import type { IBinaryData, INodeExecutionData } from 'n8n-workflow';

import { CancelledError, ConnectionError } from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';
import { foreignWords } from '../../linkedin/api/foreignWords';
import { TIME_LIMITS } from '../../linkedin/api/timeLimits';
import { fileOf, type FileSource } from '../../linkedin/files/source';
import { Problem } from '../../linkedin/problem';
import { toText } from '../form/values';
import type { Item } from '../run/item';
import { openStored, type BinaryStream } from '../transport/stream';
import { readAhead } from '../transport/transfers';
import { withinLimit } from '../transport/withinLimit';

/**
 * A file of an item, in every mode of n8n: in memory (base64 in the item), on disk, in the database
 * or in S3 (a stream by id).
 *
 * @param value the name of a binary field, or the binary data itself by an expression such as `{{
 * $('Form').item.binary.data }}`
 * @param what the parameter's name, as the form shows it
 * @throws Problem if the item has no such field, its size is unknown, or the file is gone
 */
export async function openBinary(item: Item, value: unknown, what: string): Promise<FileSource> {
	const given = toBinaryData(value);
	if (!given && isRecord(value))
		throw notAName(item, what, 'is an object, not the name of a binary field');
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
			Promise.resolve(
				// Chunks are smaller than LinkedIn's parts, and copied into buffers that are reused. Those
				// of a whole part would need no copy, but they are garbage-collected late, so that a worker
				// would use more memory, and allocating it costs more time than the copy.
				readAhead.share((chunkBytes) =>
					bytesOf(name, signal, () => helpers.getBinaryStream(id, chunkBytes)),
				),
			),
	};
}

/** n8n's own binary data object, if an expression returned it. */
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

/** S3 reports 0 if its answer has no length; the item's own number is then better. */
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
	throw new Problem(`The size of the file "${name}" is unknown`, {
		description:
			'LinkedIn needs the size before the upload starts. Write the file again, e.g. with a Read/Write Files from Disk node.',
	});
}

/** A stored file's bytes; errors name the file. Nothing is opened before they are read. */
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

/** What the storage reported, as a sentence that names the file; a cancel stays a cancel. */
function unreadable(error: unknown, name: string): Error {
	if (error instanceof CancelledError || error instanceof Problem) return error;
	const reason = error instanceof Error ? foreignWords(error.message) : 'unknown reason';
	return new Problem(`The file "${name}" could not be read: ${reason}`, {
		description: 'Check n8n’s binary data storage, then try again.',
	});
}

function gone(name: string, error: unknown): Error {
	if (error instanceof CancelledError || error instanceof ConnectionError) {
		return unreadable(error, name);
	}
	const reason = isRecord(error) && typeof error.code === 'string' ? ` (${error.code})` : '';
	return new Problem(`The file "${name}" is no longer in n8n’s storage${reason}`, {
		description:
			'n8n deletes the binary data of old executions. Run the workflow again from the node that reads or downloads the file.',
	});
}

/** What a broken expression leaves in place of a field's name. */
const EXPRESSION = /\{\{|\$binary|\$json|\[object /;

function missing(item: Item, field: string, what: string): Problem {
	if (EXPRESSION.test(field))
		return notAName(item, what, `"${field}" is not the name of a binary field`);
	return new Problem(`${what}: the item has no binary field "${field}"`, {
		description: adviceFor(field, item),
	});
}

function adviceFor(field: string, { execution, index }: Item): string {
	const items = execution.getInputData();
	const present = namesIn(items[index]);
	const elsewhere = items.findIndex((other) => namesIn(other).includes(field));
	if (present.length === 0) {
		return 'The item has no binary data. Add a node before this one that reads or downloads the file. AI agents can’t pass files: set "Source" to "URL" for them.';
	}
	const similar = present.find((name) => name.toLowerCase() === field.toLowerCase());
	if (similar !== undefined) return `Names are case-sensitive: did you mean "${similar}"?`;
	return elsewhere === -1
		? `Available binary fields: ${listed(present)}.`
		: `Available binary fields: ${listed(present)}. "${field}" is in another item: to use files of several items together, combine the items first with an Aggregate node and its option "Include Binaries".`;
}

/** @param why the rest of a sentence that starts with the field's name */
function notAName({ execution, index }: Item, what: string, why: string): Problem {
	const present = namesIn(execution.getInputData()[index]);
	return new Problem(`${what} ${why}`, {
		description: `Enter only the name, without an expression: ${present.length === 0 ? 'e.g. "data"' : listed(present)}.`,
	});
}

function namesIn(input: INodeExecutionData | undefined): string[] {
	return fieldsIn(input).map(({ name }) => name);
}

/** A binary field of an item. */
export interface BinaryField {
	readonly name: string;
	readonly mimeType: string;
}

/** The binary fields of an item, in its order. They are in `binary`, or in `json` in newer workflows. */
export function fieldsIn(input: INodeExecutionData | undefined): BinaryField[] {
	return [...Object.entries(input?.binary ?? {}), ...Object.entries(input?.json ?? {})].flatMap(
		([name, value]) => {
			const data = toBinaryData(value);
			return data ? [{ name, mimeType: data.mimeType }] : [];
		},
	);
}

export function listed(names: readonly string[]): string {
	return names.map((name) => `"${name}"`).join(', ');
}
