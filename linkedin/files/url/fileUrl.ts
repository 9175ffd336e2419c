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

/** @throws Problem unless it is an http or https address without a user name in it */
export function parseFileUrl(text: string, what: string): URL {
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
