/** How far a change of an item got that may be made again: a reaction, a deletion. */
export class ChangeProgress {
	/** It was sent, and LinkedIn has not clearly refused it. */
	sent = false;
}
