/**
 * Memory of chunks that nobody but their reader knows. V8 frees a buffer only when it collects its
 * garbage, and too many bytes of buffers make it collect the whole heap: a gigabyte of chunks costs
 * dozens of such collections, which everything in the process waits for. Detaching a buffer
 * (ECMAScript 2024, `ArrayBuffer.prototype.transfer`) frees it at once.
 */
const fresh = new WeakSet<ArrayBufferLike>();

/**
 * Says that a chunk was made for its reader: nobody else holds it, now or later. A view of something
 * larger never counts as such.
 */
export function markFresh({ buffer, byteLength }: Uint8Array): void {
	if (byteLength === buffer.byteLength) fresh.add(buffer);
}

/** Says that somebody keeps a chunk: {@link giveBack} then leaves it alone. */
export function markKept({ buffer }: Uint8Array): void {
	fresh.delete(buffer);
}

/**
 * Frees a chunk whose bytes were used, where it was made for its reader. It is empty then, and so is
 * every view of it: nobody may call this who has handed one out.
 */
export function giveBack({ buffer }: Uint8Array): void {
	if (fresh.delete(buffer)) detach(buffer);
}

/** Where the engine has no way to do so (Node 20), it is collected as ever. */
function detach(buffer: object): void {
	const transfer: unknown = 'transfer' in buffer ? buffer.transfer : undefined;
	if (typeof transfer === 'function') Reflect.apply(transfer, buffer, [0]);
}
