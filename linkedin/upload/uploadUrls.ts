import type { LinkedInClient } from '../api/client';
import { Problem } from '../problem';
import type { UploadContext } from './context';
import type { VideoUploadSession } from './session';
import { parseUploadUrl, type UrlOrigin } from './uploadUrl';

/** What belongs to a video besides its parts. */
export type SupplementName = 'captions' | 'thumbnail';

/**
 * Checks every URL of a plan, before anything is sent to any of them.
 *
 * @throws Problem
 */
export function assertUploadUrls(context: UploadContext, urls: readonly string[]): void {
	if (areKnown(context.client, urls, 'answer')) return;
	context.warn(
		'LinkedIn returned an upload URL with an unknown path. It was used, because the host is LinkedIn’s. Check for a newer version of this package.',
	);
}

/**
 * The same for the URLs of a session that was passed in.
 *
 * @param from `answer` if nothing will be sent to them
 * @throws Problem
 */
export function assertSessionUrls(
	client: LinkedInClient,
	session: SessionUrls,
	from: UrlOrigin = 'session',
): void {
	areKnown(client, urlsOf(session), from);
}

function areKnown(client: LinkedInClient, urls: readonly string[], from: UrlOrigin): boolean {
	const { baseUrl } = client.options;
	return urls.map((url) => parseUploadUrl(url, baseUrl, from)).every(({ isKnown }) => isKnown);
}

/**
 * The same for all URLs of a video.
 *
 * @param mayLack whether the URL for announced captions or a thumbnail may be missing
 * @throws Problem
 */
export function assertVideoUrls(
	context: UploadContext,
	session: VideoUploadSession,
	mayLack: boolean,
): void {
	const due = mayLack ? [] : SUPPLEMENTS.filter((name) => session[name] === 'due');
	for (const name of due) {
		if (supplementUrl(session, name) === undefined) {
			throw missingUrlProblem(name, session.fileName);
		}
	}
	assertUploadUrls(context, urlsOf(session));
}

const SUPPLEMENTS: readonly SupplementName[] = ['captions', 'thumbnail'];

/** The parts of a session that contain URLs, of a video or a legacy asset. */
interface SessionUrls {
	readonly parts: ReadonlyArray<{ readonly uploadUrl: string }>;
	readonly captionsUploadUrl?: string;
	readonly thumbnailUploadUrl?: string;
}

function urlsOf(session: SessionUrls): string[] {
	return [
		...session.parts.map(({ uploadUrl }) => uploadUrl),
		...SUPPLEMENTS.map((name) => supplementUrl(session, name)).filter((url) => url !== undefined),
	];
}

export function supplementUrl(
	{ captionsUploadUrl, thumbnailUploadUrl }: SessionUrls,
	name: SupplementName,
): string | undefined {
	return name === 'captions' ? captionsUploadUrl : thumbnailUploadUrl;
}

/** LinkedIn was asked for a captions or thumbnail URL but returned none. */
export function missingUrlProblem(name: SupplementName, fileName: string): Problem {
	return new Problem(`LinkedIn returned no upload URL for the ${name} of "${fileName}"`, {
		description: `Nothing was sent. Try again. To upload without ${name}, set "If Captions or Thumbnail Fail" to "Continue Without Them".`,
	});
}
