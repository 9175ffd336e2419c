/** HTML's names for the characters from U+00A0 to U+00FF, in order. */
const LATIN_1 =
	'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml';

/** WebVTT's own, and what English texts use beyond Latin 1. */
const OTHERS: readonly (readonly [string, string])[] = [
	...(['amp &', 'lt <', 'gt >', 'quot "', "apos '", 'lrm \u200e', 'rlm \u200f'] as const),
	...([
		'ndash –',
		'mdash —',
		'lsquo ‘',
		'rsquo ’',
		'sbquo ‚',
		'ldquo “',
		'rdquo ”',
		'bdquo „',
	] as const),
	...([
		'hellip …',
		'bull •',
		'trade ™',
		'euro €',
		'prime ′',
		'Prime ″',
		'lsaquo ‹',
		'rsaquo ›',
	] as const),
	...(['OElig Œ', 'oelig œ', 'Scaron Š', 'scaron š', 'Yuml Ÿ', 'larr ←', 'rarr →'] as const),
	...(['ensp \u2002', 'emsp \u2003', 'thinsp \u2009', 'zwnj \u200c', 'zwj \u200d'] as const),
].map(
	(entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)] as const,
);

const NAMED = new Map([
	...LATIN_1.split(' ').map((name, index) => [name, String.fromCharCode(0xa0 + index)] as const),
	...OTHERS,
]);

/** Every repetition has a limit, so that each `&` costs no more than a few characters. */
const REFERENCE = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|([A-Za-z][A-Za-z\d]{1,7}));/g;

/**
 * Character references become characters (WebVTT, 6.4: "consume an HTML character reference").
 * Unknown names stay as they are.
 */
export function decodeReferences(text: string): string {
	return text.replace(REFERENCE, (reference, decimal?: string, hex?: string, named?: string) => {
		if (named !== undefined) return NAMED.get(named) ?? reference;
		return character(decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal));
	});
}

/** The characters 128 to 159 of Windows-1252; Node.js decodes them as Latin 1 in some versions. */
const WINDOWS_1252 = '€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ';

/** The character that Windows-1252 has for a code of Latin 1's controls; empty for none. */
export function westernCharacter(code: number): string {
	return WINDOWS_1252.charAt(code - 0x80).trim();
}

/** As HTML has it: no zero, no half of a pair, nothing beyond Unicode; 128 to 159 are Windows-1252's. */
function character(code: number): string {
	const western = westernCharacter(code);
	if (western !== '') return western;
	const possible = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
	return possible ? String.fromCodePoint(code) : '\ufffd';
}
