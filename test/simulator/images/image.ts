import type { LibraryMetadata } from '../assets/library';
import type { Ripening } from '../assets/ripening';

export interface Image {
	readonly urn: string;
	readonly id: string;
	readonly owner: string;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	readonly libraryMetadata: LibraryMetadata | undefined;
	readonly urlExpiresAt: number;
	readonly createdAt: number;
	readonly ripening: Ripening;
	attempts: number;
	received:
		| { readonly sha256: string; readonly size: number; readonly contentType: string | undefined }
		| undefined;
}
