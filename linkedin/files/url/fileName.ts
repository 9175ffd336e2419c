/** With an optional language between the quotes (RFC 8187). */
const EXTENDED = /filename\*\s*=\s*UTF-8'[^']*'([^;]+)/i;
const QUOTED = /filename\s*=\s*"((?:[^"\\]|\\.)*)"/i;
const PLAIN = /filename\s*=\s*([^";]+)/i;

/** The file's name: as its server says (RFC 6266), else the end of the address. */
export function fileNameOf(url: URL, disposition: string | undefined): string {
	const header = disposition ?? '';
	const given =
		decoded(EXTENDED.exec(header)?.[1]) ??
		QUOTED.exec(header)?.[1]?.replace(/\\(.)/g, '$1') ??
		PLAIN.exec(header)?.[1];
	const path = decoded(url.pathname.split('/').at(-1));
	return [given, path].map(plainName).find((text) => text !== '') ?? 'file';
}

const MAX_NAME = 200;

/** A path in the name is none of our business, and line breaks have no place in messages and logs. */
function plainName(text: string | undefined): string {
	const last = text?.split(/[/\\]/).at(-1) ?? '';
	return last
		.replace(/\p{Cc}+/gu, ' ')
		.trim()
		.slice(0, MAX_NAME);
}

function decoded(text: string | undefined): string | undefined {
	if (text === undefined) return undefined;
	try {
		return decodeURIComponent(text.trim());
	} catch {
		return text;
	}
}
