/** Images API, "Supported image formats": "less than 36152320 pixels", so this many are too many. */
export const TOO_MANY_PIXELS = 36_152_320;

/**
 * LinkedIn counts pixels, not bytes; this is what they take at most, uncompressed at 8 bytes each, so
 * that a mistaken field does not fill a worker's memory.
 */
export const MAX_IMAGE_BYTES = TOO_MANY_PIXELS * 8;
