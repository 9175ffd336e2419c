import type { AssetStatus } from '../assets/states';
import type { Document } from './document';

export interface DocumentView {
	readonly urn: string;
	readonly owner: string;
	readonly status: AssetStatus;
	readonly sha256: string | undefined;
	readonly size: number | undefined;
	readonly contentType: string | undefined;
	/** PUTs that were stored. */
	readonly attempts: number;
	readonly initializeRequest: unknown;
	readonly uploadUrlExpiresAt: number;
}

export function viewDocument(document: Document): DocumentView {
	return {
		urn: document.urn,
		owner: document.owner,
		status: document.ripening.peek(),
		sha256: document.received?.sha256,
		size: document.received?.size,
		contentType: document.received?.contentType,
		attempts: document.attempts,
		initializeRequest: document.initializeRequest,
		uploadUrlExpiresAt: document.urlExpiresAt,
	};
}
