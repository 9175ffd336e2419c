import type { LibraryCollection } from '../media/collections';
import type { ImportEntry } from './entry';

/** What is done with an entry that is on LinkedIn already. */
type IfExists = 'skip' | 'update' | 'uploadAnew';

/** A whole import, read and checked: nothing was sent for it yet. */
export interface ImportRequest {
	readonly systemName: string;
	readonly entries: readonly ImportEntry[];
	/** What is imported: videos or images. */
	readonly collection: LibraryCollection;
	readonly owner: string;
	/** The ad account whose media library remembers what was imported. */
	readonly account?: string;
	readonly ifExists: IfExists;
	readonly options: {
		readonly checkFile: boolean;
		/** Of videos: their length and size are not checked. */
		readonly connectedTv: boolean;
		/** Of videos: the size alone says that a file is the same. */
		readonly acceptChangingEtag: boolean;
		/** Milliseconds; 0: not at all. */
		readonly waitMs: number;
		/** Parts of a video at the same time; 0: as many as serve best. */
		readonly partConcurrency: number;
	};
}
