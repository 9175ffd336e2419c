import { Problem } from '../problem';
import { OverBudget } from './budget/budget';
import { uncheckableProblem } from './budget/within';
import { ByteReader, TooFarAhead } from './byteReader';
import { OR_SWITCH_OFF } from './fileProblems';
import { FILE_KINDS, type FileKind } from './kinds';
import { readMovie, type Movie } from './movie';
import { isUsual } from './mp4/codecs';
import { codecsOf, factsOf, type VideoFacts } from './mp4/facts';
import { lengthOf } from './mp4/length';
import { SNIFF_BYTES, sniff, type Sniffed } from './sniff';
import type { FileSource } from './source';
import { formatDuration, formatNumber } from './format';

/** Videos API, "Video File Size Specifications": at least 75kb, three seconds to 30 minutes. */
const MIN_BYTES = 75_000;
const MIN_MS = 3_000;
const MAX_MS = 30 * 60_000;

/** MP4 and related formats: LinkedIn's documents name MP4, and many of the others work. */
const FAMILY: readonly FileKind[] = ['mp4', 'quicktime', 'm4v', '3gp'];

/** What checking a video showed. */
export interface CheckedVideo {
	/** For the user. */
	readonly warnings: string[];
	/** If the file states it. */
	readonly durationMs?: number;
	/** What it is; absent if its header was not reached. */
	readonly facts?: VideoFacts;
}

/** How a video is checked. */
export interface VideoCheck {
	readonly signal?: AbortSignal;
	/** A connected-television ad has its own limits: length and size are not checked. */
	readonly connectedTv?: boolean;
}

/**
 * Checks a video for what LinkedIn would refuse only after the upload: the limits of the Videos API
 * for videos that are not connected-television ads. Reads the source once from its start, no
 * further than needed, and releases it; memory use doesn't depend on the file's size.
 *
 * @returns the length if the file states it, what the video is, and warnings for the user
 * @throws Problem if it is not in the MP4 family, is under 75,000 bytes, shorter than 3 seconds,
 * longer than 30 minutes, has no video track, or is cut off or damaged. Errors of the source itself
 * are passed on unchanged.
 */
export async function checkVideo(
	source: FileSource,
	{ signal, connectedTv = false }: VideoCheck = {},
): Promise<CheckedVideo> {
	const reader = await ByteReader.open(source, signal);
	try {
		const sniffed = await checkKind(reader);
		if (!connectedTv && source.size < MIN_BYTES) throw tooSmallProblem(source);
		const movie = await readMovie(reader).catch((error: unknown) => {
			throw error instanceof OverBudget ? uncheckableProblem(`The video "${source.name}"`) : error;
		});
		return checkMovie(source, { movie, sniffed, connectedTv });
	} catch (error) {
		// A server without ranges, and the header after gigabytes: the file is not fetched twice for
		// that.
		if (error instanceof TooFarAhead) return { warnings: [unknownDurationWarning(source)] };
		throw error;
	} finally {
		await reader.close();
	}
}

/** Based on content: names and MIME types are often wrong. */
async function checkKind(reader: ByteReader): Promise<FileKind> {
	const { name } = reader.file;
	const found = sniff(await reader.peek(SNIFF_BYTES));
	if (FAMILY.includes(found.kind)) return found.kind;
	throw wrongKindProblem(name, found);
}

function wrongKindProblem(name: string, { label, isVideo }: Omit<Sniffed, 'kind'>): Problem {
	return new Problem(
		`The video "${name}" is not an MP4; it looks like ${label}. LinkedIn accepts only MP4 videos`,
		{
			description: isVideo
				? 'Convert it to MP4 (H.264 and AAC).'
				: 'Check that this is the right file.',
		},
	);
}

interface ReadVideo {
	readonly movie: Movie;
	readonly sniffed: FileKind;
	readonly connectedTv: boolean;
}

function checkMovie(file: FileSource, { movie, sniffed, connectedTv }: ReadVideo): CheckedVideo {
	const kind = movie.kind ?? sniffed;
	if (!FAMILY.includes(kind)) throw wrongKindProblem(file.name, FILE_KINDS[kind]);
	const { durationMs, atLeastMs } = lengthOf(movie);
	if (!connectedTv) checkDuration(file, durationMs, atLeastMs);
	checkTracks(file, movie);
	const facts = factsOf(movie, kind, durationMs);
	const warnings = warningsOf(file, kind, facts);
	if (connectedTv) return { warnings, durationMs, facts };
	if (durationMs !== undefined) return { warnings, durationMs, facts };
	return { warnings: [...warnings, unknownDurationWarning(file)], facts };
}

/** @throws Problem outside LinkedIn's 3 seconds to 30 minutes */
function checkDuration(file: FileSource, durationMs: number | undefined, atLeastMs = 0): void {
	const lower = durationMs ?? atLeastMs;
	if (lower > MAX_MS) throw wrongDurationProblem(file, lower, 'shorter');
	if (durationMs !== undefined && durationMs < MIN_MS)
		throw wrongDurationProblem(file, durationMs, 'longer');
}

/** @throws Problem if tracks could be read, but none is a video track */
function checkTracks(file: FileSource, { tracks }: Movie): void {
	// A track that can't be read may be the video track.
	if (tracks.some(({ handler }) => handler === undefined || handler === 'vide')) return;
	const codecs = codecsOf(tracks).join(', ');
	const only = codecs === '' ? '' : `: it contains only audio (${codecs})`;
	throw new Problem(`The video "${file.name}" has no video track${only}`, {
		description: 'Check that this is the right file.',
	});
}

function warningsOf(file: FileSource, kind: FileKind, { codecs }: VideoFacts): string[] {
	const warnings: string[] = [];
	if (kind !== 'mp4') {
		warnings.push(
			`The video "${file.name}" is ${FILE_KINDS[kind].label}: LinkedIn’s documentation lists only MP4. If LinkedIn can’t process it, convert it to MP4.`,
		);
	}
	const unusual = codecs.filter((codec) => !isUsual(codec));
	if (unusual.length > 0) {
		warnings.push(
			`The video "${file.name}" contains ${unusual.join(' and ')}, which LinkedIn’s documentation doesn’t list. If LinkedIn can’t process it, convert it to H.264 and AAC.`,
		);
	}
	return warnings;
}

function wrongDurationProblem(file: FileSource, ms: number, needed: 'shorter' | 'longer'): Problem {
	return new Problem(
		`The video "${file.name}" is ${formatDuration(ms)} long; LinkedIn allows 3 seconds to 30 minutes`,
		{ description: `Use a ${needed} video, ${OR_SWITCH_OFF}.` },
	);
}

function tooSmallProblem(file: FileSource): Problem {
	return new Problem(
		`The video "${file.name}" has ${formatNumber(file.size)} bytes; LinkedIn requires at least 75,000 bytes (75 KB)`,
		{ description: `Export it in higher quality, ${OR_SWITCH_OFF}.` },
	);
}

function unknownDurationWarning(file: FileSource): string {
	return `The length of the video "${file.name}" could not be read. LinkedIn allows 3 seconds to 30 minutes.`;
}
