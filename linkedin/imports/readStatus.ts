import { isRecord, parseJson } from '../api/parse';
import { parseUrn, type Urn } from '../api/urn';
import { Problem } from '../problem';

/** One entry of an import whose status is requested. */
export interface KnownEntry {
	/** As in the result; for a bare URN, what is known of it. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Absent if there is nothing on LinkedIn to read. */
	readonly urn?: Urn;
}

/** An import as it is passed back in. */
export interface KnownImport {
	/** From the result, without its entries. */
	readonly fields: Readonly<Record<string, unknown>>;
	/** Absent if the import hadn't finished. */
	readonly entries?: readonly KnownEntry[];
	/** It is one entry, not an import with a list of them. */
	readonly isEntry?: boolean;
}

const SHAPE =
	'Enter the result of Import: From URLs ({{ $json }}), or a list of URNs such as ["urn:li:video:…"].';

/**
 * A result, one or several of its entries, URNs as a list or as text, or the JSON of any of these.
 *
 * @throws Problem
 */
export function readKnownImport(given: unknown, what: string): KnownImport {
	const value = typeof given === 'string' ? fromText(given, what) : given;
	if (Array.isArray(value)) return { fields: {}, entries: toEntries(value, what) };
	if (!isRecord(value))
		throw wrongImportProblem(what, value === undefined ? 'empty' : 'neither of them');
	const { videos, ...fields } = value;
	if (Array.isArray(videos)) return { fields, entries: toEntries(videos, `${what}: videos`) };
	if (isRecord(value.video)) {
		return { fields: {}, entries: toEntries([value], what), isEntry: true };
	}
	if (typeof value.state === 'string') return { fields };
	throw wrongImportProblem(what, 'an object without "videos"');
}

function fromText(text: string, what: string): unknown {
	const trimmed = text.trim();
	if (trimmed === '') return undefined;
	if (!/^[[{"]/.test(trimmed)) {
		return trimmed
			.split(/[,\r\n]+/)
			.map((part) => part.trim())
			.filter((part) => part !== '');
	}
	const json = parseJson(trimmed);
	if (json === undefined) throw wrongImportProblem(what, 'not valid JSON');
	return json;
}

function toEntries(list: readonly unknown[], what: string): KnownEntry[] {
	return list.map((entry, index) => toEntry(entry, `${what}: entry ${index + 1}`));
}

function toEntry(entry: unknown, what: string): KnownEntry {
	if (typeof entry === 'string') {
		const urn = parseUrn(entry, ['video', 'image'], what);
		return { fields: { video: { mediaId: urn.text } }, urn };
	}
	if (!isRecord(entry)) throw wrongImportProblem(what, 'neither an entry nor a URN');
	const media = isRecord(entry.video) ? entry.video.mediaId : undefined;
	if (media === undefined || entry.state === 'failed') return { fields: entry };
	return { fields: entry, urn: parseUrn(media, ['video', 'image'], `${what}: mediaId`) };
}

function wrongImportProblem(what: string, is: string): Problem {
	return new Problem(`${what} is ${is}`, { description: SHAPE });
}
