import { Problem } from '../problem';
import type { FileSource } from './source';
import { formatBytes, formatNumber } from './format';
import { emptyFileProblem } from './fileProblems';

/** Videos API, `fileSizeBytes`: "Maximum allowed Videos size is 5GB". */
const MAX_BYTES = 5_368_709_120;
/** Videos API, "Video File Size Specifications": up to 500MB in the feed. */
const FEED_MAX_BYTES = 500_000_000;

/**
 * The size limits of LinkedIn's API itself; they apply even if *Check File* is off.
 *
 * @param connectedTv the video is for connected-television ads, which have their own limits (Videos
 * API, "Video File Size Specifications")
 * @returns warnings: LinkedIn accepts the file, but may not show it everywhere
 * @throws Problem for an empty file and for one over 5,368,709,120 bytes (5 GB).
 */
export function checkVideoSize(
	file: Pick<FileSource, 'name' | 'size'>,
	connectedTv = false,
): string[] {
	if (file.size <= 0) throw emptyFileProblem(`The video "${file.name}"`);
	if (file.size > MAX_BYTES) {
		throw new Problem(
			`The video "${file.name}" has ${formatNumber(file.size)} bytes; LinkedIn allows up to ${formatNumber(MAX_BYTES)} bytes (5 GB)`,
			{
				description:
					'Export it with a lower bit rate or resolution, or split it into several videos.',
			},
		);
	}
	if (connectedTv) {
		return [
			`The length and size of the video "${file.name}" were not checked: connected TV ads have their own limits, listed in LinkedIn’s "Connected Television Video Ads Specifications".`,
		];
	}
	if (file.size <= FEED_MAX_BYTES) return [];
	return [
		`The video "${file.name}" has ${formatBytes(file.size)}. LinkedIn accepts it, but its limit for videos in the feed is 500 MB.`,
	];
}
