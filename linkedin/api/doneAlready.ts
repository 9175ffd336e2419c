import type { LinkedInClient } from './client';
import { isRefusedWith, LinkedInError } from './error';
import { isSuccess, isUnclear } from './retry';

/** What may be done twice without harm, and what LinkedIn answers when it is done already. */
interface Repeatable {
	readonly send: () => Promise<void>;
	/** The status of that answer, e.g. 404 of a deletion. */
	readonly doneAlready: number;
	/** Whether an earlier try of the node may have done it; kept for the next one. */
	readonly progress: { sent: boolean };
}

/**
 * Does what may be done twice, and once more after a success that is not LinkedIn's, such as a gateway's
 * page.
 *
 * @throws LinkedInError
 */
export function sendTwiceAtMost(client: LinkedInClient, send: () => Promise<void>): Promise<void> {
	return send().catch((error: unknown) => {
		if (!(error instanceof LinkedInError) || !isSuccess(error.status)) {
			throw error instanceof Error ? error : new Error(String(error));
		}
		client.retries += 1;
		return send();
	});
}

/**
 * Does something, and once more after a success that is not LinkedIn's, such as a gateway's page. That it
 * is done already is a success where an earlier request may have done it: one without a clear answer.
 *
 * @throws LinkedInError
 */
export async function doRepeatably(
	client: LinkedInClient,
	{ send, doneAlready, progress }: Repeatable,
): Promise<void> {
	const { sent } = progress;
	const before = client.retries;
	progress.sent = true;
	try {
		await sendTwiceAtMost(client, send);
	} catch (error) {
		const mayBeDone = sent || client.retries > before;
		if (mayBeDone && isRefusedWith(error, doneAlready)) return;
		progress.sent = mayBeDone || !(error instanceof LinkedInError) || isUnclear(error);
		throw error;
	}
}
