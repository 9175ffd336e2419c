/** Markers by their second byte (ITU-T T.81, B.1.1.3). */
export const START_OF_SCAN = 0xda;
export const END_OF_IMAGE = 0xd9;

export const ANY_MARKER = Buffer.from([0xff]);

/** The cost of reading a segment's header. */
export const SEGMENT_STEPS = 8;

/** Restarts, a second start, and a zero: 0xff before a zero is not a marker. */
export function standsAlone(marker: number): boolean {
	return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
}

/** SOF0 to SOF15, except the numbers of DHT, JPG and DAC. */
export function isFrameHeader(marker: number): boolean {
	return marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
}
