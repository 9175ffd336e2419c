import type { ByteReader } from '../byteReader';
import type { Box } from '../boxes';
import { child } from './children';
import { readAudioConfig } from './audioConfig';
import { codecName } from './codecs';

/** One track of a video, as far as it can be read: the other tracks play without it. */
export interface Track {
	/** `vide`, `soun` and others (ISO/IEC 14496-12, 8.4.3); absent if it is not stated. */
	handler?: string;
	id?: number;
	codec?: string;
	/** Pixels. */
	width?: number;
	height?: number;
	channels?: number;
	/** Ticks per second, the track's length in ticks, and the number of samples in the header. */
	timescale?: number;
	ticks?: number;
	samples?: number;
}

/** The first entry of a description, and what it says about the codec. */
const DESCRIPTION_BYTES = 256;

/** Boxes that contain those that are read. */
const HOLDERS = new Set(['mdia', 'minf', 'stbl']);

/**
 * Reads a `trak` box. What doesn't fit is left out without an error, since players find their
 * samples anyway.
 *
 * @throws Problem if the source ends early; OverBudget; CancelledError
 */
export async function readTrack(reader: ByteReader, trak: Box): Promise<Track> {
	const track: Track = {};
	await readInto(track, reader, trak);
	return track;
}

/** @param depth of `parent`: `stbl` is the deepest that contains any */
async function readInto(track: Track, reader: ByteReader, parent: Box, depth = 0): Promise<void> {
	for (let box = await child(reader, parent); box; box = await child(reader, parent)) {
		if (depth < 3 && HOLDERS.has(box.type)) await readInto(track, reader, box, depth + 1);
		else await READERS.get(box.type)?.(track, reader, box);
		await reader.skipTo(box.end);
	}
}

type ReadBox = (track: Track, reader: ByteReader, box: Box) => Promise<void>;

const READERS = new Map<string, ReadBox>([
	['tkhd', readTrackHeader],
	['mdhd', readMediaHeader],
	['hdlr', readHandler],
	['stsd', readDescription],
	['stsz', readSampleCount],
	['stz2', readSampleCount],
]);

/** The first bytes of a box's body, or as many as there are. */
async function bodyOf(reader: ByteReader, box: Box, atMost: number): Promise<DataView> {
	return reader.read(Math.min(atMost, box.end - reader.position));
}

/** 8.3.2: the times before it have 32 or 64 bits. */
async function readTrackHeader(track: Track, reader: ByteReader, box: Box): Promise<void> {
	const body = await bodyOf(reader, box, 24);
	const at = body.byteLength > 0 && body.getUint8(0) === 1 ? 20 : 12;
	if (at + 4 <= body.byteLength) track.id = body.getUint32(at);
}

/** 8.4.2. */
async function readMediaHeader(track: Track, reader: ByteReader, box: Box): Promise<void> {
	const body = await bodyOf(reader, box, 32);
	const long = body.byteLength > 0 && body.getUint8(0) === 1;
	if (body.byteLength < (long ? 32 : 20)) return;
	track.timescale = body.getUint32(long ? 20 : 12);
	const ticks = long ? Number(body.getBigUint64(24)) : body.getUint32(16);
	if (ticks !== (long ? 2 ** 64 : 0xffffffff)) track.ticks = ticks;
}

/** 8.4.3. QuickTime has a second one in `minf`, which is about the data and comes later. */
async function readHandler(track: Track, reader: ByteReader, box: Box): Promise<void> {
	const body = await bodyOf(reader, box, 12);
	if (body.byteLength === 12) track.handler ??= text(body, 8);
}

/** 8.5.2: the first entry, read as video or audio (12.1.3, 12.2.3). */
async function readDescription(track: Track, reader: ByteReader, box: Box): Promise<void> {
	const body = await bodyOf(reader, box, DESCRIPTION_BYTES);
	if (body.byteLength < 16) return;
	track.codec = codecName(text(body, 12));
	const entry = 16;
	if (track.handler === 'vide' && body.byteLength >= entry + 28) {
		track.width = body.getUint16(entry + 24);
		track.height = body.getUint16(entry + 26);
	}
	if (track.handler === 'soun' && body.byteLength >= entry + 20) {
		const { codec = track.codec, channels = body.getUint16(entry + 16) } = readAudioConfig(
			Buffer.from(body.buffer, entry),
		);
		Object.assign(track, { codec, channels });
	}
}

/** 8.7.3. */
async function readSampleCount(track: Track, reader: ByteReader, box: Box): Promise<void> {
	const body = await bodyOf(reader, box, 12);
	if (body.byteLength === 12) track.samples = body.getUint32(8);
}

function text(body: DataView, at: number): string {
	return String.fromCharCode(...[0, 1, 2, 3].map((index) => body.getUint8(at + index)));
}
