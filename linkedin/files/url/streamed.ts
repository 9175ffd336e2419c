import { CancelledError, ConnectionError } from '../../api/http';
import { FileChanged } from '../fileChanged';
import type { FileSource } from '../source';
import type { UrlAnswer } from './http';
import type { UrlFile } from './urlFile';
import { compressedProblem, unreachableProblem } from './problems';
import { differenceBetween, versionOf } from './version';
import { fetchRepeatedly } from './fetchRepeatedly';
import type { Flow } from './flow';
import { flowOf, endFlow, keepChunk, loseKept, LOOK_AHEAD_BYTES } from './flow';

/**
 * A file whose server doesn't support ranges: it is streamed once, in order. The first reader
 * leaves the stream open, and the next one continues with what was already read. If it breaks off
 * in the middle, that is a {@link UrlProblem}: its beginning is not fetched again automatically.
 */
export function streamedSource(file: UrlFile, first: UrlAnswer): FileSource {
	const { reading, link } = file;
	let flow: Flow | undefined = flowOf(reading, first);

	const restart = async (signal: AbortSignal | undefined): Promise<Flow> => {
		if (flow) await endFlow(flow);
		const get = async (): Promise<UrlAnswer> => {
			const sent = await link.get(undefined, signal);
			if (sent.status >= 300) sent.discard();
			return sent;
		};
		const answer = await fetchRepeatedly(reading, link.url, get, signal);
		const size = Number(answer.headers.get('content-length'));
		const same = answer.status === 200 && answer.unpacked === undefined && size === file.size;
		const difference = file.acceptChangingEtag
			? undefined
			: differenceBetween(file.version, versionOf(answer));
		if (!same || difference !== undefined) {
			answer.discard();
			throw new FileChanged(file.name, 'changed a moment ago');
		}
		return flowOf(reading, answer);
	};

	async function* read(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
		const current: Flow = !flow || flow.lost ? await restart(signal) : flow;
		flow = current;
		// The reader's own signal: the stream may have been opened with another one.
		const stop = (): void => {
			current.answer.discard();
		};
		signal?.addEventListener('abort', stop, { once: true });
		try {
			if (signal?.aborted) throw new CancelledError();
			for (let index = 0; index < current.kept.length; index += 1) {
				const chunk = current.kept[index];
				if (chunk) yield chunk;
			}
			while (!current.ended) {
				const next = await current.chunks.next();
				current.readBytes += next.value?.length ?? 0;
				assertPlain(current, next.done === true);
				if (next.done === true) {
					current.ended = true;
					return;
				}
				keepChunk(current, next.value);
				yield next.value;
			}
		} catch (error) {
			loseKept(current);
			if (signal?.aborted) throw new CancelledError();
			throw error instanceof ConnectionError ? unreachableProblem(link.url, error) : error;
		} finally {
			signal?.removeEventListener('abort', stop);
		}
	}

	/**
	 * A body has neither more nor fewer bytes than its Content-Length, unless the HTTP library has
	 * decompressed it, which also removes the header that says so.
	 */
	const assertPlain = ({ readBytes }: Flow, ended: boolean): void => {
		if (readBytes > file.size || (ended && readBytes < file.size))
			throw compressedProblem(link.url, file.name);
	};

	const { name, size, mimeType } = file;
	return {
		name,
		size,
		mimeType,
		lookAheadBytes: LOOK_AHEAD_BYTES,
		open: (signal) => Promise.resolve(read(signal)),
		close: async () => {
			if (flow) await endFlow(flow);
			flow = undefined;
		},
	};
}
