import { isEmpty, isRecord, parseJson } from '../api/parse';
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

const SHAPE =
	'Enter a list of objects: [{"url": "https://…", "id": "…", "fileName": "…", "metadata": {…}}].';

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
	const words = isEmpty(value)
		? 'is empty'
		: typeof value === 'string' && list === undefined
			? 'is not valid JSON'
			: 'is not a list';
	throw new Problem(`${what} ${words}`, { description: SHAPE });
}

/** @throws Problem naming the field that is missing or wrong */
export function readEntry(value: unknown, what: string): ImportEntry {
	if (!isRecord(value)) throw new Problem(`${what} is not an object`, { description: SHAPE });
	const url = readText(value.url, what, 'url');
	const externalId = readText(value.id, what, 'id');
	if (url === '') throw missingFieldProblem(what, 'url', 'the URL of the file');
	if (externalId === '')
		throw missingFieldProblem(what, 'id', 'the permanent ID of the file in the source system');
	const fileName = readText(value.fileName, what, 'fileName');
	const knownUrn = readText(value.knownUrn, what, 'knownUrn');
	const metadata = readMetadata(value.metadata, what);
	return {
		url,
		externalId,
		...(fileName === '' ? {} : { fileName }),
		...(metadata === undefined ? {} : { metadata }),
		...(knownUrn === '' ? {} : { knownUrn }),
	};
}

function readMetadata(value: unknown, what: string): Readonly<Record<string, unknown>> | undefined {
	if (isEmpty(value)) return undefined;
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (isRecord(given)) return given;
	throw new Problem(`${what}: metadata is not an object`, { description: SHAPE });
}

/**
 * A text of a request; empty where there is none. Ids are often numbers. Spaces around an id are part
 * of it; nothing but spaces is nothing.
 *
 * @param field within `what`; empty: `what` itself
 * @throws Problem for what is neither text nor number
 */
export function readText(value: unknown, what: string, field: string): string {
	if (isEmpty(value)) return '';
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'string') return value;
	const place = field === '' ? what : `${what}: ${field}`;
	throw new Problem(`${place} is not text`, { description: field === '' ? undefined : SHAPE });
}

function missingFieldProblem(what: string, field: string, meaning: string): Problem {
	return new Problem(`${what} has no ${field}`, {
		description: `Each entry needs "${field}": ${meaning}. Nothing was imported.`,
	});
}
