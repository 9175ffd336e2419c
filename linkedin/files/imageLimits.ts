/** Images API, "Supported image formats": "less than 36152320 pixels", so this many are too many. */
export const TOO_MANY_PIXELS = 36_152_320;

/**
 * LinkedIn limits pixels, not bytes. This is the most that they take, uncompressed at 8 bytes each,
 * so that a wrong file doesn't fill a worker's memory.
 */
export const MAX_IMAGE_BYTES = TOO_MANY_PIXELS * 8;
