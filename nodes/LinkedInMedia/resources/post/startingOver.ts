import { isWorthKeeping, UploadFailure } from '../../../../linkedin/upload/uploadFailure';

/**
 * An upload of several that can't be resumed starts over in the next try. As it came, the error would
 * take what was kept of the others with it.
 *
 * @param forget drops the session of this one
 */
export function startingOver(error: unknown, forget: () => void): unknown {
	if (!(error instanceof UploadFailure) || isWorthKeeping(error)) return error;
	forget();
	return error.reason;
}
