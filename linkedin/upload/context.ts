import type { LinkedInClient } from '../api/client';
import type { SendBytes } from '../api/http';
import type { Intent } from '../api/intent';
import type { SharedLooks } from '../media/sharedLooks';
import type { TransferClock } from '../transfer/host';
import type { TransferQueue } from '../transfer/transferQueue';

/** Progress of a file's parts. */
export interface UploadProgress {
	readonly fileName: string;
	/** Bytes that arrived in this run. A resumed upload has others from before. */
	readonly sentBytes: number;
	readonly fileSizeBytes: number;
	/** Parts that arrived, including those of earlier runs. */
	readonly sentParts: number;
	readonly parts: number;
	/** Milliseconds since the first part of this run was started. */
	readonly elapsedMs: number;
}

/** What every upload works with. One per item, so that its counters are the item's. */
export interface UploadContext {
	readonly client: LinkedInClient;
	/** The byte plane: pre-signed URLs, no token. */
	readonly sendBytes: SendBytes;
	/** The process's queue of transfers, and the clock for what is in progress in it. */
	readonly transfers: TransferQueue;
	readonly clock: TransferClock;
	/** Takes a warning for the user, who gets it whether the upload succeeds or fails. */
	readonly warn: (message: string) => void;
	/** Called before the first write; throws `Announced` where nothing is to be written. */
	readonly announce?: (intent: Intent) => void;
	/** Called for each part that arrives. */
	readonly onProgress: (progress: UploadProgress) => void;
	/** The run's waits for LinkedIn's processing. */
	readonly looks: SharedLooks;
	/** The execution's cancel signal. */
	readonly signal?: AbortSignal;
}
