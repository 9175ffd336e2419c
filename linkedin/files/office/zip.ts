import type { Budget } from '../budget/budget';

/** "PK", then the record's kind (APPNOTE.TXT of the ZIP format, 4.3). */
const END_RECORD = Buffer.from('PK\x05\x06', 'latin1');
const END_RECORD_64 = Buffer.from('PK\x06\x06', 'latin1');
const LOCATOR_64 = 0x07064b50;
const ENTRY = 0x02014b50;

/** Lengths: a directory entry before its name, the end record, the longest comment after it. */
const ENTRY_BYTES = 46;
const END_BYTES = 22;
const LONGEST_COMMENT = 65_535;
/** The end record of large archives (4.3.14), and its locator (4.3.15). */
const END_BYTES_64 = 56;
const LOCATOR_BYTES = 20;

/** No name that matters is longer. */
const NAME_BYTES = 64;
const NAME_STEPS = 64;

/** Where the directory of a ZIP is. */
interface Directory {
	readonly at: number;
	readonly size: number;
	/** Where its end record begins, or the one for large archives before it. */
	readonly end: number;
}

/**
 * Iterates over the names of the files in a ZIP, from the directory at its end, and keeps none.
 * Names are passed as Office compares them: with slashes, in lower case, and cut to the needed
 * length.
 *
 * Linear: each step advances by an entry.
 *
 * @returns how many there are; 0 if there is no directory: the file is cut off or damaged
 */
export async function eachZipName(
	bytes: Buffer,
	budget: Budget,
	take: (name: string) => void,
): Promise<number> {
	const directory = findDirectory(bytes);
	if (!directory) return 0;
	let count = 0;
	let at = directoryStart(bytes, directory);
	while (at + ENTRY_BYTES <= directory.end && bytes.readUInt32LE(at) === ENTRY) {
		if (budget.spend(NAME_STEPS)) await budget.turn();
		const length = bytes.readUInt16LE(at + 28);
		const nameAt = at + ENTRY_BYTES;
		take(normal(bytes.toString('utf8', nameAt, nameAt + Math.min(length, NAME_BYTES))));
		count += 1;
		at = nameAt + length + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return count;
}

/** Some Windows tools write backslashes, some upper case; Office accepts both. */
function normal(name: string): string {
	return name
		.replaceAll('\\', '/')
		.replace(/^(?:\.?\/)+/, '')
		.toLowerCase();
}

function findDirectory(bytes: Buffer): Directory | undefined {
	const tail = Math.max(0, bytes.length - END_BYTES - LONGEST_COMMENT);
	const end = bytes.subarray(tail).lastIndexOf(END_RECORD) + tail;
	if (end < tail || end + END_BYTES > bytes.length) return undefined;
	const size = bytes.readUInt32LE(end + 12);
	const at = bytes.readUInt32LE(end + 16);
	return findDirectory64(bytes, end) ?? { at, size, end };
}

/** Some tools write both end records, whatever the archive's size. */
function findDirectory64(bytes: Buffer, end: number): Directory | undefined {
	const locator = end - LOCATOR_BYTES;
	if (locator < 0 || bytes.readUInt32LE(locator) !== LOCATOR_64) return undefined;
	const stated = Number(bytes.readBigUInt64LE(locator + 8));
	// If something precedes the archive, the record is further back.
	const last = locator - END_BYTES_64;
	const record = [stated, last].find(
		(at) => at >= 0 && at <= last && bytes.subarray(at, at + 4).equals(END_RECORD_64),
	);
	if (record === undefined) return undefined;
	const size = Number(bytes.readBigUInt64LE(record + 40));
	return { at: Number(bytes.readBigUInt64LE(record + 48)), size, end: record };
}

/** As stated, or counted back from the end if something precedes the archive. */
function directoryStart(bytes: Buffer, { at, size, end }: Directory): number {
	const isEntry = (start: number) =>
		start >= 0 && start + ENTRY_BYTES <= end && bytes.readUInt32LE(start) === ENTRY;
	return [at, end - size].find(isEntry) ?? end;
}
