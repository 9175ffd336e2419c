import { shown } from '../../api/urn';
import { Problem } from '../../problem';

/** Where a file is, as the user entered it. */
export interface UrlPlace extends UrlUse {
	readonly url: string;
	/** For protected files, sent to the link's own origin only. */
	readonly headers?: Readonly<Record<string, string>>;
}

/** How a file is going to be read. */
export interface UrlUse {
	/**
	 * Bytes: the largest file that is read into memory, because it is sent in one piece; its server
	 * need not state the size. Absent for a video, which is sent in parts.
	 */
	readonly wholeUpTo?: number;
	/** Only its size is compared between answers, not its ETag or date. */
	readonly acceptChangingEtag?: boolean;
}

/** A path on a computer, not a link. */
const LOCAL = /^(?:\/(?!\/)|~|\.{1,2}[\\/]|\\\\|[A-Za-z]:[\\/]|file:)/;

/** Enough to recognize it; queries contain signatures, and a password may precede an `@`. */
function withoutQuery(text: string): string {
	const [place = ''] = text.trim().split(/[?#]/);
	return shown(place.replace(/^.*@/, '…@'));
}

/** @throws Problem unless it is an http or https URL without a user name */
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
