import { isEmpty, parseJson } from '../api/parse';
import { splitAddresses } from '../api/webAddress';
import { Problem } from '../problem';
import type { ImportEntry } from './entry';
import { readEntry } from './readEntry';

const SHAPE =
	'It is a list of URLs, or of objects: [{"url": "https://…", "id": "…", "fileName": "…", "metadata": {…}}].';

const IN_A_LIST = {
	url: 'url',
	id: 'id',
	fileName: 'fileName',
	metadata: 'metadata',
	knownUrn: 'knownUrn',
	known: 'known',
	advice: SHAPE,
};

/**
 * The entries of a request: a list, its JSON, or URLs separated by line breaks or commas.
 *
 * @throws Problem for anything else; what is wrong with an entry is that entry's own problem
 */
export function readEntries(value: unknown, what: string): ImportEntry[] {
	const list = typeof value === 'string' ? (parseJson(value) ?? addressesIn(value)) : value;
	if (Array.isArray(list)) {
		return list.map((entry: unknown, index) =>
			readEntry(entry, `${what}: entry ${index + 1}`, IN_A_LIST),
		);
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
