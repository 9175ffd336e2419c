/** Descriptors of MPEG-4 systems (ISO/IEC 14496-1, 7.2.6) that are nested in each other. */
const STREAM = 0x03;
const DECODER = 0x04;
const SPECIFIC = 0x05;

/** Bytes of a descriptor's own fields before the one nested in it. */
const OWN_BYTES = new Map([
	[STREAM, 3],
	[DECODER, 13],
]);
/**
 * Values of a decoder descriptor's first byte that mean something other than AAC: MPEG-1 and 2
 * audio.
 */
const MP3 = new Set([0x69, 0x6b]);
/** Channels by their number in AAC's configuration (ISO/IEC 14496-3, table 1.19). */
const CHANNELS = [undefined, 1, 2, 3, 4, 5, 6, 8] as const;

/** What the sound really is: the entry itself says "2 channels" in any case. */
interface AudioConfig {
	readonly codec?: string;
	readonly channels?: number;
}

/** @param entry the rest of an `mp4a` entry, which contains an `esds` box */
export function readAudioConfig(entry: Buffer): AudioConfig {
	const box = entry.indexOf('esds');
	let at = box + 8;
	let codec: string | undefined;
	// At most four: the three known ones, each once.
	for (let depth = 0; box >= 0 && depth < 4; depth += 1) {
		const tag = entry[at] ?? 0;
		at += 1;
		// The length: seven bits per byte; the eighth says that more follow.
		while ((entry[at] ?? 0) & 0x80) at += 1;
		at += 1;
		if (tag === SPECIFIC) {
			const bits = ((entry[at] ?? 0) << 8) | (entry[at + 1] ?? 0);
			const channels = CHANNELS[(bits >> 3) & 0x0f];
			return { ...(codec && { codec }), ...(channels && { channels }) };
		}
		if (tag === DECODER && MP3.has(entry[at] ?? 0)) codec = 'MP3';
		const own = OWN_BYTES.get(tag);
		if (own === undefined) break;
		at += own;
	}
	return codec === undefined ? {} : { codec };
}
