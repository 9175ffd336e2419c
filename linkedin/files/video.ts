import { Problem } from '../problem';
import { ByteReader, TooFarAhead } from './byteReader';
import { OR_SWITCH_OFF } from './fileProblems';
import { readMovie } from './movie';
import type { MovieHeader } from './movieHeader';
import { SNIFF_BYTES, sniff } from './sniff';
import type { FileSource } from './source';
import { formatDuration, formatNumber } from './format';

/** Videos API, "Video File Size Specifications": from 75kb on, three seconds to 30 minutes. */
const MIN_BYTES = 75_000;
const MIN_MS = 3_000;
const MAX_MS = 30 * 60_000;

/** What the check of a video showed. */
export interface CheckedVideo {
	/** For the user. */
	readonly warnings: string[];
	/** Where the file states it. */
	readonly durationMs?: number;
}

/**
 * Checks a video for what LinkedIn would refuse only after the upload: the limits of the Videos API for
 * videos that are not connected-television ads. Reads the source once from its start, no further than
 * needed, and releases it; memory does not depend on the file's size.
 *
 * @returns the length where the file states it, and warnings for the user
 * @throws Problem for another format than MP4, under 75,000 bytes, shorter than 3 seconds, longer than
 * 30 minutes, cut off or damaged. Errors of the source itself come through unchanged.
 */
export async function checkVideo(source: FileSource, signal?: AbortSignal): Promise<CheckedVideo> {
	const reader = await ByteReader.open(source, signal);
	try {
		const warnings = await checkKind(reader);
		if (source.size < MIN_BYTES) throw tooSmallProblem(source);
		const header = await readMovie(reader).catch(unknownWhereTooFar);
		const durationMs = checkDuration(source, header);
		if (durationMs !== undefined) return { warnings, durationMs };
		return { warnings: [...warnings, unknownDurationWarning(source)] };
	} finally {
		await reader.close();
	}
}

/** A server without ranges, and the header behind gigabytes: it is not fetched twice for that. */
function unknownWhereTooFar(error: unknown): MovieHeader {
	if (error instanceof TooFarAhead) return {};
	throw error;
}

/** By content: names and MIME types are often wrong. */
async function checkKind(reader: ByteReader): Promise<string[]> {
	const { name } = reader.file;
	const found = sniff(await reader.peek(SNIFF_BYTES));
	if (found.kind === 'mp4') return [];
	if (found.kind === '3gp') {
		return [
			`The video "${name}" is ${found.label}: it is built like an MP4, but LinkedIn names only MP4.`,
		];
	}
	throw new Problem(
		`The video "${name}" is not an MP4: by its content it looks like ${found.label}; LinkedIn takes only MP4 videos`,
		{
			description: found.isVideo
				? `Convert it to MP4 (H.264 and AAC), ${OR_SWITCH_OFF}.`
				: `Check that the right file is given, ${OR_SWITCH_OFF}.`,
		},
	);
}

/**
 * @returns the length in whole milliseconds, or `undefined` where the file does not state it
 * @throws Problem outside of LinkedIn's 3 seconds to 30 minutes.
 */
function checkDuration(file: FileSource, header: MovieHeader): number | undefined {
	const { durationMs, atLeastMs = 0 } = header;
	const lower = durationMs ?? atLeastMs;
	if (lower > MAX_MS) throw wrongDurationProblem(file, lower, 'shorter');
	if (durationMs === undefined) return undefined;
	if (durationMs < MIN_MS) throw wrongDurationProblem(file, durationMs, 'longer');
	return durationMs;
}

function wrongDurationProblem(file: FileSource, ms: number, needed: 'shorter' | 'longer'): Problem {
	return new Problem(
		`The video "${file.name}" is ${formatDuration(ms)} long; LinkedIn takes videos from 3 seconds to 30 minutes`,
		{ description: `Use a ${needed} video, ${OR_SWITCH_OFF}.` },
	);
}

function tooSmallProblem(file: FileSource): Problem {
	return new Problem(
		`The video "${file.name}" has ${formatNumber(file.size)} bytes; LinkedIn takes videos from 75,000 bytes (75 KB)`,
		{ description: `Export it in a better quality, ${OR_SWITCH_OFF}.` },
	);
}

function unknownDurationWarning(file: FileSource): string {
	return `The length of the video "${file.name}" could not be read: LinkedIn takes 3 seconds to 30 minutes.`;
}
