import type { ImageFacts } from '../files/image';
import type { VideoFacts } from '../files/mp4/facts';

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
	/** As it was given. */
	readonly metadata?: Readonly<Record<string, unknown>>;
	readonly warnings?: readonly string[];
}

/** A whole import. It is a success even if entries failed. */
export interface ImportResult {
	readonly id: string;
	readonly finished: true;
	readonly state: 'success';
	/** ISO 8601, UTC. */
	readonly startedAt: string;
	readonly videos: readonly EntryResult[];
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
