/**
 * RC4, which OpenSSL 3 has only if its legacy ciphers are loaded. Used only for passwords of old
 * PDFs.
 */
export function rc4(key: Buffer, data: Buffer): Buffer {
	const state = Uint8Array.from({ length: 256 }, (_, index) => index);
	const swap = (a: number, b: number) => {
		const kept = state[a] ?? 0;
		state[a] = state[b] ?? 0;
		state[b] = kept;
	};
	let j = 0;
	for (let i = 0; i < 256; i += 1) {
		j = (j + (state[i] ?? 0) + (key[i % key.length] ?? 0)) & 0xff;
		swap(i, j);
	}
	let i = 0;
	j = 0;
	const result = Buffer.from(data);
	for (const [at, byte] of data.entries()) {
		i = (i + 1) & 0xff;
		j = (j + (state[i] ?? 0)) & 0xff;
		swap(i, j);
		result[at] = byte ^ (state[((state[i] ?? 0) + (state[j] ?? 0)) & 0xff] ?? 0);
	}
	return result;
}
