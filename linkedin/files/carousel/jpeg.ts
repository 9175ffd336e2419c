import { END_OF_IMAGE, isFrameHeader, START_OF_SCAN } from '../jpegMarkers';
import { orientationOf, UPRIGHT } from './exif';
import { jpegSegments, type Segment } from './jpegSegments';
import { deviceColours, SAVE_AGAIN, type Picture, type Tools } from './picture';
import { checkProfile } from './profile';
import { checkSize, damaged } from './size';

/** More markers of segments. */
const JFIF = 0xe0;
const EXIF = 0xe1;
const ICC = 0xe2;
const ADOBE = 0xee;
const COMMENT = 0xfe;
const LINES = 0xdc;

/** Frames that PDF's DCTDecode reads (ISO 32000-1, 7.4.8): baseline, extended, progressive. */
const SHOWN_FRAMES = [0xc0, 0xc1, 0xc2];

/** What stays of a real file are a few pieces: EXIF, the profile and comments are left out between them. */
const MOST_PIECES = 4096;

/** The components' names in a JPEG of plain red, green and blue. */
const RGB_NAMES = 'RGB';

/** What the segments say. */
interface Facts {
	width: number;
	height: number;
	/** The components' identifiers, one character each; empty before the frame header. */
	components: string;
	hasAdobe: boolean;
	hasJfif: boolean;
	orientation: number | undefined;
	/** The parts of the colour profile, by their number. */
	readonly profile: Map<number, Buffer>;
	isComplete: boolean;
}

/**
 * A JPEG as it is: its packed pixels and tables are copied, not decoded. Left out is what a page
 * doesn't need and whoever downloads it need not know (where a photo was taken, thumbnails,
 * comments), and what is behind its end. How EXIF says to turn it is read, and its colour profile.
 *
 * @param bytes a file that starts with a start of image
 * @throws Problem for one that is damaged or cut off, too large, or of a kind that PDFs can't have
 */
export async function readJpeg(bytes: Buffer, tools: Tools): Promise<Picture> {
	const { budget, problem } = tools;
	const kept = new Ranges(bytes);
	const facts: Facts = {
		width: 0,
		height: 0,
		components: '',
		hasAdobe: false,
		hasJfif: false,
		orientation: undefined,
		profile: new Map(),
		isComplete: false,
	};
	for await (const segment of jpegSegments(bytes, budget)) {
		if (isFrameHeader(segment.marker)) readFrame(facts, bytes, segment, tools);
		else if (!readOther(facts, bytes, segment)) continue;
		kept.add(segment.start, segment.end);
		if (kept.count > MOST_PIECES) throw damaged(problem, 'it consists of too many segments');
	}
	if (facts.components === '' || !facts.isComplete) {
		throw damaged(problem, 'it ends in the middle of its image data');
	}
	checkSize(facts, 'a JPEG', false, tools);
	const { width, height, orientation = UPRIGHT } = facts;
	const { length: components } = facts.components;
	const profile = checkProfile(joined(facts.profile), components);
	return {
		width,
		height,
		orientation,
		colours: (name) => (name === undefined ? deviceColours(components) : `[/ICCBased ${name}]`),
		...(profile ? { profile } : {}),
		image: { entries: entriesOf(facts), pieces: kept.pieces },
	};
}

function entriesOf({ components, hasAdobe, hasJfif }: Facts): string {
	const common = '/BitsPerComponent 8 /Filter /DCTDecode';
	// Adobe's programs store how much ink is not printed.
	if (components.length === 4 && hasAdobe) return `${common} /Decode [1 0 1 0 1 0 1 0]`;
	// Three components are brightness and colour, unless something says otherwise (ISO 32000-1, table 13).
	const isPlain = components === RGB_NAMES && !hasAdobe && !hasJfif;
	return isPlain ? `${common} /DecodeParms << /ColorTransform 0 >>` : common;
}

function readFrame(
	facts: Facts,
	bytes: Buffer,
	{ marker, content, end }: Segment,
	{ problem }: Tools,
): void {
	if (end < content + 6) throw damaged(problem, 'its header is too short');
	const count = bytes[content + 5] ?? 0;
	const precision = bytes[content] ?? 0;
	if (!SHOWN_FRAMES.includes(marker) || precision !== 8 || ![1, 3, 4].includes(count)) {
		throw problem('is a JPEG of a rare kind that PDF readers can’t show', SAVE_AGAIN);
	}
	if (end < content + 6 + count * 3) throw damaged(problem, 'its header is too short');
	facts.height = bytes.readUInt16BE(content + 1);
	facts.width = bytes.readUInt16BE(content + 3);
	facts.components = Array.from({ length: count }, (_, index) =>
		String.fromCharCode(bytes[content + 6 + index * 3] ?? 0),
	).join('');
}

/** @returns whether it belongs to the picture */
function readOther(facts: Facts, bytes: Buffer, { marker, content, end }: Segment): boolean {
	const starts = (text: string) =>
		bytes.toString('latin1', content, content + text.length) === text;
	switch (marker) {
		case JFIF:
			facts.hasJfif ||= starts('JFIF');
			return starts('JFIF');
		case ADOBE:
			facts.hasAdobe ||= starts('Adobe');
			return starts('Adobe');
		case EXIF:
			if (starts('Exif\0\0')) facts.orientation ??= orientationOf(bytes.subarray(content + 6, end));
			return false;
		case ICC:
			if (starts('ICC_PROFILE\0') && end >= content + 14) {
				facts.profile.set(bytes[content + 12] ?? 0, bytes.subarray(content + 14, end));
			}
			return false;
		case LINES:
			// Where the header doesn't know it (T.81, B.2.5).
			if (facts.height === 0 && end >= content + 2) facts.height = bytes.readUInt16BE(content);
			return true;
		case END_OF_IMAGE:
			facts.isComplete = true;
			return true;
		case START_OF_SCAN:
			return true;
		default:
			return marker !== COMMENT && !(marker >= 0xe0 && marker <= 0xef);
	}
}

function joined(parts: ReadonlyMap<number, Buffer>): Buffer {
	const numbers = [...parts.keys()].sort((one, other) => one - other);
	return Buffer.concat(numbers.map((number) => parts.get(number) ?? Buffer.alloc(0)));
}

/** Parts of a file that stay, joined where they touch. The first two bytes always do. */
class Ranges {
	private readonly kept: Array<{ start: number; end: number }> = [{ start: 0, end: 2 }];

	constructor(private readonly bytes: Buffer) {}

	add(start: number, end: number): void {
		const last = this.kept.at(-1);
		if (last?.end === start) last.end = end;
		else this.kept.push({ start, end });
	}

	get count(): number {
		return this.kept.length;
	}

	get pieces(): Uint8Array[] {
		return this.kept.map(({ start, end }) => this.bytes.subarray(start, end));
	}
}
