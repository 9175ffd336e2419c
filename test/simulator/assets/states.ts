/** linkedin-videos-api, linkedin-images-api: `status`. */
export type AssetStatus = 'WAITING_UPLOAD' | 'PROCESSING' | 'AVAILABLE' | 'PROCESSING_FAILED';

const moves: Readonly<Record<AssetStatus, readonly AssetStatus[]>> = {
	WAITING_UPLOAD: ['PROCESSING'],
	PROCESSING: ['AVAILABLE', 'PROCESSING_FAILED'],
	AVAILABLE: [],
	PROCESSING_FAILED: [],
};

const reasons: Readonly<Record<AssetStatus, string>> = {
	WAITING_UPLOAD: 'its upload is not complete',
	PROCESSING: 'it is being processed',
	AVAILABLE: 'it is available for good',
	PROCESSING_FAILED: 'its processing has failed for good',
};

export class IllegalMove extends Error {
	constructor(
		readonly from: AssetStatus,
		readonly to: AssetStatus,
	) {
		super(`an asset cannot go from ${from} to ${to}: ${reasons[from]}`);
		this.name = 'IllegalMove';
	}
}

export function move(from: AssetStatus, to: AssetStatus): AssetStatus {
	if (!moves[from].includes(to)) throw new IllegalMove(from, to);
	return to;
}
