import { createHash } from 'crypto';

import type { PartsUpload } from './putPart';
import type { SessionPart } from './session';

/**
 * What a later resume recognises the file by. No part goes before it is known: otherwise parts of this
 * file could be joined with those of another one of the same size.
 */
export class FirstPart {
	/** Resolves when the first part was read: with false where that failed. */
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

/** What a later resume knows the file by, besides its size. */
export function sha256(bytes: Uint8Array): string {
	return createHash('sha256').update(bytes).digest('hex');
}
