/**
 * Frees the memory of chunks that only their reader holds. V8 frees a buffer only during garbage
 * collection, and too many bytes in buffers make it collect the whole heap: a gigabyte of chunks
 * costs dozens of such collections, which stop the whole process. Detaching a buffer (ECMAScript
 * 2024, `ArrayBuffer.prototype.transfer`) frees it at once.
 */
const fresh = new WeakSet<ArrayBufferLike>();

/**
 * Marks a chunk as created for its reader: nothing else holds it, now or later. A view of something
 * larger never counts as such.
 */
export function markFresh({ buffer, byteLength }: Uint8Array): void {
	if (byteLength === buffer.byteLength) fresh.add(buffer);
}

/** Marks a chunk as still in use: {@link giveBack} then leaves it alone. */
export function markKept({ buffer }: Uint8Array): void {
	fresh.delete(buffer);
}

/**
 * Frees a chunk whose bytes were used, if it was created for its reader. The chunk and every view
 * of it are then empty: don't call this if a view was passed on.
 */
export function giveBack({ buffer }: Uint8Array): void {
	if (fresh.delete(buffer)) detach(buffer);
}

/** If the engine can't do that (Node 20), the chunk is garbage-collected as usual. */
function detach(buffer: object): void {
	const transfer: unknown = 'transfer' in buffer ? buffer.transfer : undefined;
	if (typeof transfer === 'function') Reflect.apply(transfer, buffer, [0]);
}
