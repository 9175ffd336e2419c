import type { Budget } from '../budget/budget';
import type { FileKind } from '../kinds';
import { CompoundFile } from './compoundFile';

/** What a compound file is. */
interface OleFacts {
	readonly kind: FileKind;
	readonly locked: boolean;
}

/** The top-level stream with the contents. */
const STREAMS: readonly (readonly [stream: string, kind: FileKind])[] = [
	// A DOCX, PPTX or XLSX with a password (MS-OFFCRYPTO, 2.3), or with rights management.
	['EncryptedPackage', 'lockedOffice'],
	['\tDRMContent', 'lockedOffice'],
	['WordDocument', 'doc'],
	['PowerPoint Document', 'ppt'],
	['Workbook', 'xls'],
	['Book', 'xls'],
];

/** With the zero at the end. */
const STREAM_NAMES = STREAMS.map(([name]) => Buffer.from(`${name}\0`, 'utf16le'));

/** A flag in a Word file's header: it is encrypted in some way (MS-DOC, 2.5.2, fEncrypted). */
const WORD_FLAGS = 10;
const WORD_ENCRYPTED = 0x0100;
/** The token that a presentation with a password has (MS-PPT, 2.3.2, headerToken). */
const POWERPOINT_TOKEN = 12;
const POWERPOINT_ENCRYPTED = 0xf3d1c4df;
/** Only an encrypted presentation has it (MS-PPT, 2.1.5). */
const POWERPOINT_SUMMARY = 'EncryptedSummary';

/** What a compound file is: its first bytes are the same in Office files of every kind. */
export async function readOle(bytes: Buffer, budget: Budget): Promise<OleFacts> {
	const file = await CompoundFile.open(bytes, budget);
	if (!file) {
		const names = await namesAnywhere(bytes, budget);
		const kind = STREAMS.find(([stream]) => names.has(stream))?.[1] ?? 'ole';
		return { kind, locked: kind === 'lockedOffice' };
	}
	const kind = STREAMS.find(([stream]) => file.has(stream))?.[1] ?? 'ole';
	if (kind === 'doc') return { kind, locked: await isLockedWord(file) };
	if (kind === 'ppt') return { kind, locked: await isLockedPowerPoint(file) };
	return { kind, locked: kind === 'lockedOffice' };
}

/** If the table of sectors is damaged, which Office repairs: entries are at multiples of 128 bytes. */
async function namesAnywhere(bytes: Buffer, budget: Budget): Promise<Set<string>> {
	const found = new Set<string>();
	for (let at = 512; at + 128 <= bytes.length; at += 128) {
		if (budget.spend(STREAMS.length * 2)) await budget.turn();
		const name = STREAM_NAMES.find((encoded) =>
			bytes.subarray(at, at + encoded.length).equals(encoded),
		);
		if (name) found.add(name.toString('utf16le').slice(0, -1));
	}
	return found;
}

async function isLockedWord(file: CompoundFile): Promise<boolean> {
	const header = await file.beginning('WordDocument', WORD_FLAGS + 2);
	return header !== undefined && (header.readUInt16LE(WORD_FLAGS) & WORD_ENCRYPTED) !== 0;
}

async function isLockedPowerPoint(file: CompoundFile): Promise<boolean> {
	if (file.has(POWERPOINT_SUMMARY)) return true;
	const user = await file.beginning('Current User', POWERPOINT_TOKEN + 4);
	return user?.readUInt32LE(POWERPOINT_TOKEN) === POWERPOINT_ENCRYPTED;
}
