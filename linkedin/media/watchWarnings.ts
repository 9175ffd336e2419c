import type { LinkedInError } from '../api/error';
import { seconds } from '../api/seconds';
import type { Problem } from '../problem';

/** How messages name what is watched. */
export interface WatchedName {
	/** With its noun: `video "talk.mp4" (urn:li:video:1)`. */
	readonly called: string;
	/** False: nothing was uploaded in this run, so messages are only about the media. */
	readonly uploaded?: boolean;
}

/** The warning for a status that can't be read. */
export function unreadableStatusWarning(
	{ called, uploaded = true }: WatchedName,
	error: LinkedInError | Problem,
): string {
	const what = uploaded
		? `The ${called} was uploaded, but its status could not be read`
		: `The status of the ${called} could not be read`;
	return `${what}. ${error.message}. ${error.description ?? ''}`;
}

/** The warning for a wait that took too long. */
export function stillProcessingWarning(
	{ called, uploaded = true }: WatchedName,
	status: string,
	timeoutMs: number,
): string {
	const after = `The ${called}${uploaded ? ' was uploaded and' : ''} is still ${status} after ${seconds(timeoutMs)}.`;
	return status === WAITING_UPLOAD
		? `${after} LinkedIn is waiting for missing parts, or for the upload to be completed, and won’t continue on its own.`
		: `${after} LinkedIn continues processing it; increase "Wait Until Available (Seconds)" to wait longer.`;
}

/** LinkedIn's status for an upload that it doesn't consider complete. */
export const WAITING_UPLOAD = 'WAITING_UPLOAD';
