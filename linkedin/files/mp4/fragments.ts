import type { ByteReader } from '../byteReader';
import type { Box } from '../boxes';
import { child } from './children';
import type { Track } from './track';

/** What fragments say about one track, in its ticks. */
interface Span {
	/** When its first sample starts, and when its last one ends. */
	start: number;
	end: number;
	samples: number;
}

/** Flags of `tfhd` (ISO/IEC 14496-12, 8.8.7) and the size of the fields that they announce. */
const HEADER_FIELDS = [
	[0x01, 8],
	[0x02, 4],
] as const;
const DEFAULT_DURATION = 0x08;
/** Flags of `trun` (8.8.8): fields before the samples, fields of each sample. */
const RUN_FIELDS = [0x01, 0x04] as const;
const SAMPLE_FIELDS = [0x100, 0x200, 0x400, 0x800] as const;
const SAMPLE_DURATION = 0x100;
/** Samples whose durations are read at a time. */
const SAMPLES_AT_ONCE = 1024;

/** The length of a video that is in its fragments instead of its header. */
export class Fragments {
	private readonly spans = new Map<number, Span>();
	/** Ticks per sample, if fragments don't say it themselves (`trex`, 8.8.3). */
	readonly defaults = new Map<number, number>();
	count = 0;

	/** Reads a `moof` box. */
	async add(reader: ByteReader, moof: Box): Promise<void> {
		this.count += 1;
		for (let box = await child(reader, moof); box; box = await child(reader, moof)) {
			if (box.type === 'traf') await this.addTrack(reader, box);
			await reader.skipTo(box.end);
		}
	}

	/** Milliseconds of the longest track; undefined if the fragments don't say. */
	durationMs(tracks: readonly Track[]): number | undefined {
		const lengths = tracks.flatMap(({ id, timescale, samples }) => {
			const span = id === undefined ? undefined : this.spans.get(id);
			if (!span || !timescale) return [];
			// A recording of a stream may begin at any time; samples in the header begin at 0.
			return [((span.end - (samples ? 0 : span.start)) * 1000) / timescale];
		});
		const longest = Math.max(0, ...lengths);
		return longest > 0 ? Math.round(longest) : undefined;
	}

	/** Samples per second. */
	frameRate({ id, timescale }: Track): number | undefined {
		const span = id === undefined ? undefined : this.spans.get(id);
		if (!span || !timescale || span.end <= span.start) return undefined;
		return (span.samples * timescale) / (span.end - span.start);
	}

	private async addTrack(reader: ByteReader, traf: Box): Promise<void> {
		let id = -1;
		let usual = 0;
		for (let box = await child(reader, traf); box; box = await child(reader, traf)) {
			const size = box.end - reader.position;
			if (box.type === 'tfhd' && size >= 8) {
				const header = await reader.read(Math.min(size, 24));
				id = header.getUint32(4);
				usual = defaultDuration(header) ?? this.defaults.get(id) ?? 0;
			}
			if (box.type === 'tfdt' && size >= 8) this.begin(id, await readTime(reader, size));
			if (box.type === 'trun' && size >= 8) await this.addRun(reader, box, { id, usual });
			await reader.skipTo(box.end);
		}
	}

	private begin(id: number, time: number): void {
		const span = this.spans.get(id);
		if (!span) this.spans.set(id, { start: time, end: time, samples: 0 });
		else span.end = Math.max(span.end, time);
	}

	private async addRun(
		reader: ByteReader,
		box: Box,
		{ id, usual }: { id: number; usual: number },
	): Promise<void> {
		const head = await reader.read(8);
		const flags = head.getUint32(0) & 0xffffff;
		const samples = head.getUint32(4);
		const ticks =
			(flags & SAMPLE_DURATION) === 0
				? samples * usual
				: await sumDurations(reader, box, { flags, samples });
		if (!this.spans.has(id)) this.begin(id, 0);
		const span = this.spans.get(id);
		if (!span) return;
		span.end += ticks;
		span.samples += samples;
	}
}

function defaultDuration(header: DataView): number | undefined {
	const flags = header.getUint32(0) & 0xffffff;
	if ((flags & DEFAULT_DURATION) === 0) return undefined;
	const before = HEADER_FIELDS.reduce((sum, [flag, bytes]) => sum + (flags & flag ? bytes : 0), 8);
	return before + 4 <= header.byteLength ? header.getUint32(before) : undefined;
}

/** When the fragment begins (8.8.12). */
async function readTime(reader: ByteReader, size: number): Promise<number> {
	const body = await reader.read(Math.min(size, 12));
	const long = body.getUint8(0) === 1;
	if (!long) return body.getUint32(4);
	return body.byteLength === 12 ? Number(body.getBigUint64(4)) : 0;
}

async function sumDurations(
	reader: ByteReader,
	box: Box,
	{ flags, samples }: { flags: number; samples: number },
): Promise<number> {
	const before = RUN_FIELDS.filter((flag) => flags & flag).length * 4;
	const bytes = SAMPLE_FIELDS.filter((flag) => flags & flag).length * 4;
	await reader.skipTo(Math.min(box.end, reader.position + before));
	let sum = 0;
	for (let left = samples; left > 0; left -= SAMPLES_AT_ONCE) {
		const count = Math.min(left, SAMPLES_AT_ONCE);
		if (reader.position + count * bytes > box.end) break;
		const entries = await reader.read(count * bytes);
		for (let index = 0; index < count; index += 1) sum += entries.getUint32(index * bytes);
	}
	return sum;
}
