import type { Right } from './permissions';

/** What a call is for: its error says so, and which permission it would have needed. */
export interface CallPurpose {
	/** After "Could not": `start the upload of "talk.mp4"`. */
	readonly doing: string;
	readonly right: Right;
	/** The owner's URN. */
	readonly owner?: string;
	/** The ad account whose media library is involved. */
	readonly account?: string;
}
