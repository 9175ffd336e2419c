import { CancelledError } from '../../api/http';
import { Problem } from '../../problem';
import { headerAddress } from './headerText';
import type { UrlAnswer, UrlReading } from './http';
import { cookieLoopProblem, endlessRedirectsProblem } from './pageProblems';
import { shownUrl } from './shownUrl';

const MAX_REDIRECTS = 5;
const ANSWER_TIMEOUT_MS = 60_000;

/** What an expired target of a redirect returns: the original link may redirect again. */
const STALE = [401, 403, 404, 410];

/**
 * A link and where it leads. Redirects are followed here instead of by the HTTP library: "Source
 * Headers" must not reach another origin, n8n's network policy must see every URL, and further
 * ranges go straight to the last one.
 */
export class FileLink {
	private resolved: URL;

	constructor(
		readonly url: URL,
		private readonly headers: Readonly<Record<string, string>>,
		private readonly reading: Pick<UrlReading, 'read'>,
	) {
		this.resolved = url;
	}

	/** Where the file is: the last URL of the redirects, once it has responded. */
	get end(): URL {
		return this.resolved;
	}

	/**
	 * One GET, redirects followed.
	 *
	 * @param range e.g. `bytes=0-1023`
	 * @throws ConnectionError; Problem for an invalid redirect; CancelledError
	 */
	async get(range: string | undefined, signal?: AbortSignal): Promise<UrlAnswer> {
		const answer = await this.follow(this.resolved, range, signal);
		if (!STALE.includes(answer.status) || this.resolved.href === this.url.href) return answer;
		answer.discard();
		return this.follow(this.url, range, signal);
	}

	private async follow(
		start: URL,
		range: string | undefined,
		signal: AbortSignal | undefined,
	): Promise<UrlAnswer> {
		let url = start;
		const seen = new Set<string>();
		let gaveCookie = false;
		for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
			if (signal?.aborted) throw new CancelledError();
			const answer = await this.reading.read(
				{ url: url.href, headers: this.headersFor(url, range), timeoutMs: ANSWER_TIMEOUT_MS },
				signal,
			);
			const location = answer.headers.get('location');
			if (answer.status < 300 || answer.status > 399 || location === undefined) {
				if (answer.status < 300) this.resolved = url;
				return answer;
			}
			answer.discard();
			seen.add(url.href);
			gaveCookie ||= answer.headers.get('set-cookie') !== undefined;
			url = nextOf(url, location);
		}
		const wantsCookie = gaveCookie && seen.has(url.href);
		throw wantsCookie ? cookieLoopProblem(this.url) : endlessRedirectsProblem(this.url);
	}

	private headersFor(url: URL, range: string | undefined): Record<string, string> {
		return {
			Accept: '*/*',
			// If compressed, neither the length nor the ranges would be the file's.
			'Accept-Encoding': 'identity',
			...(isSamePlace(url, this.url) ? this.headers : {}),
			...(range === undefined ? {} : { Range: range }),
		};
	}
}

/** The same origin, or the same host after the usual step from http to https. */
function isSamePlace(url: URL, start: URL): boolean {
	if (url.origin === start.origin) return true;
	const upgraded = start.protocol === 'http:' && url.protocol === 'https:';
	return upgraded && url.hostname === start.hostname && url.port === '' && start.port === '';
}

function nextOf(url: URL, location: string): URL {
	const address = headerAddress(location);
	const next = URL.canParse(address, url.href) ? new URL(address, url.href) : undefined;
	if (next?.protocol === 'https:' || next?.protocol === 'http:') return next;
	throw new Problem(`${shownUrl(url)} redirects to something that is not a web URL`, {
		description: 'Open the link in a browser to check it.',
	});
}
