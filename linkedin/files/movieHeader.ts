import type { Box } from './boxes';
import { nextBox } from './boxes';
import type { ByteReader } from './byteReader';
import { damagedVideoProblem } from './videoProblems';

/** What the movie header says of a video's length. */
export interface MovieHeader {
	/** Length of the whole video; absent where only the fragments know it. */
	readonly durationMs?: number;
	/**
	 * Fragmented files only: length of the part that the header describes. ffmpeg writes 0 here or the
	 * first fragment's length, so it is a lower bound and nothing more.
	 */
	readonly atLeastMs?: number;
}

/** No real file comes near; it keeps a file made of empty boxes from being walked for hours. */
export const MAX_BOXES = 100_000;

/** Ticks, and how many of them make a second. */
interface Ticks {
	readonly duration: bigint | undefined;
	readonly timescale: number;
}

/**
 * Walks a `moov` box: `mvhd` for the duration (ISO/IEC 14496-12, 8.2.2), `mvex`/`mehd` for that of a
 * fragmented file (8.8.2). Everything else, sample tables above all, is skipped unread.
 *
 * @throws Problem where a box does not fit into the one that holds it, or `mvhd` is missing.
 */
export async function readMovieHeader(reader: ByteReader, moov: Box): Promise<MovieHeader> {
	let ticks: Ticks | undefined;
	let fragmented = false;
	let wholeDuration: bigint | undefined;
	for (let count = 0; count < MAX_BOXES; count++) {
		const box = await child(reader, moov);
		if (!box) break;
		if (box.type === 'mvhd') ticks = await readMvhd(reader, box);
		if (box.type === 'mvex') {
			fragmented = true;
			wholeDuration = await readMvex(reader, box);
		}
		await reader.skipTo(box.end);
	}
	if (!ticks) throw damagedVideoProblem(reader.file, 'it has no movie header ("mvhd")');
	if (fragmented) {
		const whole = milliseconds({ ...ticks, duration: wholeDuration });
		if (whole) return { durationMs: whole };
		const part = milliseconds(ticks);
		return part === undefined ? {} : { atLeastMs: part };
	}
	const durationMs = milliseconds(ticks);
	return durationMs === undefined ? {} : { durationMs };
}

/** The next box inside `parent`. Less than a header's bytes left over is padding, as QuickTime writes. */
async function child(reader: ByteReader, parent: Box): Promise<Box | undefined> {
	const box = await nextBox(reader, parent.end);
	if (box && (box.end < box.body || box.end > parent.end)) {
		throw damagedVideoProblem(
			reader.file,
			`the box at byte ${box.start} does not fit into "${parent.type}"`,
		);
	}
	return box;
}

async function readMvhd(reader: ByteReader, box: Box): Promise<Ticks> {
	const version = await readVersion(reader, box);
	// creation and modification time, timescale, duration: times and duration have 64 bits in version 1
	const length = version === 1 ? 28 : 16;
	const body = await readBody(reader, box, length);
	const timescale = body.getUint32(length === 28 ? 16 : 8);
	return { timescale, duration: readDuration(body, length === 28 ? 20 : 12, version) };
}

async function readMvex(reader: ByteReader, mvex: Box): Promise<bigint | undefined> {
	for (let count = 0; count < MAX_BOXES; count++) {
		const box = await child(reader, mvex);
		if (!box) break;
		if (box.type === 'mehd') {
			const version = await readVersion(reader, box);
			return readDuration(await readBody(reader, box, version === 1 ? 8 : 4), 0, version);
		}
		await reader.skipTo(box.end);
	}
	return undefined;
}

/** Version (8 bits) and flags (24 bits) open a "full box". */
async function readVersion(reader: ByteReader, box: Box): Promise<number> {
	return (await readBody(reader, box, 4)).getUint8(0);
}

async function readBody(reader: ByteReader, box: Box, length: number): Promise<DataView> {
	if (reader.position + length > box.end) {
		throw damagedVideoProblem(reader.file, `its "${box.type}" box is too short`);
	}
	return await reader.read(length);
}

/** All bits set means "unknown"; later versions than 1 do not exist, so theirs is unknown too. */
function readDuration(body: DataView, at: number, version: number): bigint | undefined {
	if (version > 1) return undefined;
	const bits = version === 1 ? 64 : 32;
	const value = bits === 64 ? body.getBigUint64(at) : BigInt(body.getUint32(at));
	return value === BigInt.asUintN(bits, -1n) ? undefined : value;
}

function milliseconds({ duration, timescale }: Ticks): number | undefined {
	if (duration === undefined || timescale === 0) return undefined;
	// Rounded before it is compared: whole milliseconds are what LinkedIn itself counts in.
	return Math.round((Number(duration) * 1000) / timescale);
}
