/** What the reader of one format finds. */
export interface Picture {
	/** Pixels, as stated; absent where the file does not come to it. */
	readonly width?: number;
	readonly height?: number;
	/** Pictures of an animation; GIF only. */
	readonly frames?: number;
	/** Why the file holds no whole picture, as the end of a sentence. */
	readonly cutOff?: string;
	/** Its end is missing, but the picture may be whole. */
	readonly endMissing?: boolean;
}

/** The formats that LinkedIn takes. */
export type ImageType = 'jpeg' | 'png' | 'gif';
