import type { Profile } from './picture';

/** Of a header; the shortest profile has a table of its tags too (ICC.1, 7.2). */
const HEADER_BYTES = 132;
/** Profiles of printers have about two megabytes; they go into the file once. */
export const MOST_PROFILE_BYTES = 4 * 1024 * 1024;

/** How a profile names its colour space (ICC.1, 7.2.6), by the number of components. */
const SPACES = new Map([
	[1, 'GRAY'],
	[3, 'RGB '],
	[4, 'CMYK'],
]);

/**
 * A colour profile for the PDF, if it is one and fits the picture: what doesn't is ignored, as
 * viewers do.
 */
export function checkProfile(bytes: Buffer, components: number): Profile | undefined {
	if (bytes.length < HEADER_BYTES || bytes.length > MOST_PROFILE_BYTES) return undefined;
	if (bytes.readUInt32BE(0) > bytes.length) return undefined;
	const text = (at: number) => bytes.toString('latin1', at, at + 4);
	if (text(36) !== 'acsp' || text(16) !== SPACES.get(components)) return undefined;
	// Input, display and output devices, and colour spaces (ISO 32000-1, 8.6.5.5).
	if (!['scnr', 'mntr', 'prtr', 'spac'].includes(text(12))) return undefined;
	return { components, entries: '', pieces: [bytes] };
}
