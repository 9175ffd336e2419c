import type { LibraryMetadata } from '../assets/library';
import type { Ripening } from '../assets/ripening';
import type { Stamp } from '../core/clock';
import type { Stored } from '../core/stored';

export interface Image {
	readonly urn: string;
	readonly id: string;
	readonly owner: string;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	libraryMetadata: LibraryMetadata | undefined;
	touched?: Stamp;
	/** What a download gives; absent where nothing was kept. */
	media?: Stored;
	readonly urlExpiresAt: number;
	readonly createdAt: number;
	readonly ripening: Ripening;
	attempts: number;
	received:
		| { readonly sha256: string; readonly size: number; readonly contentType: string | undefined }
		| undefined;
}
