import type { LibraryMetadata } from '../assets/library';
import type { Ripening } from '../assets/ripening';
import type { Stamp } from '../core/clock';
import type { Stored } from '../core/stored';
import type { PartRange } from './plan';

export interface Part {
	readonly number: number;
	readonly range: PartRange;
	readonly size: number;
	/** PUTs that were stored. */
	attempts: number;
	/** What the last stored PUT left. */
	received: { readonly sha256: string; readonly id: string; readonly file?: string } | undefined;
}

export interface Captions {
	readonly metadata: unknown;
	readonly fileName: string;
	readonly contentType: string;
	readonly text: string;
	readonly bytes: number;
}

export interface Thumbnail {
	readonly sha256: string;
	readonly size: number;
	readonly media?: Stored;
}

export interface Video {
	readonly urn: string;
	readonly id: string;
	readonly owner: string;
	readonly fileSizeBytes: number;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	libraryMetadata: LibraryMetadata | undefined;
	touched?: Stamp;
	/** What a download gives; absent where nothing was kept. */
	media?: Stored;
	readonly uploadToken: string;
	readonly urlsExpireAt: number;
	readonly captionsAsked: boolean;
	readonly thumbnailAsked: boolean;
	readonly createdAt: number;
	readonly ripening: Ripening;
	readonly parts: readonly Part[];
	captions: Captions | undefined;
	thumbnail: Thumbnail | undefined;
	sha256: string | undefined;
	/** `closing` while finalize is at work: a second one at the same time finds it so. */
	session: 'open' | 'closing' | 'closed';
	finalizeCalls: number;
	partIds: readonly string[] | undefined;
}
