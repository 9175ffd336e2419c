/**
 * Types of image-size's single readers. Its `exports` offers them under these paths, which
 * TypeScript's classic `node` resolution does not look up.
 */
declare module 'image-size/types/*' {
	/** What is used of a reader; both functions may throw TypeError or RangeError. */
	interface Reader {
		validate: (input: Uint8Array) => boolean;
		calculate: (input: Uint8Array) => { width: number; height: number };
	}
	export const GIF: Reader;
	export const JPG: Reader;
	export const PNG: Reader;
}
