import { dictionariesWith, type PdfDictionary } from './pdfDictionary';

/** The contents of one object stream. */
interface ObjectStream {
	/** Where it stands in the file. */
	readonly at: number;
	readonly content: Buffer;
}

/** Bounds for files made to be large once unpacked: the page tree is small in every real one. */
const MAX_STREAM = 8 * 1024 * 1024;
const MAX_ALL = 64 * 1024 * 1024;

/**
 * Object streams (ISO 32000-1, 7.5.7), the last one first: since PDF 1.5 most tools pack the page
 * tree into one. Those that are not packed by Flate alone are left out.
 */
export async function* objectStreams(bytes: Buffer): AsyncGenerator<ObjectStream> {
	let total = 0;
	for (const dictionary of dictionariesWith(bytes, '/ObjStm')) {
		const packed = packedStream(bytes, dictionary);
		if (!packed) continue;
		const content = await unpack(packed);
		total += content.length;
		yield { at: dictionary.at, content };
		if (total >= MAX_ALL) return;
	}
}

function packedStream(bytes: Buffer, { end, text }: PdfDictionary): Buffer | undefined {
	if (!/\/Filter\s*\[?\s*\/FlateDecode\b/.test(text)) return undefined;
	const start = /^\s*stream\r?\n/.exec(bytes.toString('latin1', end, end + 32));
	if (!start) return undefined;
	const first = end + start[0].length;
	// A length may also be a reference; what follows the packed bytes does no harm.
	const length = /\/Length\s+(\d+)(?!\s+\d+\s+R)\b/.exec(text)?.[1];
	const last = length === undefined ? bytes.indexOf('endstream', first) : first + Number(length);
	return last < 0 ? undefined : bytes.subarray(first, last);
}

/** What can be unpacked of it: a broken stream gives its beginning. */
async function unpack(packed: Buffer): Promise<Buffer> {
	const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate'));
	const reader = stream.getReader();
	const chunks: Uint8Array[] = [];
	let size = 0;
	try {
		while (size < MAX_STREAM) {
			const next: { value?: unknown } = await reader.read();
			const { value } = next;
			if (!(value instanceof Uint8Array)) break;
			chunks.push(value);
			size += value.length;
		}
		await reader.cancel();
	} catch {
		// Not packed as it says: what came before the fault counts.
	}
	return Buffer.concat(chunks);
}
