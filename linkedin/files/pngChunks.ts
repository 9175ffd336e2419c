/** Of a PNG: what every one begins with (PNG specification, 5.2). */
export const SIGNATURE_BYTES = 8;
/** Length and type before a chunk's data, and a checksum after it. */
export const CHUNK_BYTES = 12;
/** The cost of reading a chunk's header. */
export const CHUNK_STEPS = 16;
