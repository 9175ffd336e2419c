const MIB = 1024 * 1024;

/** What the reading of one file may cost, whatever the file says of itself. */
export interface Limits {
	/** Bytes that are read from a storage or a server, or unpacked. */
	readonly bytes: number;
	/** Steps: bytes that a loop of ours looks at, entries, boxes. A second has well over 30 million. */
	readonly work: number;
	/** Requests to the server, or storage, that has the file. */
	readonly requests: number;
	/** Bytes of memory at the same time, without the file itself. */
	readonly memory: number;
}

/**
 * Far more than real files need: the headers of a video of hours are some megabytes, the page tree of
 * a PDF some hundred kilobytes; a video in fragments is looked at in some 70 requests. All of it together takes less than a second.
 */
export const FILE_LIMITS: Limits = {
	bytes: 64 * MIB,
	work: 16_000_000,
	requests: 256,
	memory: 32 * MIB,
};

/** What an entry of a map of numbers takes of memory. */
export const MAP_ENTRY_BYTES = 48;
