import type { LinkedInClient } from '../api/client';
import type { SendBytes } from '../api/http';
import type { SharedLooks } from '../media/sharedLooks';
import type { TransferClock } from '../transfer/host';
import type { TransferQueue } from '../transfer/transferQueue';

/** How far the parts of a file are. */
export interface UploadProgress {
	readonly fileName: string;
	/** Bytes that arrived in this run. A resumed upload has had others before. */
	readonly sentBytes: number;
	readonly fileSizeBytes: number;
	/** Parts that arrived, those of earlier runs too. */
	readonly sentParts: number;
	readonly parts: number;
	/** Milliseconds since the first part of this run was begun. */
	readonly elapsedMs: number;
}

/** What every upload flow works with. One per item, so that its counters are the item's. */
export interface UploadContext {
	readonly client: LinkedInClient;
	/** The byte plane: pre-signed URLs, no token. */
	readonly sendBytes: SendBytes;
	/** The process's queue of transfers, and the clock of what is under way in it. */
	readonly transfers: TransferQueue;
	readonly clock: TransferClock;
	/** Takes a warning for the user, who gets it whether the upload succeeds or fails. */
	readonly warn: (message: string) => void;
	/** Called for each part that arrived. */
	readonly onProgress: (progress: UploadProgress) => void;
	/** The run's waits for LinkedIn's processing. */
	readonly looks: SharedLooks;
	/** The execution's cancel signal. */
	readonly signal?: AbortSignal;
}
