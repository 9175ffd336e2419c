import type { Movie } from '../movie';
import { FILE_KINDS, type FileKind } from '../kinds';
import type { Track } from './track';

/** What a video is, as far as it could be read. */
export interface VideoFacts {
	/** `MP4`, `MOV`, `M4V`, `3GP`. */
	readonly container: string;
	readonly durationSeconds?: number;
	/** Pixels. */
	readonly width?: number;
	readonly height?: number;
	/** Frames per second, on average. */
	readonly frameRate?: number;
	/** Of the video and audio tracks, in the order of the file. */
	readonly codecs: readonly string[];
	/** Absent if there is no sound. */
	readonly audioCodec?: string;
	readonly audioChannels?: number;
}

/** The most tracks that are listed; no video has that many. */
const MAX_LISTED = 16;

/** @param durationMs if it is known */
export function factsOf(movie: Movie, kind: FileKind, durationMs: number | undefined): VideoFacts {
	const picture = movie.tracks.find(({ handler }) => handler === 'vide');
	const sound = movie.tracks.find(({ handler }) => handler === 'soun');
	const rate = picture && frameRate(picture, movie);
	return {
		container: containerOf(kind),
		...(durationMs === undefined ? {} : { durationSeconds: durationMs / 1000 }),
		...(picture?.width === undefined ? {} : { width: picture.width, height: picture.height }),
		...(rate === undefined ? {} : { frameRate: rate }),
		codecs: codecsOf(movie.tracks),
		...(sound?.codec === undefined ? {} : { audioCodec: sound.codec }),
		...(sound?.channels === undefined ? {} : { audioChannels: sound.channels }),
	};
}

export function codecsOf(tracks: readonly Track[]): string[] {
	return tracks
		.filter(({ handler }) => handler === 'vide' || handler === 'soun')
		.flatMap(({ codec }) => (codec === undefined ? [] : [codec]))
		.slice(0, MAX_LISTED);
}

/** The word in a kind's brackets, or the rest of its label. */
function containerOf(kind: FileKind): string {
	const { label } = FILE_KINDS[kind];
	return /^[^(]*\((.*)\)/.exec(label)?.[1] ?? label.replace(/^an? | video$/g, '');
}

/** From the header, or from the fragments if it has no samples. To three decimals, as 29.97 needs. */
function frameRate(track: Track, { fragments }: Movie): number | undefined {
	const { samples, ticks, timescale } = track;
	const rate =
		samples && ticks && timescale ? (samples * timescale) / ticks : fragments?.frameRate(track);
	return rate === undefined ? undefined : Math.round(rate * 1000) / 1000;
}
