/** Hours of speech take a fraction of this; anything larger is another file. */
export const CAPTIONS_LIMIT_BYTES = 10_000_000;

/** More than one per frame of a video of half an hour, which is the longest that LinkedIn takes. */
export const MOST_CUES = 100_000;

/** Bytes of one cue's text: far more than any screen shows. */
export const CUE_LIMIT_BYTES = 50_000;
