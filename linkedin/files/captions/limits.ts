/** Hours of speech take a fraction of this; anything larger is not captions. */
export const CAPTIONS_LIMIT_BYTES = 10_000_000;

/** More than one per frame of a half-hour video, the longest that LinkedIn accepts. */
export const MOST_CUES = 100_000;

/** Bytes in one cue's text: far more than any screen shows. */
export const CUE_LIMIT_BYTES = 50_000;
