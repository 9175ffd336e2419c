const ORIENTATION = 0x0112;
const SHORT = 3;
const ENTRY_BYTES = 12;
/** Real files have a few dozen. */
const MOST_ENTRIES = 512;

/** As it lies. */
export const UPRIGHT = 1;

/**
 * How a picture has to be turned (EXIF 2.3, 4.6.4, "Orientation"). Whatever can't be read means: as it
 * lies.
 *
 * @param tiff EXIF's data, from its TIFF header on
 */
export function orientationOf(tiff: Buffer): number {
	if (tiff.length < 8) return UPRIGHT;
	const order = tiff.toString('latin1', 0, 2);
	if (order !== 'II' && order !== 'MM') return UPRIGHT;
	const isLittle = order === 'II';
	const short = (at: number) => (isLittle ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at));
	const start = isLittle ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4);
	if (start + 2 > tiff.length) return UPRIGHT;
	const entries = Math.min(short(start), MOST_ENTRIES);
	for (let index = 0; index < entries; index += 1) {
		const at = start + 2 + index * ENTRY_BYTES;
		if (at + ENTRY_BYTES > tiff.length) return UPRIGHT;
		if (short(at) !== ORIENTATION || short(at + 2) !== SHORT) continue;
		const orientation = short(at + 8);
		return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
	}
	return UPRIGHT;
}
