const MIB = 1024 * 1024;

/** What reading one file may cost, whatever the file says about itself. */
export interface Limits {
	/** Bytes that are read from storage or a server, or unpacked. */
	readonly bytes: number;
	/** Steps: bytes that a JavaScript loop reads, entries, boxes. A second has well over 30 million. */
	readonly work: number;
	/** Requests to the server or storage that has the file. */
	readonly requests: number;
	/** Bytes of memory at any time, without the file itself. */
	readonly memory: number;
}

/**
 * Far more than real files need: the headers of an hours-long video have a few megabytes, the page
 * tree of a PDF a few hundred kilobytes; a fragmented video is read with some 70 requests. All of
 * that takes less than a second.
 */
export const FILE_LIMITS: Limits = {
	bytes: 64 * MIB,
	work: 16_000_000,
	requests: 256,
	memory: 32 * MIB,
};

/** Memory for one entry in a map of numbers. */
export const MAP_ENTRY_BYTES = 48;
