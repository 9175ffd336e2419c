import type { FileSource } from '../files/source';
import type { UploadContext } from '../upload/context';
import { differenceTo } from '../upload/sameFile';
import type { VideoUploadSession } from '../upload/session';
import { assertSessionUrls } from '../upload/uploadUrls';

/** What an upload that goes on must have in common with the one that was begun. */
interface ResumedEntry {
	readonly session: VideoUploadSession | undefined;
	readonly owner: string;
	readonly file: FileSource;
}

/**
 * The upload of an earlier import that an entry goes on with: only what is missing is sent, and the
 * library has one entry of it. A session that serves no more is left aside with a warning, because nobody
 * watches an import: the file is then uploaded again.
 *
 * @returns undefined where the upload is to begin
 * @throws Problem for URLs that are not LinkedIn's; CancelledError
 */
export async function sessionToResume(
	context: UploadContext,
	{ session, owner, file }: ResumedEntry,
): Promise<VideoUploadSession | undefined> {
	if (!session) return undefined;
	assertSessionUrls(context.client, session);
	const why = await whyUseless(context, session, { owner, file });
	if (why === undefined) return session;
	context.warn(
		`The upload of "${file.name}" (${session.urn}) can’t be continued, so the file was uploaded from the start: ${why}.`,
	);
	return undefined;
}

async function whyUseless(
	{ client, signal }: UploadContext,
	session: VideoUploadSession,
	{ owner, file }: Omit<ResumedEntry, 'session'>,
): Promise<string | undefined> {
	if (session.owner !== owner) return 'it belongs to another owner';
	const { expiresAt, captions, thumbnail } = session;
	if (expiresAt !== undefined && expiresAt <= client.options.now()) {
		return 'its upload URLs have expired';
	}
	if (captions === 'due' || thumbnail === 'due') return 'it waits for captions or a thumbnail';
	return differenceTo(session, file, signal);
}
