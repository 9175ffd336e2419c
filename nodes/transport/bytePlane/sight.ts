interface Socket {
	/** Bytes that were written to it, including those still waiting in the process. */
	readonly bytesWritten: number;
	/** Bytes that wait in the process. */
	readonly writableLength: number;
}

/**
 * Counts what the system's buffers accept of the bytes written to connections. It also grows while
 * a slow line is busy with earlier bytes, as long as the buffers have room.
 *
 * @param sockets returns those that are open now
 * @returns a count from now on
 */
export function takenSince(sockets: Iterable<Socket>): () => number {
	const taken = (): number =>
		[...sockets].reduce(
			(sum, { bytesWritten, writableLength }) => sum + bytesWritten - writableLength,
			0,
		);
	let before = taken();
	let sum = 0;
	return () => {
		const now = taken();
		// Smaller than before if a connection is gone, whose bytes no longer count.
		sum += Math.max(0, now - before);
		before = now;
		return sum;
	};
}
