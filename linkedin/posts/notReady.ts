import type { LinkedInClient } from '../api/client';
import type { LinkedInError } from '../api/error';

const FIRST_INTERVAL_MS = 2000;
const GROWTH = 1.5;
const LONGEST_INTERVAL_MS = 30_000;

/** Posts API page, error table: nothing was published, because the upload of the media is not complete. */
export function isNotReady({ code }: LinkedInError): boolean {
	return code === 'MEDIA_ASSET_WAITING_UPLOAD';
}

/**
 * The pauses before LinkedIn is asked again to publish what shows media that are not ready.
 */
export class NotReadyPauses {
	#interval = FIRST_INTERVAL_MS;

	/** @param readyBy epoch milliseconds until which the media are waited for */
	constructor(
		private readonly client: LinkedInClient,
		private readonly readyBy: number,
		private readonly signal: AbortSignal | undefined,
	) {}

	/** @returns after a pause, whether the call is worth another try. @throws CancelledError */
	async after(refusal: LinkedInError): Promise<boolean> {
		const { now, sleep } = this.client.options;
		const left = this.readyBy - now();
		if (!isNotReady(refusal) || left <= 0) return false;
		this.client.retries += 1;
		await sleep(Math.min(this.#interval, left), this.signal);
		this.#interval = Math.min(this.#interval * GROWTH, LONGEST_INTERVAL_MS);
		return true;
	}
}
