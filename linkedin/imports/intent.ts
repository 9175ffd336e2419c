import type { CallRange, Intent } from '../api/intent';
import type { MediaCollection } from '../media/collections';
import { looksWithin } from '../media/lookTimes';
import { finalizePurpose } from '../upload/finalize';
import type { UploadStart } from '../upload/initialize';
import type { VideoUploadSession } from '../upload/session';
import { uploadWrites } from '../upload/uploadWrites';
import type { CheckedFile } from './checkImportedFile';

/** The file of an entry, checked. */
interface EntryUpload extends Pick<CheckedFile, 'file' | 'facts' | 'mimeType'> {
	readonly collection: MediaCollection;
	readonly start: UploadStart;
	/** The upload that goes on. */
	readonly resumed: VideoUploadSession | undefined;
	/** What is written after it: the old entry is archived. */
	readonly then: Intent;
}

/** What is written for an entry whose file is uploaded. */
export function uploadIntent(upload: EntryUpload, waitMs: number): Intent {
	const { collection, start, resumed, then, file, facts, mimeType } = upload;
	const { least, most } = then.reads ?? { least: 0, most: 0 };
	const reads = waitReads(collection, file.size, waitMs);
	return {
		preview: {
			action: 'upload',
			...(resumed && { urn: resumed.urn }),
			owner: start.owner,
			media: [{ name: file.name, sizeBytes: file.size, mimeType, ...facts }],
			library: start.library,
			replaces: then.preview,
		},
		writes: [
			...(resumed ? [finalizePurpose(resumed)] : uploadWrites(collection, start)),
			...then.writes,
		],
		reads: { least: reads.least + least, most: reads.most + most },
	};
}

/** Without a wait nobody asks for the status. */
function waitReads({ urnType }: MediaCollection, bytes: number, timeoutMs: number): CallRange {
	if (timeoutMs === 0) return { least: 0, most: 0 };
	const isVideo = urnType === 'video';
	return looksWithin({ isVideo, bytes }, { timeoutMs, pausesFirst: isVideo });
}
