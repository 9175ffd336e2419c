import type { Ripening } from '../assets/ripening';

export interface Document {
	readonly urn: string;
	readonly id: string;
	readonly owner: string;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	readonly urlExpiresAt: number;
	readonly createdAt: number;
	readonly ripening: Ripening;
	/** PUTs that were stored. */
	attempts: number;
	received:
		| { readonly sha256: string; readonly size: number; readonly contentType: string | undefined }
		| undefined;
}
