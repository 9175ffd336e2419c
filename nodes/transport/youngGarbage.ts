const BYTES_PER_ELEMENT = 8;

/** Larger objects would not be allocated in the young generation. */
const MAX_BYTES = 64 * 1024;

/** Without a reference, the allocation would be optimized away. */
const held: { filler?: readonly unknown[] } = {};

/**
 * Creates as much garbage as a chunk that came through n8n's HTTP helper. Node reads from the
 * connection into a buffer before it creates the chunk, and that buffer can't be freed by us. V8's
 * young-generation collector would free it almost for free, but runs only when enough young objects
 * were created, which hardly happens during a transfer; so the full collector runs first, because
 * of the total size of such buffers. Measured with `npm run bench -- nodes`: half the CPU, a tenth
 * of the collections.
 */
export function collectYoungSoon(bytes: number): void {
	held.filler = new Array<unknown>(Math.ceil(Math.min(bytes, MAX_BYTES) / BYTES_PER_ELEMENT));
}
