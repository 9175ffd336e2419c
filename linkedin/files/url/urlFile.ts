import type { FileLink } from './link';
import type { UrlReading } from './http';
import type { FileVersion } from './version';

/** A file at a URL, according to its first answer, and how to read it. */
export interface UrlFile {
	readonly reading: UrlReading;
	readonly link: FileLink;
	readonly name: string;
	readonly size: number;
	readonly mimeType: string | undefined;
	readonly version: FileVersion;
	/** Answers with less of a range than requested, and their bytes. */
	readonly short: { answers: number; bytes: number };
	/** Only the size tells whether it is the same file. */
	readonly acceptChangingEtag: boolean;
}
