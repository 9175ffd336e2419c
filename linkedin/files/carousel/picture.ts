import type { Budget } from '../budget/budget';

/**
 * What reading and writing pictures works with. It is handed in: this folder is a bundle of its own,
 * so it shares no class and no clock with the code that loads it.
 */
export interface Tools {
	readonly budget: Budget;
	/** An error about the picture: the rest of a sentence that begins with it, and what to do. */
	readonly problem: (why: string, advice: string) => Error;
}

/** A stream of the PDF, in pieces that follow each other. */
export interface PdfStream {
	/** Entries of its dictionary, without `Length`. */
	readonly entries: string;
	readonly pieces: readonly Uint8Array[];
}

/** A colour profile (ICC), as a stream of the PDF. */
export interface Profile extends PdfStream {
	/** 1, 3 or 4. */
	readonly components: number;
}

/** A picture as the PDF has it. */
export interface Picture {
	/** Pixels, before it is turned. */
	readonly width: number;
	readonly height: number;
	/** EXIF's number for how it has to be turned and mirrored, 1 (not at all) to 8. */
	readonly orientation: number;
	/** The colour space, given the name of its profile's object. */
	readonly colours: (profile?: string) => string;
	readonly profile?: Profile;
	readonly image: PdfStream;
	/** How opaque each pixel is. */
	readonly mask?: PdfStream;
}

/** PDF's colour spaces by the number of their components (ISO 32000-1, 8.6.4). */
export function deviceColours(components: number): string {
	if (components === 1) return '/DeviceGray';
	return components === 3 ? '/DeviceRGB' : '/DeviceCMYK';
}

/** What most pictures that can't be shown need. */
export const SAVE_AGAIN =
	'Save it again as a usual JPEG or PNG, e.g. with an Edit Image node before this one (option "Format").';
