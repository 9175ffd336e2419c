import type { FileLink } from './link';
import type { UrlReading } from './http';
import type { FileVersion } from './version';

/** A file at an address, as its first answer showed it, and the way to it. */
export interface UrlFile {
	readonly reading: UrlReading;
	readonly link: FileLink;
	readonly name: string;
	readonly size: number;
	readonly mimeType: string | undefined;
	readonly version: FileVersion;
	/** Answers that gave less of a range than they were asked for, and their bytes. */
	readonly short: { answers: number; bytes: number };
	/** The size alone says whether it is the same file. */
	readonly acceptChangingEtag: boolean;
}
