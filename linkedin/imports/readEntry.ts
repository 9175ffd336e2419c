import { isEmpty, isRecord, parseJson, recordOf } from '../api/parse';
import { Problem } from '../problem';
import { parseSession } from '../upload/parseSession';
import { addressId } from './addressId';
import type { ImportEntry } from './entry';
import { readKnownFile } from './knownFile';

/** What the parts of an entry are called where it comes from, and how an entry looks there. */
interface EntryWords {
	readonly url: string;
	readonly id: string;
	readonly fileName: string;
	readonly metadata: string;
	readonly knownUrn: string;
	readonly known: string;
	readonly advice?: string;
}

/**
 * An entry as somebody wrote it; a bare address is one too. What is wrong with it is its `problem`, which
 * names the field that is missing or wrong: the others are none the worse.
 */
export function readEntry(value: unknown, what: string, words: EntryWords): ImportEntry {
	const given = typeof value === 'string' && value.trim() !== '' ? { url: value } : value;
	try {
		if (isRecord(given)) return readSound(given, what, words);
		throw new Problem(`${what} is neither a URL nor an object`, { description: words.advice });
	} catch (error) {
		if (!(error instanceof Problem)) throw error;
		return { ...namedBy(recordOf(given)), problem: error };
	}
}

/** @throws Problem */
function readSound(
	given: Readonly<Record<string, unknown>>,
	what: string,
	words: EntryWords,
): ImportEntry {
	const { advice: description } = words;
	const read = (part: Exclude<keyof EntryWords, 'advice' | 'known' | 'metadata'>): string =>
		readText(given[part], `${what}: ${words[part]}`, description);
	const url = read('url').trim();
	if (url === '') {
		throw new Problem(`${what} has no ${words.url}`, {
			description: `Every entry needs "${words.url}", the URL of the file.`,
		});
	}
	const id = read('id');
	const fileName = read('fileName');
	const knownUrn = read('knownUrn');
	const known = readKnownFile(given.known, `${what}: ${words.known}`);
	const metadata = readMetadata(given.metadata, `${what}: ${words.metadata}`, description);
	return {
		url,
		externalId: id === '' ? addressId(url) : id,
		...(fileName === '' ? {} : { fileName }),
		...(metadata === undefined ? {} : { metadata }),
		...(knownUrn === '' ? {} : { knownUrn }),
		...(known && { known }),
		...(isEmpty(given.uploadSession) ? {} : { uploadSession: parseSession(given.uploadSession) }),
	};
}

/** What a result calls an entry that cannot be read, as far as that is known. */
function namedBy(
	given: Readonly<Record<string, unknown>>,
): Pick<ImportEntry, 'url' | 'externalId'> {
	const [url, id] = [given.url, given.id].map((value) =>
		typeof value === 'string' || typeof value === 'number' ? String(value) : '',
	);
	const address = url?.trim() ?? '';
	return { url: address, externalId: isEmpty(id) ? addressId(address) : (id ?? '') };
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

const AS_TEXT = 'Enter a text or a number. If it is an expression, check what it returns.';

function kindOf(value: unknown): string {
	if (Array.isArray(value)) return 'a list';
	return typeof value === 'boolean' || typeof value === 'number' ? `"${value}"` : 'an object';
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
	throw new Problem(`${what} is ${kindOf(value)}, not text`, {
		description: description ?? AS_TEXT,
	});
}
