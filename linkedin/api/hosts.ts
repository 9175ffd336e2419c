import { Problem } from '../problem';

/** LinkedIn's own URLs, used unless the credential names others. */
export const LINKEDIN_API = 'https://api.linkedin.com';
export const LINKEDIN_OAUTH = 'https://www.linkedin.com';

/** LinkedIn's own domains: the API, the upload hosts, the media hosts, and their test tier. */
const LINKEDIN_DOMAINS = ['linkedin.com', 'licdn.com', 'linkedin-ei.com', 'licdn-ei.com'];

const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/**
 * Where bytes and tokens may go: LinkedIn's domains over https on the usual port, or exactly the
 * origin that the credential's own base URL names (a gateway, the simulator). Redirects are never
 * followed, so this is the whole rule for hosts; `parseUploadUrl` has the rule for paths.
 *
 * @returns the parsed URL: only this may be used afterwards, never the text
 * @throws Problem for any other URL. The message shows the host, never the signed query.
 */
export function allowedUrl(text: string, baseUrl: string, what: string): URL {
	// One parser's path could be another parser's host.
	const target = /[\\\s]/.test(text) ? undefined : parseUrl(text);
	if (!target) throw forbiddenPlaceProblem(what, 'a URL that can’t be read');
	if (target.username !== '' || target.password !== '') {
		throw forbiddenPlaceProblem(what, `${target.host} with a user name in the URL`);
	}
	// A fragment is never sent.
	target.hash = '';
	if (isOfBase(target, baseUrl) || isLinkedInUrl(target)) return target;
	throw forbiddenPlaceProblem(what, `${target.protocol}//${target.host}`);
}

/**
 * The origin of the credential's base URL. A blob has the origin of its page, but nothing can be
 * sent to it.
 */
export function isOfBase(target: URL, baseUrl: string): boolean {
	const web = target.protocol === 'https:' || target.protocol === 'http:';
	return web && target.origin === parseUrl(baseUrl)?.origin;
}

/** One of LinkedIn's own domains, over https on the usual port. */
export function isLinkedInUrl({ protocol, port, hostname }: URL): boolean {
	return protocol === 'https:' && port === '' && isLinkedInHost(hostname);
}

function isLinkedInHost(host: string): boolean {
	return LINKEDIN_DOMAINS.some((domain) => host === domain || host.endsWith(`.${domain}`));
}

function forbiddenPlaceProblem(what: string, place: string): Problem {
	return new Problem(`${what} points to ${place}, which is not LinkedIn`, {
		description:
			'Nothing was sent there. Media and tokens only go to linkedin.com and licdn.com over https, or to the host of "API Base URL" in the credential.',
	});
}

/**
 * The credential's base URL, without a slash at its end.
 *
 * @throws Problem unless it is an https URL, or http on this machine (a token must not cross a
 * network in clear text), without user name, query or fragment
 */
export function parseBaseUrl(value: string): string {
	const url = secureBaseUrl(value);
	if (url !== undefined) return url;
	throw new Problem('"API Base URL" in the credential can’t be used', {
		description:
			'Enter an https URL such as https://api.linkedin.com, without a user name or query. Plain http works only for localhost.',
	});
}

/**
 * The same rule for any base URL of the credential.
 *
 * @returns undefined if neither token nor secret may be sent to it
 */
export function secureBaseUrl(value: string): string | undefined {
	const url = parseUrl(value.trim());
	const secure =
		url?.protocol === 'https:' || (url?.protocol === 'http:' && LOOPBACK.has(url.hostname));
	if (!url || !secure) return undefined;
	const extras = [url.username, url.password, url.search, url.hash];
	if (extras.some((extra) => extra !== '')) return undefined;
	return `${url.origin}${url.pathname.replace(/(?<!\/)\/+$/, '')}`;
}

function parseUrl(text: string): URL | undefined {
	try {
		return new URL(text);
	} catch {
		return undefined;
	}
}
