import { FileChanged } from '../fileChanged';
import type { FileSource } from '../source';
import { fetchRepeatedly } from './fetchRepeatedly';
import type { UrlAnswer } from './http';
import { readWhole } from './readWhole';
import type { UrlFile } from './urlFile';

/**
 * A large file that is needed whole: it is fetched when it is read, not when it is opened. So it waits
 * for its share of the process's memory with neither bytes nor a connection. If it breaks off it is
 * fetched again, since nothing of it was used.
 *
 * @param first the answer that told its size
 */
export function lateWhole(file: UrlFile, first: UrlAnswer): FileSource {
	first.discard();
	const { reading, link, name, size, mimeType } = file;
	async function* read(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
		const fetchWhole = async () => {
			const answer = await link.get(undefined, signal);
			const { status, headers } = answer;
			if (status >= 300) {
				answer.discard();
				return { status, headers, bytes: undefined };
			}
			if (status !== 200 || Number(headers.get('content-length')) !== size) {
				answer.discard();
				throw new FileChanged(name, 'changed a moment ago');
			}
			const bytes = await readWhole(file, answer, { size, limit: size }, signal);
			return { status, headers, bytes };
		};
		const { bytes } = await fetchRepeatedly(reading, link.url, fetchWhole, signal);
		if (bytes) yield bytes;
	}
	return { name, size, mimeType, open: (signal) => Promise.resolve(read(signal)) };
}
