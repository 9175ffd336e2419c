import type { FileSource } from '../files/source';
import { Problem } from '../problem';
import { sha256 } from './firstPart';
import { fillParts } from './parts';
import type { SessionPart } from './session';

/** What a session says about the file that it was started with. */
interface BegunUpload {
	readonly urn: string;
	readonly fileSizeBytes: number;
	/** Undefined if no part was read. */
	readonly firstPartSha256?: string;
	readonly parts: readonly SessionPart[];
}

/**
 * Refuses a file other than the one whose parts are already on LinkedIn.
 *
 * @throws Problem
 */
export async function assertSameFile(
	session: BegunUpload,
	file: FileSource,
	signal?: AbortSignal,
): Promise<void> {
	const difference = await differenceTo(session, file, signal);
	if (difference === undefined) return;
	throw new Problem(
		`The file "${file.name}" is not the file that the upload of ${session.urn} was started with: ${difference}`,
		{
			description:
				'Use the file that the upload was started with, or upload this one with Video: Upload.',
		},
	);
}

/**
 * How a file differs from the one that a session was started with: by its size, or by the hash of
 * its first part if that was read before. Reads no more than that part.
 *
 * @returns undefined if no difference is known
 */
export async function differenceTo(
	session: BegunUpload,
	file: FileSource,
	signal?: AbortSignal,
): Promise<string | undefined> {
	const { fileSizeBytes, firstPartSha256, parts } = session;
	if (file.size !== fileSizeBytes) {
		return `it has ${file.size} bytes, and the upload session is for ${fileSizeBytes} bytes`;
	}
	const [first] = parts;
	if (firstPartSha256 === undefined || !first) return undefined;
	for await (const { bytes } of fillParts(file, [first], { ahead: () => 1, signal })) {
		return sha256(await bytes()) === firstPartSha256 ? undefined : 'its first part is different';
	}
	return undefined;
}
