import { createHash } from 'crypto';

/** How the importing system identifies an entry: the pair by which an import recognizes it. */
interface ImportKey {
	/** The system, for instance an archive. */
	readonly systemName: string;
	/** The entry's id in that system. */
	readonly externalId: string;
}

/**
 * UTF-8 bytes of an asset name. LinkedIn documents no limit [assumed]: a name this short fits any
 * usual one, whether characters or bytes count.
 */
export const MAX_ASSET_NAME_BYTES = 200;

/** The marker takes at most this many of them; the rest is for the title. */
const MAX_MARKER_BYTES = 120;

/** For a pair that doesn't fit completely. */
const SHOWN_SYSTEM_BYTES = 30;
const SHOWN_ID_BYTES = 40;
const HASH_DIGITS = 32;

/**
 * The name of an imported entry in a media library: `Sample video [import archive/123abc]`. People
 * read it, and the next import finds the entry by it. The title is cut if they don't both fit.
 */
export function markedName(title: string, key: ImportKey): string {
	const marker = markerOf(key);
	const room = MAX_ASSET_NAME_BYTES - bytesOf(marker) - 1;
	const shown = cut(plain(title), room).trimEnd();
	return shown === '' ? marker : `${shown} ${marker}`;
}

/**
 * `[import systemName/externalId]`, always the same for the same pair, and different for any other:
 *
 * - Letters and digits of any script, and `. _ : @ + = , ( ) -` are unchanged, and so is a single
 *   space between two of them. Everything else, including `/ [ ] ~ %`, is percent-encoded UTF-8.
 * - What Unicode normalization would change is percent-encoded too, so that a library that
 *   normalizes names can't confuse two IDs.
 * - A pair that is too long is shortened, with 32 hexadecimal digits of its SHA-256 after a `~`,
 *   which no other form has.
 *
 * @param key both must be {@link isMarkable}
 */
export function markerOf({ systemName, externalId }: ImportKey): string {
	const [system, id] = [encode(systemName), encode(externalId)];
	const whole = `[import ${system}/${id}]`;
	if (bytesOf(whole) <= MAX_MARKER_BYTES) return whole;
	const hash = createHash('sha256')
		.update(JSON.stringify([systemName, externalId]))
		.digest('hex');
	const shown = `${cutEncoded(system, SHOWN_SYSTEM_BYTES)}/${cutEncoded(id, SHOWN_ID_BYTES)}`;
	return `[import ${shown}~${hash.slice(0, HASH_DIGITS)}]`;
}

/** The marker in an asset name; the last one, in case the title looks like one too. */
export function findMarker(assetName: string): string | undefined {
	return assetName
		.normalize('NFC')
		.match(/\[import [^[\]]+\]/g)
		?.at(-1);
}

/**
 * Half a character (a lone surrogate) has no UTF-8 form: all of them would become the same
 * character.
 */
export function isMarkable(text: string): boolean {
	return !/\p{Surrogate}/u.test(text);
}

/** Everything that must be encoded; the look-arounds spare a single space inside. */
const UNSAFE = /[^\p{L}\p{N}._:@+=,() -]|(?<!\S) | (?!\S)|[\u{10000}-\u{10ffff}]/gu;

function encode(text: string): string {
	const encoded = text.replace(UNSAFE, percent);
	if (encoded === encoded.normalize('NFC')) return encoded;
	return encoded.replace(/\P{ASCII}/gu, percent);
}

function percent(character: string): string {
	return [...Buffer.from(character, 'utf8')]
		.map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`)
		.join('');
}

function bytesOf(text: string): number {
	return Buffer.byteLength(text, 'utf8');
}

/** As many whole characters as fit. */
function cut(text: string, bytes: number): string {
	let left = bytes;
	let shown = '';
	for (const character of text) {
		left -= bytesOf(character);
		if (left < 0) break;
		shown += character;
	}
	return shown;
}

function cutEncoded(text: string, bytes: number): string {
	return cut(text, bytes).replace(/%[0-9A-F]?$/, '');
}

/** On one line: line breaks and other control characters don't belong in a name. */
function plain(title: string): string {
	return title.replace(/[\p{Cc}\p{Surrogate}\s]+/gu, ' ').trim();
}
