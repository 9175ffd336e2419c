/** `<b>`, `</i>`, `<u.loud>`: SRT knows these three too, without classes. */
const KEPT = /<(\/?)([biu])(?:[.\s][^<>]*)?>/g;
/** What {@link KEPT} makes of them, and all others: `<v Anna>`, `<c.yellow>`, `<00:00:01.500>`. */
const TAG = /<(?!\/?[biu]>)(?:\/?[a-zA-Z.][^<>]*|\/|\d+:[\d:.]+)>/g;
/** WebVTT's own names and the numbers of HTML. */
const CHARACTER = /&(?:#(\d{1,7})|#[xX]([\da-fA-F]{1,6})|(amp|lt|gt|nbsp|quot|apos|lrm|rlm));/g;

const NAMED = new Map([
	['amp', '&'],
	['lt', '<'],
	['gt', '>'],
	['nbsp', '\u00a0'],
	['quot', '"'],
	['apos', "'"],
	['lrm', '\u200e'],
	['rlm', '\u200f'],
]);

/**
 * The text of a WebVTT cue as SRT has it: bold, italic and underline stay, other tags go, character
 * references become characters, lines that are blank then go too (a blank line ends an SRT cue).
 */
export function plainText(lines: readonly string[]): string[] {
	return (
		lines
			.join('\n')
			.replace(KEPT, '<$1$2>')
			.replace(TAG, '')
			.replace(CHARACTER, (reference, decimal?: string, hex?: string, named?: string) => {
				if (named !== undefined) return NAMED.get(named) ?? reference;
				const code = decimal === undefined ? parseInt(hex ?? '', 16) : Number(decimal);
				return isCharacter(code) ? String.fromCodePoint(code) : '\ufffd';
			})
			// Spelled as "--&gt;" an arrow is text, but in SRT it would be read as times.
			.replaceAll('-->', '->')
			.split(/[\r\n]+/)
			.filter((line) => line.trim() !== '')
	);
}

/** As HTML has it: neither zero nor half of a surrogate pair nor beyond Unicode. */
function isCharacter(code: number): boolean {
	return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
}
