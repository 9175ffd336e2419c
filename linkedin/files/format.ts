/**
 * Numbers and names as messages about files show them. They are for marketers: digits are grouped,
 * sizes are decimal (1 MB = 1,000,000 bytes, as people read LinkedIn's "75kb" and "500MB").
 */

const GROUPED = new Intl.NumberFormat('en-US');

/** `1234567` -> `1,234,567`. */
export function formatNumber(count: number): string {
	return GROUPED.format(count);
}

/** Bytes for people: `74,999 bytes`, `612.5 MB`, `6.00 GB`. */
export function formatBytes(bytes: number): string {
	if (bytes < 1_000_000) return `${formatNumber(bytes)} bytes`;
	if (bytes < 1_000_000_000) return `${(bytes / 1_000_000).toFixed(1)} MB`;
	return `${(bytes / 1_000_000_000).toFixed(2)} GB`;
}

/**
 * Milliseconds for people: `2.0 seconds`, `2.999 seconds`, `31:00 minutes`, `1:05:09 hours`.
 * Thousandths are shown only if they are not zero, so that a value just beyond a limit never looks
 * like the limit.
 */
export function formatDuration(ms: number): string {
	if (ms < 60_000) return `${(ms / 1000).toFixed(ms % 100 === 0 ? 1 : 3)} seconds`;
	const two = (part: number) => String(part).padStart(2, '0');
	const fraction = ms % 1000 === 0 ? '' : `.${String(ms % 1000).padStart(3, '0')}`;
	const seconds = two(Math.floor(ms / 1000) % 60) + fraction;
	const minutes = Math.floor(ms / 60_000);
	if (minutes < 60) return `${minutes}:${seconds} minutes`;
	return `${Math.floor(minutes / 60)}:${two(minutes % 60)}:${seconds} hours`;
}

/** `1 image`, `2 images`: only the noun. */
export function plural(noun: string, count: number): string {
	return count === 1 ? noun : `${noun}s`;
}
