import { createHash } from 'node:crypto';
import { enlargeMp4, fixture } from '../../fixtures/make';

/** LinkedIn's usual part size, bytes. */
export const PART = 4_194_304;

/** A real video of a few parts. @param mark makes its bytes differ from those of another mark */
export function video(size = 2 * PART + 123_456, mark = 0): Buffer {
	const bytes = enlargeMp4(fixture('talk.mp4'), size);
	// Inside the free box behind the movie, where players do not look.
	bytes.writeUInt32BE(mark, bytes.length - 8);
	return bytes;
}

export function file(bytes: Uint8Array, name: string, type: string): File {
	return new File([new Uint8Array(bytes)], name, { type });
}

export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}

export { fixture };
