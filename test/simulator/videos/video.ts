import type { MediaAsset } from '../assets/collection';
import type { Part } from '../assets/parts/part';
import type { Stored } from '../core/stored';

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

export interface Video extends MediaAsset {
	readonly fileSizeBytes: number;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	readonly uploadToken: string;
	readonly urlsExpireAt: number;
	readonly captionsAsked: boolean;
	readonly thumbnailAsked: boolean;
	readonly parts: readonly Part[];
	captions: Captions | undefined;
	thumbnail: Thumbnail | undefined;
	sha256: string | undefined;
	/** `closing` while finalize is at work: a second one at the same time finds it so. */
	session: 'open' | 'closing' | 'closed';
	finalizeCalls: number;
	partIds: readonly string[] | undefined;
}
