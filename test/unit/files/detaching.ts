/** Realms have prototypes of their own: Node's buffers are not made in the one that tests run in. */
const PROTOTYPES: ReadonlySet<object> = new Set([
	ArrayBuffer.prototype,
	Object.getPrototypeOf(Buffer.allocUnsafeSlow(1).buffer) as object,
]);

/** Node 20 has no `transfer`: in this file it has one that empties a buffer as the later ones do. */
export function withTransfer(): void {
	const given: object[] = [];
	beforeAll(() => {
		for (const prototype of PROTOTYPES) {
			if ('transfer' in prototype) continue;
			const value = function transfer(this: ArrayBuffer): ArrayBuffer {
				structuredClone(this, { transfer: [this] });
				return new ArrayBuffer(0);
			};
			Object.defineProperty(prototype, 'transfer', { value, configurable: true });
			given.push(prototype);
		}
	});
	afterAll(() => {
		for (const prototype of given) Reflect.deleteProperty(prototype, 'transfer');
	});
}

/** Bytes in memory of their own, which small buffers share otherwise. */
export function ownBytes(text: string): Buffer {
	const bytes = Buffer.allocUnsafeSlow(Buffer.byteLength(text));
	bytes.write(text);
	return bytes;
}
