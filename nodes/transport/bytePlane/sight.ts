interface Socket {
	/** Bytes that were written to it, those that still wait in the process among them. */
	readonly bytesWritten: number;
	/** Bytes that wait in the process. */
	readonly writableLength: number;
}

/**
 * What the system's buffers take of what is written to connections. It moves also while a slow line is
 * still busy with earlier bytes, as long as the buffers have room.
 *
 * @param sockets those that are open, at any time
 * @returns counts from now on
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
		// Less where a connection is gone, with what it had taken.
		sum += Math.max(0, now - before);
		before = now;
		return sum;
	};
}
