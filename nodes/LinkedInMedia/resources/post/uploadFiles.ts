import { CONTENT_TYPES, type MediaContentName } from '../../../../linkedin/posts/contentTypes';
import type { PostDraft } from '../../../../linkedin/posts/draft';
import type { PostMedia } from '../../../../linkedin/posts/ready';
import type { MediaFacts } from './files';
import { foreseeUploads } from './foresee';
import type { MediaWork, readFiles } from './media';
import { naming } from '../media/naming';
import { progressOf } from './progress';
import { startingOver } from './startingOver';

/** The files of a post on LinkedIn. */
interface UploadedFiles {
	readonly draft: PostDraft;
	readonly media: readonly PostMedia[];
	readonly facts: readonly MediaFacts[];
}

/**
 * Uploads what was read and checked for a post, one file after the other; what an earlier try began is
 * continued. A check ends before.
 *
 * @throws UploadFailure that names the files that were uploaded before; LinkedInError, CancelledError
 */
export async function uploadFiles(
	{ item, options }: MediaWork,
	files: Awaited<ReturnType<typeof readFiles>>,
	draft: PostDraft & { readonly contentType: MediaContentName },
): Promise<UploadedFiles> {
	const { collection } = CONTENT_TYPES[draft.contentType];
	foreseeUploads(item, draft, { collection, files }, options.waitMs);
	const progress = progressOf(item);
	const media: PostMedia[] = [];
	for (const [index, file] of files.entries()) {
		const session = await file
			.upload(draft.author, progress.uploads.get(index), (begun) => {
				progress.uploads.set(index, begun);
			})
			.catch((error: unknown) => {
				const before = media.map(({ urn }) => urn);
				const reason = startingOver(error, () => progress.uploads.delete(index));
				throw naming(reason, before);
			});
		media.push({ collection, urn: session.urn, name: file.name, bytes: file.bytes });
	}
	return { draft, media, facts: files.map(({ facts }) => facts) };
}
