import { isExplained } from '../api/error';
import type { SupplementName } from './uploadUrls';

/** How to read captions and a thumbnail. */
export interface SupplementReading {
	/** What to do if one of them can't be fetched or read. */
	readonly onSupplementFailure: 'fail' | 'continue';
	readonly warn: (message: string) => void;
	/** Collects those that the video is uploaded without. */
	readonly leftOut: SupplementName[];
}

/**
 * Reads captions or a thumbnail, starting with the form's fields, or warns why the video is
 * uploaded without.
 *
 * @throws whatever `read` throws, if the video must not be uploaded without it
 */
export async function orWithout<Content>(
	name: SupplementName,
	{ onSupplementFailure, warn, leftOut }: SupplementReading,
	read: () => Promise<Content | undefined>,
): Promise<Content | undefined> {
	try {
		return await read();
	} catch (error) {
		if (!isExplained(error) || onSupplementFailure === 'fail') throw error;
		leftOut.push(name);
		warn(`Continuing without ${name}. ${error.message}. ${error.description}`);
		return undefined;
	}
}
