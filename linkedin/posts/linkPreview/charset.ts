import { encodingOf } from '../../files/captions/decode';
import { westernCharacter } from '../../files/captions/entities';

/** Pages say their charset in the first 1,024 bytes (HTML, 4.2.5.5); browsers look a little further. */
const LOOKED_AT = 8192;

/** The Encoding Standard's name for all that people call ASCII, Latin 1 or Windows-1252. */
const WESTERN = 'windows-1252';

const UTF_8_MARK = Buffer.from([0xef, 0xbb, 0xbf]);

const COMMENTS = /<!--[^]*?(?:-->|$)/g;
const OF_META = /<meta\b[^>]{0,1000}?\bcharset\s{0,9}=\s{0,9}["']?\s{0,9}([\w.:-]{1,40})/i;
const OF_XML = /^\s{0,9}<\?xml\b[^>]{0,200}?\bencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})/i;
const OF_HEADER = /;\s{0,9}charset\s{0,9}=\s{0,9}["']?([\w.:-]{1,40})/i;

/** The characters that Windows-1252 has where Latin 1 has controls. */
const CONTROLS = /[\x80-\x9f]/g;

/**
 * The text of a page's beginning, by its byte order mark, its server's header, or what it says itself
 * (HTML, 13.2.3.2), in this order; where nobody says anything, UTF-8, or else Windows-1252 as in browsers.
 *
 * A page that is said to be western, and is UTF-8 beyond doubt, is UTF-8: servers add that by habit.
 *
 * @param contentType the server's header, with its charset
 */
export function decodePage(bytes: Buffer, contentType: string | undefined): string {
	const labels = [markIn(bytes), OF_HEADER.exec(contentType ?? '')?.[1], charsetInside(bytes)];
	const [said = WESTERN] = labels.flatMap((label) => encodingNamed(label) ?? []);
	const utf8 = said === WESTERN ? utf8In(bytes) : undefined;
	if (utf8 !== undefined) return utf8;
	// A character that the cut has halved is left out.
	const text = new TextDecoder(said).decode(bytes, { stream: true });
	if (said !== WESTERN) return text;
	return text.replace(CONTROLS, (control) => westernCharacter(control.charCodeAt(0)) || control);
}

function markIn(bytes: Buffer): string | undefined {
	if (bytes.subarray(0, UTF_8_MARK.length).equals(UTF_8_MARK)) return 'utf-8';
	const encoding = encodingOf(bytes);
	return encoding === 'utf-8' ? undefined : encoding;
}

/** Bytes of which this can be read are not UTF-16, whatever they say (HTML, 13.2.3.2). */
function charsetInside(bytes: Buffer): string | undefined {
	const start = bytes.subarray(0, LOOKED_AT).toString('latin1');
	const [, label] = OF_XML.exec(start) ?? OF_META.exec(start.replace(COMMENTS, '')) ?? [];
	return label !== undefined && /^utf-?16/i.test(label) ? 'utf-8' : label;
}

/** @returns undefined for a charset that nobody knows */
function encodingNamed(label: string | undefined): string | undefined {
	if (label === undefined) return undefined;
	try {
		return new TextDecoder(label).encoding;
	} catch {
		return undefined;
	}
}

/** Undefined where the bytes are not UTF-8; the last character may be cut. */
function utf8In(bytes: Buffer): string | undefined {
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
	} catch {
		return undefined;
	}
}
