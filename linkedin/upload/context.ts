import type { LinkedInClient } from '../api/client';
import type { SendBytes } from '../api/http';

/** What every upload flow works with. One per item, so that its counters are the item's. */
export interface UploadContext {
	readonly client: LinkedInClient;
	/** The byte plane: pre-signed URLs, no token. */
	readonly sendBytes: SendBytes;
	/** What the user is to be told besides the result, whether the upload succeeds or fails. */
	readonly warn: (message: string) => void;
	/** The execution's cancel signal. */
	readonly signal?: AbortSignal;
}
