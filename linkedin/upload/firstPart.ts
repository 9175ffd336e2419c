import { createHash } from 'crypto';

import type { PartsUpload } from './putPart';
import type { SessionPart } from './session';

/**
 * Lets a later resume recognize the file. No part is sent before it is known: otherwise parts of
 * this file could be combined with those of another one of the same size.
 */
export class FirstPart {
	/** Resolves when the first part was read: to false if that failed. */
	readonly known: Promise<boolean>;
	private settle: (known: boolean) => void = () => undefined;

	constructor(
		private readonly upload: PartsUpload,
		missing: readonly SessionPart[],
	) {
		const awaited =
			upload.firstPartSha256 === undefined && missing.some(({ firstByte }) => firstByte === 0);
		this.known = awaited
			? new Promise((resolve) => {
					this.settle = resolve;
				})
			: Promise.resolve(true);
	}

	async reading(part: SessionPart, bytes: Promise<Buffer>): Promise<Buffer> {
		if (part.firstByte !== 0) return bytes;
		try {
			const read = await bytes;
			this.upload.firstPartSha256 = sha256(read);
			this.settle(true);
			return read;
		} catch (error) {
			this.settle(false);
			throw error;
		}
	}
}

/** What lets a later resume recognize the file, besides its size. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
