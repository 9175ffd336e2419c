/** "PK", then the record's kind (APPNOTE.TXT of the ZIP format, 4.3). */
const END_OF_DIRECTORY = Buffer.from('PK\x05\x06', 'latin1');
const ENTRY = 0x02014b50;
/** Length of a directory entry before its name, its extra field and its comment. */
const ENTRY_HEADER = 46;
/** Length of the end record, and of the longest comment behind it. */
const END_RECORD = 22;
const LONGEST_COMMENT = 65_535;

/**
 * The names of the files in a ZIP, from the directory at its end.
 *
 * @returns undefined where there is no such directory: the file is cut off or damaged
 */
export function zipNames(bytes: Buffer): string[] | undefined {
	const tail = Math.max(0, bytes.length - END_RECORD - LONGEST_COMMENT);
	const end = bytes.subarray(tail).lastIndexOf(END_OF_DIRECTORY) + tail;
	if (end < tail || end + END_RECORD > bytes.length) return undefined;
	const names: string[] = [];
	let at = bytes.readUInt32LE(end + 16);
	while (at + ENTRY_HEADER <= end && bytes.readUInt32LE(at) === ENTRY) {
		const nameEnd = at + ENTRY_HEADER + bytes.readUInt16LE(at + 28);
		names.push(bytes.toString('utf8', at + ENTRY_HEADER, nameEnd));
		at = nameEnd + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
	}
	return names.length === 0 ? undefined : names;
}
