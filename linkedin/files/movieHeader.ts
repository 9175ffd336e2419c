import type { Box } from './boxes';
import { nextBox } from './boxes';
import type { ByteReader } from './byteReader';
import { Fragments } from './mp4/fragments';
import { readTrack, type Track } from './mp4/track';
import { damagedVideoProblem } from './videoProblems';

/** What `moov` says about a video. */
export interface MovieHeader {
	/** Length of what the header describes: all of it, unless there are fragments. */
	readonly headerMs: number | undefined;
	readonly tracks: readonly Track[];
	/** Fragmented files only. */
	readonly fragments?: Fragments;
	/** Length of a fragmented file, as the file states it. */
	readonly statedMs?: number;
}

/** It may be the video track. */
const UNREAD_TRACK: Track = {};

/** Ticks, and how many of them make a second. */
interface Ticks {
	readonly duration: bigint | undefined;
	readonly timescale: number;
}

/**
 * Walks a `moov` box: `mvhd` for the duration (ISO/IEC 14496-12, 8.2.2), `trak` for the tracks
 * (8.3.1), `mvex` for what fragments share (8.8.1). Everything else, especially sample tables, is
 * skipped.
 *
 * @throws Problem if a box doesn't fit into `moov`, or `mvhd` is missing; OverBudget;
 * CancelledError
 */
export async function readMovieHeader(reader: ByteReader, moov: Box): Promise<MovieHeader> {
	let ticks: Ticks | undefined;
	let fragments: Fragments | undefined;
	let whole: bigint | undefined;
	const tracks: Track[] = [];
	for (;;) {
		const box = await wholeChild(reader, moov);
		if (!box) break;
		// QuickTime could compress its header, which ffmpeg and QuickTime's player can still open.
		if (box.type === 'cmov') return { headerMs: undefined, tracks: [UNREAD_TRACK] };
		if (box.type === 'mvhd') ticks = await readMvhd(reader, box);
		if (box.type === 'trak') tracks.push(await readTrack(reader, box));
		if (box.type === 'mvex') {
			fragments = new Fragments();
			whole = await readMvex(reader, box, fragments);
		}
		await reader.skipTo(box.end);
	}
	if (!ticks) throw damagedVideoProblem(reader.file, 'it has no movie header ("mvhd")');
	const headerMs = milliseconds(ticks);
	if (!fragments) return { headerMs, tracks };
	return { headerMs, tracks, fragments, statedMs: milliseconds({ ...ticks, duration: whole }) };
}

/**
 * The next box inside `parent`. If fewer bytes than a header are left, they are padding, as written
 * by QuickTime.
 */
async function wholeChild(reader: ByteReader, parent: Box): Promise<Box | undefined> {
	const box = await nextBox(reader, parent.end);
	if (box && (box.end < box.body || box.end > parent.end)) {
		throw damagedVideoProblem(
			reader.file,
			`the box at byte ${box.start} doesn’t fit into "${parent.type}"`,
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

/** @returns the total length, if it is stated */
async function readMvex(
	reader: ByteReader,
	mvex: Box,
	fragments: Fragments,
): Promise<bigint | undefined> {
	let whole: bigint | undefined;
	for (let box = await wholeChild(reader, mvex); box; box = await wholeChild(reader, mvex)) {
		if (box.type === 'mehd') {
			const version = await readVersion(reader, box);
			whole = readDuration(await readBody(reader, box, version === 1 ? 8 : 4), 0, version);
		}
		if (box.type === 'trex' && box.end - reader.position >= 16) {
			// version and flags, track, description, ticks of a sample
			const body = await readBody(reader, box, 16);
			fragments.defaults.set(body.getUint32(4), body.getUint32(12));
		}
		await reader.skipTo(box.end);
	}
	return whole;
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

/** All bits set means "unknown"; versions above 1 don't exist, so they are unknown too. */
function readDuration(body: DataView, at: number, version: number): bigint | undefined {
	if (version > 1) return undefined;
	const bits = version === 1 ? 64 : 32;
	const value = bits === 64 ? body.getBigUint64(at) : BigInt(body.getUint32(at));
	return value === BigInt.asUintN(bits, -1n) ? undefined : value;
}

/** Recorders that write the header first leave 0 here, so the length is not stated. */
function milliseconds({ duration, timescale }: Ticks): number | undefined {
	if (duration === undefined || duration === 0n || timescale === 0) return undefined;
	// Rounded before comparing: LinkedIn counts in whole milliseconds.
	return Math.round((Number(duration) * 1000) / timescale);
}
