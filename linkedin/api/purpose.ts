import type { Right } from './permissions';

/** What a call is for: its error says it, and which right it would have needed. */
export interface CallPurpose {
	/** After "Could not": `start the upload of "talk.mp4"`. */
	readonly doing: string;
	readonly right: Right;
	/** The owner's URN. */
	readonly owner?: string;
	/** The ad account whose media library takes part. */
	readonly account?: string;
}
