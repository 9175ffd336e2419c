import { createCipheriv, createHash } from 'crypto';

/** Rounds that are always executed. */
const LEAST = 64;
/** The last byte of a round is below 256, and the limit grows with the rounds. */
const MOST = LEAST + 256;

/**
 * The hash of passwords since PDF 2.0 (ISO 32000-2, 7.6.4.3.4, algorithm 2.B), for the user
 * password.
 */
export function hardHash(password: Buffer, salt: Buffer): Buffer {
	let key = createHash('sha256').update(password).update(salt).digest();
	for (let round = 0; round < MOST; round += 1) {
		const repeated = Buffer.concat(Array.from({ length: 64 }, () => [password, key]).flat());
		const cipher = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32));
		const encrypted = cipher.setAutoPadding(false).update(repeated);
		// The first 16 bytes as one number, modulo 3: each power of 256 leaves 1.
		const sum = encrypted.subarray(0, 16).reduce((total, byte) => total + byte, 0);
		key = createHash(`sha${[256, 384, 512][sum % 3] ?? 256}`)
			.update(encrypted)
			.digest();
		if (round >= LEAST - 1 && (encrypted.at(-1) ?? 0) <= round + 1 - 32) break;
	}
	return key.subarray(0, 32);
}
