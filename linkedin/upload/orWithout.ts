import { isExplained } from '../api/error';
import type { SupplementName } from './uploadUrls';

/** How captions and a thumbnail are read. */
export interface SupplementReading {
	/** What it means that one of them cannot be had or read. */
	readonly onSupplementFailure: 'fail' | 'continue';
	readonly warn: (message: string) => void;
	/** Those that the video goes without are added. */
	readonly leftOut: SupplementName[];
}

/**
 * Reads captions or a thumbnail, from the form's fields on; or tells why the video goes without it.
 *
 * @throws whatever `read` throws, where the video may not go without it
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
