import type { ImageFacts } from '../files/image';
import type { VideoFacts } from '../files/mp4/facts';
import type { VideoUploadSession } from '../upload/session';
import type { KnownFile } from './knownFile';
import type { StartedAt } from './startedAt';

/** The media that an entry became, in the form of livingdocs-import-videos. */
export interface ImportedMedia {
	/** The URN. */
	readonly mediaId: string;
	/** Where the file was read from. */
	readonly originalUrl?: string;
	readonly mimeType?: string;
}

/** What was uploaded for an entry. */
export interface UploadedEntry {
	readonly video: ImportedMedia;
	/** What it is, if it was checked. */
	readonly file?: ImageFacts | VideoFacts;
	/** For later imports. */
	readonly known: KnownFile;
}

/** The result of one entry. */
export interface EntryResult {
	readonly state: 'success' | 'skipped' | 'failed';
	readonly reason?: string;
	/** After a failure: what to do next. */
	readonly description?: string;
	readonly systemName: string;
	readonly externalId: string;
	/** For images too. */
	readonly video?: ImportedMedia;
	/** What was uploaded, if it was checked. */
	readonly file?: UploadedEntry['file'];
	/** What a later import knows the file by, as it was uploaded. */
	readonly known?: KnownFile;
	/** As it came. */
	readonly metadata?: Readonly<Record<string, unknown>>;
	/** Of a failure after the upload was begun: the next import goes on with it. Holds signed URLs. */
	readonly uploadSession?: VideoUploadSession;
	readonly warnings?: readonly string[];
}

/** A whole import. It is a success although entries failed. */
export interface ImportResult extends StartedAt {
	readonly id: string;
	readonly finished: true;
	readonly state: 'success';
	readonly videos: readonly EntryResult[];
}

/** An import that failed as a whole: nothing is known of its entries. */
export interface FailedImport {
	readonly id: string;
	readonly finished: true;
	readonly state: 'failed';
	readonly videos: readonly [];
}

/** How many of each. */
export interface ImportOverview {
	readonly success: number;
	readonly skipped: number;
	readonly failed: number;
}

export function overviewOf(results: readonly EntryResult[]): ImportOverview {
	const count = (wanted: EntryResult['state']): number =>
		results.filter(({ state }) => state === wanted).length;
	return { success: count('success'), skipped: count('skipped'), failed: count('failed') };
}
