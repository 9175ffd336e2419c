/** What the reader of one format finds. */
export interface Picture {
	/** Pixels, as stated; absent if the file ends before. */
	readonly width?: number;
	readonly height?: number;
	/** Frames of an animation; GIF only. */
	readonly frames?: number;
	/** Why the picture is incomplete, as the end of a sentence. */
	readonly cutOff?: string;
	/** Its end is missing, but the picture may be complete. */
	readonly endMissing?: boolean;
}

/** The formats that LinkedIn accepts. */
export type ImageType = 'jpeg' | 'png' | 'gif';
