import { Problem } from '../problem';

/** An origin, and the path below which everything is allowed: `/` for the whole origin. */
export interface AllowedAddress {
	readonly origin: string;
	readonly path: string;
}

/**
 * Reads an entry of a list: a host (`hooks.example.com`, meaning https), or a URL whose path and
 * everything below it is allowed (`https://hooks.example.com:8443/linkedin/`).
 *
 * @throws Problem that names the entry
 */
export function parseAllowedAddress(entry: string, what: string): AllowedAddress {
	const text = entry.includes('://') ? entry : `https://${entry}`;
	const url = URL.canParse(text) ? new URL(text) : undefined;
	const isWeb = url?.protocol === 'https:' || url?.protocol === 'http:';
	if (url && isWeb && !isMoreThanAPlace(url)) return { origin: url.origin, path: url.pathname };
	throw new Problem(`${what}: "${entry.slice(0, 200)}" is neither a host nor a URL`, {
		description:
			'Enter a host such as hooks.example.com, or a URL without user name and query, such as https://hooks.example.com/linkedin/.',
	});
}

function isMoreThanAPlace({ username, password, search, hash }: URL): boolean {
	return [username, password, search, hash].some((part) => part !== '');
}

/**
 * Whether a URL is one of these or below one. Both are parsed, so that their spelling doesn't
 * matter; the port is part of the origin, and a subdomain is another host.
 */
export function isAllowed(url: URL, allowed: readonly AllowedAddress[]): boolean {
	// The parser leaves them unchanged, but a server may read them as a slash.
	const hidesASlash = /%2f|%5c/i.test(url.pathname);
	return allowed.some(({ origin, path }) => {
		if (origin !== url.origin) return false;
		if (path === '/') return true;
		const folder = path.endsWith('/') ? path : `${path}/`;
		return !hidesASlash && (url.pathname === path || url.pathname.startsWith(folder));
	});
}
