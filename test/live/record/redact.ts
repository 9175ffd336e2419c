import { redact } from '../../../linkedin/api/redact';
import { isRecord } from '../../../linkedin/api/parse';
import type { Answer, Body, Exchange, Sent } from '../exchange';
import { MARK } from '../mark';
import type { Names } from './names';
import type { RecordedAnswer, RecordedExchange, RecordedRequest } from './recording';

const URN = /urn(?::|%3A)li(?::|%3A)([A-Za-z]+)(?::|%3A)([A-Za-z0-9_-]+)/gi;

/** Kinds of URN whose IDs are LinkedIn's own words. */
const WORDS = new Set(['digitalmediaMediaArtifactClass', 'digitalmediaRecipe']);

/** Keys whose values are words of LinkedIn's schemas; those of all others may be anyone's. */
const PLAIN = new Set([
	'auth_type',
	'code',
	'fieldPath',
	'feedDistribution',
	'lifecycleState',
	'media-type-family',
	'mediaLibraryStatus',
	'mediaTypeFamily',
	'rel',
	'role',
	'scope',
	'state',
	'status',
	'type',
	'visibility',
]);
const WORD = /^[A-Za-z][A-Za-z0-9 ,._:/+-]{0,400}$/;

/** Keys whose values are LinkedIn's sentences. */
const SENTENCES = new Set(['message', 'description', 'error', 'error_description']);

/** Of a list; the others are like them, and of people. */
const MOST_ENTRIES = 3;

/** Headers of an answer that clients use; those with LinkedIn's own IDs of a request are left out. */
const HEADERS = [
	'accept-ranges',
	'content-range',
	'etag',
	'retry-after',
	'x-linkedin-id',
	'x-restli-id',
];

/** What is written down of the calls of a question: shapes and words, and nobody's name, ID, URL or token. */
export function recordedExchanges(
	exchanges: readonly Exchange[],
	names: Names,
): RecordedExchange[] {
	return exchanges.map(({ sent, answer }) => {
		learnOurs(sent, names);
		return { request: requestOf(sent, names), answer: answerOf(answer, names) };
	});
}

/** What a request made up is nobody's; it is known before any answer. */
function learnOurs({ url, body }: Sent, names: Names): void {
	const text = url.startsWith('/') ? url : '';
	const sent = body === undefined ? '' : JSON.stringify(body);
	for (const [, , id = ''] of `${text} ${sent}`.matchAll(URN)) names.makeOurs(id);
}

function requestOf({ url, headers, body, ...rest }: Sent, names: Names): RecordedRequest {
	return {
		...rest,
		url: url.startsWith('/') ? names.without(url) : names.ofText('url', url),
		headers,
		...(body === undefined ? {} : { body: bodyOf(body, names) }),
	};
}

function bodyOf(body: Body, names: Names): Body {
	if ('form' in body) return { form: names.without(body.form) };
	return 'json' in body ? { json: asSent(body.json, names) } : body;
}

/** A request's own words stay, but for what LinkedIn returned before. */
function asSent(value: unknown, names: Names): unknown {
	if (typeof value === 'string') {
		// A word of LinkedIn's schemas is no token, whatever key it was seen under.
		const known = /^[A-Z_]+$/.test(value) ? undefined : names.knownText(value);
		return known ?? names.without(value);
	}
	if (Array.isArray(value)) return value.map((entry: unknown) => asSent(entry, names));
	if (!isRecord(value)) return value;
	return mapped(value, (entry) => asSent(entry, names));
}

function answerOf({ status, headers, json, text }: Answer, names: Names): RecordedAnswer {
	const kept = HEADERS.flatMap((name): [string, string][] => {
		const value = headers[name];
		return value === undefined ? [] : [[name, headerOf(name, value, names)]];
	});
	return {
		status,
		headers: Object.fromEntries(kept),
		...(json === undefined ? {} : { json: received(json, '', names) }),
		...(json === undefined && text !== ''
			? { other: `${headers['content-type'] ?? 'no type'}, ${text.length} characters` }
			: {}),
	};
}

/** The form of an ETag stays: whether it is quoted, and a path. */
function headerOf(name: string, value: string, names: Names): string {
	// A comment's, which stands in its URN too.
	if (/^\d+$/.test(value)) return names.ofId('number', value);
	if (name !== 'etag') return urnsIn(value, names);
	const [, start = '', tag = '', end = ''] = /^((?:W\/)?"?\/?)(.*?)("?)$/s.exec(value) ?? [];
	return `${start}${names.ofId('etag', tag)}${end}`;
}

function received(value: unknown, key: string, names: Names): unknown {
	if (typeof value === 'string') return textOf(value, key, names);
	if (typeof value === 'number') return isId(value, key, names) ? 0 : value;
	if (Array.isArray(value)) {
		return value.slice(0, MOST_ENTRIES).map((entry: unknown) => received(entry, key, names));
	}
	if (!isRecord(value)) return value;
	const entries = Object.entries(value).map(([name, entry]): [string, unknown] => [
		keyOf(name, names),
		received(entry, name, names),
	]);
	return Object.fromEntries(entries);
}

function isId(value: number, key: string, names: Names): boolean {
	return /id$/i.test(key) || names.without(String(value)) !== String(value);
}

/** Names of fields; in a batch get they are URNs or IDs. */
function keyOf(name: string, names: Names): string {
	const shown = urnsIn(name, names);
	return /^\d+$/.test(shown) && !names.isOurs(shown) ? names.ofId('number', shown) : shown;
}

function textOf(value: string, key: string, names: Names): string {
	if (value === '') return '';
	const known = names.knownText(value);
	if (known !== undefined) return known;
	const shown = urnsIn(value, names);
	if (/^<[A-Za-z]+(?:-\d+)?>$/.test(shown) || /^urn:li:[\w:<>(),-]+$/.test(shown)) return shown;
	if (SENTENCES.has(key)) return sentence(shown, names);
	if (PLAIN.has(key) && WORD.test(shown)) return shown;
	if (key === 'href') return pathOf(shown);
	if (shown.includes(MARK)) return shown;
	return names.ofText(/^https?:/.test(value) ? 'url' : 'text', value);
}

/** LinkedIn's words. They may say what a request said; numbers and long words may be someone's. */
function sentence(text: string, names: Names): string {
	return names
		.withoutTexts(redact(text))
		.replace(/[^\s@"'(]+@[^\s@"')]+\.[a-z]+/gi, '<email>')
		.replace(/(?<![<\w-])\d{7,}/g, '<number>');
}

/** A link to another page: its form is what matters. */
function pathOf(href: string): string {
	return href.replace(/^https?:\/\/[^/?#]+/, '').replace(/(?<![<\w-])\d{7,}/g, '<number>');
}

/** Each URN's ID by its placeholder; those that a request made up stay. */
function urnsIn(text: string, names: Names): string {
	const learned = [...text.matchAll(URN)];
	for (const [, kind = '', id = ''] of learned) {
		if (!WORDS.has(kind) && !names.isOurs(id)) names.ofId(kind, id);
	}
	return names.without(text);
}

function mapped(
	record: Readonly<Record<string, unknown>>,
	change: (value: unknown) => unknown,
): Record<string, unknown> {
	return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value)]));
}
