import type { Budget } from '../budget/budget';

/** Captions to be read. */
export interface CaptionsFile {
	readonly bytes: Buffer;
	/** The captions at the start of a sentence, in the plural: `The captions "talk.srt"`. */
	readonly called: string;
	readonly budget: Budget;
}
