import { isRecord, parseJson } from '../api/parse';
import { Problem } from '../problem';

/** One file that is to be imported. */
export interface ImportEntry {
	readonly url: string;
	/** The importing system's id of it. */
	readonly externalId: string;
	readonly fileName?: string;
	/** Free in form; see {@link titleOf} for what is used of it. */
	readonly metadata?: Readonly<Record<string, unknown>>;
	/** For the media library, where the form has one. */
	readonly assetName?: string;
	/** Where the importing side remembers what an earlier import made of it. */
	readonly knownUrn?: string;
}

/** UTF-8 bytes of the context's JSON (livingdocs-import-videos, `context`). */
const MAX_CONTEXT_BYTES = 8192;

const SHAPE =
	'It is a list of objects: [{"url": "https://…", "id": "…", "fileName": "…", "metadata": {…}}].';

/**
 * The entries of a request: a list, or its JSON.
 *
 * @throws Problem for anything else, and for an entry without url or id
 */
export function readEntries(value: unknown, what: string): ImportEntry[] {
	const list = typeof value === 'string' ? parseJson(value) : value;
	if (Array.isArray(list)) {
		return list.map((entry: unknown, index) => readEntry(entry, `${what}: entry ${index + 1}`));
	}
	const missingFieldProblem = value === undefined || value === null || value === '';
	throw new Problem(
		missingFieldProblem
			? `${what} is empty`
			: typeof value === 'string' && list === undefined
				? `${what} is not valid JSON`
				: `${what} is not a list`,
		{ description: SHAPE },
	);
}

/** @throws Problem naming the field that is missing or wrong */
export function readEntry(value: unknown, what: string): ImportEntry {
	if (!isRecord(value)) throw new Problem(`${what} is not an object`, { description: SHAPE });
	const url = text(value.url, what, 'url');
	const externalId = text(value.id, what, 'id');
	if (url === '') throw missing(what, 'url', 'the address of the file');
	if (externalId === '') throw missing(what, 'id', 'what the importing system calls the file');
	const fileName = text(value.fileName, what, 'fileName');
	const knownUrn = text(value.knownUrn, what, 'knownUrn');
	const metadata = readMetadata(value.metadata, what);
	return {
		url,
		externalId,
		...(fileName === '' ? {} : { fileName }),
		...(metadata === undefined ? {} : { metadata }),
		...(knownUrn === '' ? {} : { knownUrn }),
	};
}

/** @throws Problem where there is none, or one that no marker can hold */
export function readSystemName(value: unknown): string {
	const name = text(value, 'System Name', '');
	if (name !== '') return name;
	throw new Problem('System Name is empty', {
		description:
			'Enter a name for the system that the files come from: together with the id of each entry it tells later imports what is there already.',
	});
}

/** @throws Problem for anything but an object, and for one over 8192 bytes */
export function readContext(value: unknown): Readonly<Record<string, unknown>> | undefined {
	const given = typeof value === 'string' && value.trim() !== '' ? parseJson(value) : value;
	if (value === undefined || value === null || (typeof value === 'string' && value.trim() === ''))
		return undefined;
	if (!isRecord(given)) {
		throw new Problem('Context is not an object', { description: 'For example {"jobId": 17}.' });
	}
	const size = Buffer.byteLength(JSON.stringify(given), 'utf8');
	if (size <= MAX_CONTEXT_BYTES) return given;
	throw new Problem(`Context has ${size} bytes; at most ${MAX_CONTEXT_BYTES} go to the webhook`, {
		description: 'Send an id, and keep the rest where the webhook can look it up.',
	});
}

/** What people call the entry, if the request says it: its asset name, title or file name. */
export function titleOf({ fileName, assetName, metadata = {} }: ImportEntry): string | undefined {
	const given = [metadata.assetName, assetName, metadata.title, fileName, metadata.fileName];
	return given.find(isText)?.trim();
}

/** The file's name, where the request says it. */
export function nameOf({ fileName, metadata = {} }: ImportEntry): string | undefined {
	return [fileName, metadata.fileName].find(isText)?.trim();
}

function isText(value: unknown): value is string {
	return typeof value === 'string' && value.trim() !== '';
}

function readMetadata(value: unknown, what: string): Readonly<Record<string, unknown>> | undefined {
	if (value === undefined || value === null || value === '') return undefined;
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (isRecord(given)) return given;
	throw new Problem(`${what}: metadata is not an object`, { description: SHAPE });
}

/** Ids are often numbers. Spaces around an id are part of it; nothing but spaces is nothing. */
function text(value: unknown, what: string, field: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'string') return value.trim() === '' ? '' : value;
	const place = field === '' ? what : `${what}: ${field}`;
	throw new Problem(`${place} is not a text`, { description: field === '' ? undefined : SHAPE });
}

function missing(what: string, field: string, meaning: string): Problem {
	return new Problem(`${what} has no ${field}`, {
		description: `Every entry needs "${field}", ${meaning}. Nothing was imported.`,
	});
}
