import type { Disposition } from './disposition';
import { percentDecoded } from './headerText';

/** The extension of a file's name; scripts that serve files have extensions of their own. */
const ENDING = /\.(?!(?:aspx?|ashx|cgi|do|html?|jspx?|php\d?|py)$)[a-z0-9]{1,10}$/i;

const MAX_NAME = 200;

/** Characters that reverse the order of those around them, and so disguise a name. */
const DIRECTIONS = /[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;

/**
 * The file's name, as people will see it in posts and libraries: from its server, else the end of a
 * URL.
 *
 * @param urls where the link led and the link itself: the first one that names a file counts
 */
export function fileNameOf({ name }: Disposition, urls: readonly URL[]): string {
	const given = plainName(name ?? '');
	if (given !== '') return given;
	const ends = urls.map(({ pathname }) =>
		plainName(decodedTwice(pathname.split('/').at(-1) ?? '')),
	);
	return ends.find((end) => ENDING.test(end)) ?? ends.find((end) => end !== '') ?? 'file';
}

/** Links that passed through two programs are often encoded by both. */
function decodedTwice(text: string): string {
	return percentDecoded(percentDecoded(text));
}

/** A path in the name is dropped, and line breaks don't belong in messages and logs. */
function plainName(text: string): string {
	const last = text.split(/[/\\]/).at(-1) ?? '';
	const name = last
		.replace(/\p{Cc}+/gu, ' ')
		.replace(DIRECTIONS, '')
		.normalize('NFC')
		.trim();
	const characters = Array.from(name);
	if (characters.length <= MAX_NAME) return name;
	const ending = ENDING.exec(name)?.[0] ?? '';
	return characters.slice(0, MAX_NAME - ending.length).join('') + ending;
}
