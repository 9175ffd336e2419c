import type { IBinaryData, IExecuteFunctions } from 'n8n-workflow';

import type { FileSource } from '../../../linkedin/files/source';
import { Problem } from '../../../linkedin/problem';

/** n8n reads files in chunks of this many bytes; LinkedIn's usual part size, so parts need no copy. */
const CHUNK_BYTES = 4 * 1024 * 1024;

/**
 * A binary field of an item, in every mode of n8n: in memory (base64 in the item), on disk, in the
 * database or in S3 (a stream by id).
 *
 * @param what the field's name in the form, for messages
 * @throws Problem when the item has no such field, or its size is unknown
 */
export async function openBinary(
	execution: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
): Promise<FileSource> {
	const data = await findBinary(execution, itemIndex, field);
	if (!data) throw missing(execution, itemIndex, field, what);
	const name = data.fileName ?? field;
	const described = { name, ...(data.mimeType === '' ? {} : { mimeType: data.mimeType }) };
	const { id } = data;
	if (id === undefined) {
		const bytes = Buffer.from(data.data, 'base64');
		return { ...described, size: bytes.length, open: () => Promise.resolve(oneChunk(bytes)) };
	}
	// S3 says 0 where its answer has no length; the item's own number is then the better one.
	const size = (await execution.helpers.getBinaryMetadata(id)).fileSize || (data.bytes ?? 0);
	if (!Number.isSafeInteger(size)) {
		throw new Problem(`The size of "${name}" is unknown`, {
			description:
				'LinkedIn must be told the size before the upload starts. Store the file again, for instance with "Read/Write Files".',
		});
	}
	return {
		...described,
		size,
		open: () => execution.helpers.getBinaryStream(id, CHUNK_BYTES),
	};
}

/** n8n knows where binary data is (in `binary`, or in `json` in newer workflows), and throws if not. */
function findBinary(
	execution: IExecuteFunctions,
	itemIndex: number,
	field: string,
): Promise<IBinaryData | undefined> {
	return Promise.resolve()
		.then(() => execution.helpers.assertBinaryData(itemIndex, field))
		.catch(() => undefined);
}

function missing(
	execution: IExecuteFunctions,
	itemIndex: number,
	field: string,
	what: string,
): Problem {
	const present = Object.keys(execution.getInputData()[itemIndex]?.binary ?? {});
	const offer =
		present.length === 0
			? 'The item has no binary data at all: add a node before this one that reads or downloads the file.'
			: `The item has: ${present.map((name) => `"${name}"`).join(', ')}.`;
	return new Problem(`${what}: the item has no binary field "${field}"`, { description: offer });
}

// eslint-disable-next-line @typescript-eslint/require-await
async function* oneChunk(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
	if (bytes.length > 0) yield bytes;
}
