import type { LibraryCollection } from '../media/collections';
import type { ImportEntry } from './entry';

/** What is done with an entry that is already on LinkedIn. */
type IfExists = 'skip' | 'update' | 'uploadAnew';

/** A whole import, read and checked: nothing was sent for it yet. */
export interface ImportRequest {
	readonly systemName: string;
	readonly entries: readonly ImportEntry[];
	/** What is imported: videos or images. */
	readonly collection: LibraryCollection;
	readonly owner: string;
	/** The ad account whose media library shows what was already imported. */
	readonly account?: string;
	readonly ifExists: IfExists;
	readonly options: {
		readonly checkFile: boolean;
		/** For videos: length and size are not checked. */
		readonly connectedTv: boolean;
		/** For videos: only the size tells whether a file is the same. */
		readonly acceptChangingEtag: boolean;
		/** Milliseconds; 0: not at all. */
		readonly waitMs: number;
		/** Parts of a video at once; 0 = automatic. */
		readonly partConcurrency: number;
	};
}
