import type { Problem } from '../problem';
import type { VideoUploadSession } from '../upload/session';
import type { KnownFile } from './knownFile';

/** One file that is to be imported. */
export interface ImportEntry {
	/** Empty where there is none, which is its {@link problem} then. */
	readonly url: string;
	/** The importing system's id of it; where it has none, see {@link addressId}. */
	readonly externalId: string;
	readonly fileName?: string;
	/** Free in form; see {@link titleOf} for what is used of it. */
	readonly metadata?: Readonly<Record<string, unknown>>;
	/** For the media library, where the form has one. */
	readonly assetName?: string;
	/** Where the importing side remembers what an earlier import made of it. */
	readonly knownUrn?: string;
	/** What it saw of the file. */
	readonly known?: KnownFile;
	/** Of an upload that an earlier import began and could not end: it goes on. */
	readonly uploadSession?: VideoUploadSession;
	/** Why it cannot be imported. It fails alone. */
	readonly problem?: Problem;
}
