import { allowedUrl, isLinkedInUrl, isOfBase } from '../api/hosts';
import { Problem } from '../problem';

/**
 * Where a URL comes from: LinkedIn's own answer in this run, or a session, which may have been
 * written by anyone who can reach the workflow.
 */
export type UrlOrigin = 'answer' | 'session';

/** A checked upload URL: `url` is what was checked, whatever the text was. */
interface UploadUrl {
	readonly url: string;
	/** Its path is one of those that LinkedIn is known to use. */
	readonly isKnown: boolean;
}

/**
 * The paths of upload URLs: those of the Videos, Images and Vector Assets pages (linkedin-videos-api,
 * linkedin-images-api, linkedin-vector-assets-api), and `mediaUpload`, which older answers have.
 */
const UPLOAD_PATHS = new Set(['dms-uploads', 'dms-mpf-uploads', 'mediaUpload']);

/**
 * First path segments of APIs, which are not upload URLs: with a token, requests to them could do
 * anything.
 */
const API_PATH = /^(?:rest|v\d+|oauth\d*|uas|voyager)$/i;

/** Longer than any signed URL of LinkedIn's, which have some 1,500 characters. */
const MAX_LENGTH = 16_000;

/** How often a path may have been encoded; if it still changes after that, it is not an upload URL. */
const MOST_ENCODINGS = 5;

const WHAT: Readonly<Record<UrlOrigin, string>> = {
	answer: 'The upload URL from LinkedIn’s response',
	session: 'The upload URL of Upload Session',
};

/**
 * The one rule for every URL that bytes are sent to, with or without a token: it checks the host
 * ({@link allowedUrl}) and the path. A path of LinkedIn's API is refused however it is spelled. A
 * URL from a session must be on a known upload path, on LinkedIn's hosts or below the credential's
 * base URL; LinkedIn's own answer may have another one, since a new path must not stop all uploads.
 *
 * @throws Problem, which shows host and path at most, never the signed query
 */
export function parseUploadUrl(text: string, baseUrl: string, from: UrlOrigin): UploadUrl {
	if (text.length > MAX_LENGTH) {
		throw refusedProblem(from, `has ${text.length} characters, more than any upload URL has`);
	}
	const target = allowedUrl(text, baseUrl, WHAT[from]);
	const { pathname } = target;
	const segments = segmentsOf(pathname);
	if (!segments) throw refusedProblem(from, `has a path that cannot be read`);
	const below = isOfBase(target, baseUrl) ? withoutBase(segments, baseUrl) : undefined;
	const [first = ''] = below ?? segments;
	if (API_PATH.test(first)) {
		throw refusedProblem(
			from,
			`leads to "/${first}", which is LinkedIn’s API and doesn’t accept files`,
		);
	}
	const isPlace = below !== undefined || isLinkedInUrl(target);
	const isKnown = isPlace && UPLOAD_PATHS.has(first) && isPlain(pathname, segments, first);
	if (!isKnown && from === 'session') {
		throw refusedProblem(from, 'is not an upload URL of LinkedIn’s');
	}
	return { url: target.href, isKnown };
}

/** A path as servers may read it: decoded, without dots, double slashes and matrix parameters. */
function segmentsOf(pathname: string): readonly string[] | undefined {
	const decoded = decodedWhole(pathname);
	// A control character doesn't belong in a path, and some servers end it there.
	if (decoded === undefined || /\p{Cc}/u.test(decoded)) return undefined;
	const segments: string[] = [];
	for (const raw of decoded.split(/[\\/]/)) {
		const [path = ''] = raw.split(';', 1);
		const segment = path.trim();
		if (segment === '..') segments.pop();
		else if (segment !== '' && segment !== '.') segments.push(segment);
	}
	return segments;
}

/**
 * Each segment is literally what it looks like, and the one for uploads is not encoded: nothing in
 * it could mean a slash, dots or an end.
 */
function isPlain(pathname: string, segments: readonly string[], upload: string): boolean {
	const raw = pathname.replace(/\/$/, '').split('/').slice(1);
	const isSame = raw.every((part, index) => decodedWhole(part) === segments[index]);
	return isSame && raw.length === segments.length && raw[segments.indexOf(upload)] === upload;
}

function decodedWhole(text: string): string | undefined {
	let decoded = text;
	for (let times = 0; times < MOST_ENCODINGS; times += 1) {
		const next = decodedOnce(decoded);
		if (next === undefined || next === decoded) return next;
		decoded = next;
	}
	return undefined;
}

function decodedOnce(text: string): string | undefined {
	try {
		return decodeURIComponent(text);
	} catch {
		return undefined;
	}
}

/** The path below that of the base URL; undefined if it is elsewhere. */
function withoutBase(segments: readonly string[], baseUrl: string): readonly string[] | undefined {
	const base = segmentsOf(new URL(baseUrl).pathname) ?? [];
	return base.every((segment, index) => segment === segments[index])
		? segments.slice(base.length)
		: undefined;
}

function refusedProblem(from: UrlOrigin, why: string): Problem {
	return new Problem(`${WHAT[from]} ${why}`, {
		description:
			from === 'session'
				? 'Nothing was sent. Use the session as this node returned it. If it is unchanged, upload the file again.'
				: 'Nothing was sent. Upload the file again. If it fails again, please report it.',
	});
}
