/** A duration in words, such as `20 seconds`; at least one second. */
export function seconds(milliseconds: number): string {
	const count = Math.max(1, Math.round(milliseconds / 1000));
	return count === 1 ? '1 second' : `${count} seconds`;
}
