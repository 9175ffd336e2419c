import { Problem } from '../../problem';

/** Where a file is, as a person wrote it. */
export interface UrlPlace {
	readonly url: string;
	/** For protected files, sent to the link's own origin only. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** @throws Problem unless it is an http or https address without a user name in it */
export function parseAddress(text: string, what: string): URL {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
	if (text.trim() === '') {
		throw new Problem(`${what} is empty`, { description: 'Enter the address of the file.' });
	}
	if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
		throw new Problem(`${what} is not an address of the web`, {
			description: 'It must begin with https:// or http://, and lead to the file itself.',
		});
	}
	if (url.username !== '' || url.password !== '') {
		throw new Problem(`${what} has a user name or password in the address of ${url.host}`, {
			description: 'Send it in "Source Headers" instead, as an Authorization header.',
		});
	}
	return url;
}

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
