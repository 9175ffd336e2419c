import type { LinkedInClient } from '../api/client';
import { assertAllowedUrl } from '../api/hosts';
import { Problem } from '../problem';
import type { VideoUploadSession } from './session';

/** What goes with a video beside its parts. */
export type SupplementName = 'captions' | 'thumbnail';

/** Every URL of a plan, before the first byte goes to any of them. @throws Problem */
export function assertUploadUrls(client: LinkedInClient, urls: readonly string[]): void {
	for (const url of urls) {
		assertAllowedUrl(url, client.options.baseUrl, 'The upload URL from LinkedIn’s response');
	}
}

/**
 * The same for all URLs of a video.
 *
 * @param mayLack whether it serves without the URL of captions or a thumbnail that it announced
 * @throws Problem
 */
export function assertVideoUrls(
	client: LinkedInClient,
	session: VideoUploadSession,
	mayLack: boolean,
): void {
	const names: readonly SupplementName[] = ['captions', 'thumbnail'];
	const due = mayLack ? [] : names.filter((name) => session[name] === 'due');
	for (const name of due) {
		if (supplementUrl(session, name) === undefined) {
			throw missingUrlProblem(name, session.fileName);
		}
	}
	assertUploadUrls(client, [
		...session.parts.map(({ uploadUrl }) => uploadUrl),
		...names.map((name) => supplementUrl(session, name)).filter((url) => url !== undefined),
	]);
}

export function supplementUrl(
	{ captionsUploadUrl, thumbnailUploadUrl }: VideoUploadSession,
	name: SupplementName,
): string | undefined {
	return name === 'captions' ? captionsUploadUrl : thumbnailUploadUrl;
}

/** LinkedIn was asked for a captions or thumbnail URL and gave none. */
export function missingUrlProblem(name: SupplementName, fileName: string): Problem {
	return new Problem(`LinkedIn returned no upload URL for the ${name} of "${fileName}"`, {
		description: `Nothing was sent. Try again. To upload without ${name}, set "If Captions or Thumbnail Fail" to "Continue Without Them".`,
	});
}
