import { createHash } from 'crypto';

export const FINGERPRINT_LENGTH = 8;

/** 48 bits: among 20,000 entries, two share one in only one library of a million. */
export function fingerprint(urn: string): string {
	return digest(urn, FINGERPRINT_LENGTH);
}

export function digest(text: string, length: number): string {
	return createHash('sha256').update(text).digest('base64url').slice(0, length);
}

/** `abcdef` in pieces of 2: `ab`, `cd`, `ef`. */
export function pieces(text: string, length: number): string[] {
	return Array.from({ length: Math.floor(text.length / length) }, (_, index) =>
		text.slice(index * length, (index + 1) * length),
	);
}
