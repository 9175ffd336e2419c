import { isEmpty, isRecord, parseJson } from '../api/parse';
import { splitAddresses } from '../api/webAddress';
import { Problem } from '../problem';
import { addressId } from './addressId';

/** One file to be imported. */
export interface ImportEntry {
	readonly url: string;
	/** Its ID in the importing system; if it has none, see {@link addressId}. */
	readonly externalId: string;
	readonly fileName?: string;
	/** Any content; see {@link titleOf} for what is used of it. */
	readonly metadata?: Readonly<Record<string, unknown>>;
	/** For the media library, if the form has the field. */
	readonly assetName?: string;
	/** The URN from an earlier import, if the importing side stored it. */
	readonly knownUrn?: string;
}

const SHAPE =
	'It is a list of URLs, or of objects: [{"url": "https://…", "id": "…", "fileName": "…", "metadata": {…}}].';

/** How the parts of an entry are named where it comes from, and what an entry looks like there. */
interface EntryWords {
	readonly url: string;
	readonly id: string;
	readonly fileName: string;
	readonly metadata: string;
	readonly knownUrn: string;
	readonly advice?: string;
}

const IN_A_LIST: EntryWords = {
	url: 'url',
	id: 'id',
	fileName: 'fileName',
	metadata: 'metadata',
	knownUrn: 'knownUrn',
	advice: SHAPE,
};

/**
 * The entries of a request: a list, its JSON, or URLs separated by line breaks or commas.
 *
 * @throws Problem for anything else, and for an entry without a URL
 */
export function readEntries(value: unknown, what: string): ImportEntry[] {
	const list = typeof value === 'string' ? (parseJson(value) ?? addressesIn(value)) : value;
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

function addressesIn(text: string): string[] | undefined {
	return /^\s*https?:/i.test(text) ? splitAddresses(text) : undefined;
}

/**
 * A bare URL is an entry too.
 *
 * @throws Problem naming the field that is missing or wrong
 */
export function readEntry(value: unknown, what: string, words = IN_A_LIST): ImportEntry {
	const { advice: description } = words;
	const given = typeof value === 'string' && value.trim() !== '' ? { url: value } : value;
	if (!isRecord(given)) {
		throw new Problem(`${what} is neither a URL nor an object`, { description });
	}
	const read = (part: Exclude<keyof EntryWords, 'advice' | 'metadata'>): string =>
		readText(given[part], `${what}: ${words[part]}`, description);
	const url = read('url').trim();
	if (url === '') {
		throw new Problem(`${what} has no ${words.url}`, {
			description: `Every entry needs "${words.url}", the URL of the file. Nothing was imported.`,
		});
	}
	const id = read('id');
	const fileName = read('fileName');
	const knownUrn = read('knownUrn');
	const metadata = readMetadata(given.metadata, `${what}: ${words.metadata}`, description);
	return {
		url,
		externalId: id === '' ? addressId(url) : id,
		...(fileName === '' ? {} : { fileName }),
		...(metadata === undefined ? {} : { metadata }),
		...(knownUrn === '' ? {} : { knownUrn }),
	};
}

function readMetadata(
	value: unknown,
	what: string,
	description: string | undefined,
): Readonly<Record<string, unknown>> | undefined {
	if (isEmpty(value)) return undefined;
	const given = typeof value === 'string' ? parseJson(value) : value;
	if (isRecord(given)) return given;
	throw new Problem(`${what} is not an object`, { description });
}

/**
 * A text in a request; empty if there is none. IDs are often numbers. Spaces around an ID are part
 * of it; only spaces count as empty.
 *
 * @throws Problem for what is neither text nor number
 */
export function readText(value: unknown, what: string, description?: string): string {
	if (isEmpty(value)) return '';
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'string') return value;
	throw new Problem(`${what} is not text`, { description });
}
