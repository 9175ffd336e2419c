/** The package has no types of its own. */
declare module 'gifenc' {
	type Palette = readonly (readonly number[])[];

	interface Encoder {
		writeFrame(
			pixels: Uint8Array,
			width: number,
			height: number,
			options: { readonly palette: Palette; readonly delay: number },
		): void;
		finish(): void;
		bytes(): Uint8Array;
	}

	export function GIFEncoder(): Encoder;
	/** @param pixels RGBA */
	export function quantize(pixels: Uint8ClampedArray, colours: number): Palette;
	export function applyPalette(pixels: Uint8ClampedArray, palette: Palette): Uint8Array;
}
