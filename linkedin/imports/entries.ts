import { isEmpty, isRecord, parseJson } from '../api/parse';
import { splitAddresses } from '../api/webAddress';
import { Problem } from '../problem';
import { addressId } from './addressId';

/** One file that is to be imported. */
export interface ImportEntry {
	readonly url: string;
	/** The importing system's id of it; where it has none, see {@link addressId}. */
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
	'It is a list of URLs, or of objects: [{"url": "https://…", "id": "…", "fileName": "…", "metadata": {…}}].';

/** What the parts of an entry are called where it comes from, and how an entry looks there. */
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
 * The entries of a request: a list, its JSON, or addresses split by lines, or by commas before the
 * next one.
 *
 * @throws Problem for anything else, and for an entry without an address
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
 * A bare address is an entry too.
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
 * A text of a request; empty where there is none. Ids are often numbers. Spaces around an id are part
 * of it; nothing but spaces is nothing.
 *
 * @throws Problem for what is neither text nor number
 */
export function readText(value: unknown, what: string, description?: string): string {
	if (isEmpty(value)) return '';
	if (typeof value === 'number' && Number.isFinite(value)) return String(value);
	if (typeof value === 'string') return value;
	throw new Problem(`${what} is not text`, { description });
}
