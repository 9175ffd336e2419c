import type { AssetStatus } from '../states';
import type { WholeAsset } from './asset';

/** What a test sees of an image or a document. */
export interface WholeView {
	readonly urn: string;
	readonly owner: string;
	readonly status: AssetStatus;
	readonly sha256: string | undefined;
	readonly size: number | undefined;
	readonly contentType: string | undefined;
	/** Of a document that is a PDF, as far as they can be counted. */
	readonly pages: number | undefined;
	/** PUTs that were stored. */
	readonly attempts: number;
	/** The initialize body as it came. */
	readonly initializeRequest: unknown;
	readonly uploadUrlExpiresAt: number;
}

export function viewWhole(asset: WholeAsset): WholeView {
	return {
		urn: asset.urn,
		owner: asset.owner,
		status: asset.ripening.peek(),
		sha256: asset.received?.sha256,
		size: asset.received?.size,
		contentType: asset.received?.contentType,
		pages: asset.received?.pages,
		attempts: asset.attempts,
		initializeRequest: asset.initializeRequest,
		uploadUrlExpiresAt: asset.urlsExpireAt,
	};
}
