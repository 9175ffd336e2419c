import { shown } from '../../api/urn';
import { Problem } from '../../problem';

/** Where a file is, as a person wrote it. */
export interface UrlPlace extends UrlUse {
	readonly url: string;
	/** For protected files, sent to the link's own origin only. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** How a file is going to be read. */
export interface UrlUse {
	/**
	 * Bytes: a file of no more than these is read into memory at once, because it goes in one piece; its
	 * server need not say how large it is. Absent for a video, which goes in parts.
	 */
	readonly wholeUpTo?: number;
	/** Its size alone is compared from answer to answer, not its ETag or date. */
	readonly acceptChangingEtag?: boolean;
}

/** A path on a computer, not a link. */
const LOCAL = /^(?:\/(?!\/)|~|\.{1,2}[\\/]|\\\\|[A-Za-z]:[\\/]|file:)/;

/** Enough to know it again; signatures stand in queries, passwords before an `@`. */
function withoutQuery(text: string): string {
	const [place = ''] = text.trim().split(/[?#]/);
	return shown(place.replace(/^.*@/, '…@'));
}

/** @throws Problem unless it is an http or https address without a user name in it */
export function parseFileUrl(text: string, what: string): URL {
	const url = URL.canParse(text.trim()) ? new URL(text.trim()) : undefined;
	if (text.trim() === '') {
		throw new Problem(`${what} is empty`, {
			description:
				'Enter a direct link to the file. If it is an expression, check what it returns.',
		});
	}
	if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) {
		throw new Problem(`${what} must start with https:// or http://: "${withoutQuery(text)}"`, {
			description: LOCAL.test(text.trim())
				? 'To upload a local file, read it first (Read/Write Files from Disk) and use Binary Field instead of URL.'
				: 'Enter a direct link to the file, such as https://example.com/videos/talk.mp4.',
		});
	}
	if (url.username !== '' || url.password !== '') {
		throw new Problem(`${what} contains a user name or password for ${url.host}`, {
			description:
				'Send it as an Authorization header instead, in a LinkedIn Media File Server API credential or in "Source Headers".',
		});
	}
	return url;
}
