import { CancelledError, ConnectionError } from '../../api/http';
import { sendRepeatedly } from '../../api/repeat';
import { FileChanged } from '../fileChanged';
import type { FileSource } from '../source';
import { bodyOf } from './body';
import type { FileLink } from './link';
import type { UrlAnswer, UrlReading } from './http';
import { isSameVersion, versionOf, type UrlFile } from './ranged';
import { compressedProblem, refusedProblem, unreachableProblem } from './problems';

/**
 * Bytes of a stream that may be looked at before it is read for good: room for what stands at the
 * start of a video, and for the first part.
 */
const LOOK_AHEAD_BYTES = 8 * 1024 * 1024;

/** What is kept of it, so that the check and the upload share one answer: one chunk may go beyond. */
const KEPT_BYTES = LOOK_AHEAD_BYTES + 1024 * 1024;

/** An answer under way, and what was read of it so far, as long as that is little. */
interface Flow {
	readonly answer: UrlAnswer;
	readonly chunks: AsyncGenerator<Uint8Array, void, undefined>;
	readBytes: number;
	kept: Uint8Array[];
	/** It broke off, or more was read than is kept: it cannot be read from its start any more. */
	lost: boolean;
	ended: boolean;
}

/**
 * A file whose server answers no ranges: it is streamed once, in order. Whoever reads first leaves
 * the stream open, and the next reader goes on with what was read already. What breaks off in the
 * middle becomes a {@link UrlProblem}: its beginning is not fetched again by itself.
 */
export function streamedSource(
	reading: UrlReading,
	link: FileLink,
	file: UrlFile,
	first: UrlAnswer,
): FileSource {
	let flow: Flow | undefined = flowOf(reading, first);

	const restart = async (signal: AbortSignal | undefined): Promise<Flow> => {
		if (flow) await end(flow);
		const answer = await sendRepeatedly(reading, {
			repeatable: true,
			retry: reading.retry,
			onRetry: reading.onRetry,
			signal,
			send: async () => {
				const sent = await link.get(undefined, signal);
				if (sent.status >= 300) sent.discard();
				return sent;
			},
			refusalError: (refused) => refusedProblem(link.url, refused, reading.now()),
			noAnswerError: (error) => unreachableProblem(link.url, error),
		});
		const size = Number(answer.headers.get('content-length'));
		const same = answer.status === 200 && size === file.size;
		if (!same || !isSameVersion(file.version, versionOf(answer))) {
			answer.discard();
			throw new FileChanged(file.name, 'is another one than a moment ago');
		}
		return flowOf(reading, answer);
	};

	async function* read(signal: AbortSignal | undefined): AsyncGenerator<Uint8Array> {
		const current: Flow = !flow || flow.lost ? await restart(signal) : flow;
		flow = current;
		// The reader's own signal: the stream may have been opened for another one.
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
				keep(current, next.value);
				yield next.value;
			}
		} catch (error) {
			lose(current);
			if (signal?.aborted) throw new CancelledError();
			throw error instanceof ConnectionError ? unreachableProblem(link.url, error) : error;
		} finally {
			signal?.removeEventListener('abort', stop);
		}
	}

	/**
	 * A body has neither more nor fewer bytes than its Content-Length, unless the HTTP library has
	 * unpacked it; it takes away the header that says so.
	 */
	const assertPlain = ({ readBytes }: Flow, ended: boolean): void => {
		if (readBytes > file.size || (ended && readBytes < file.size))
			throw compressedProblem(link.url);
	};

	const { name, size, mimeType } = file;
	return {
		name,
		size,
		mimeType,
		lookAheadBytes: LOOK_AHEAD_BYTES,
		open: (signal) => Promise.resolve(read(signal)),
		close: async () => {
			if (flow) await end(flow);
			flow = undefined;
		},
	};
}

function flowOf(reading: UrlReading, answer: UrlAnswer): Flow {
	const chunks = bodyOf(reading, answer);
	return { answer, chunks, readBytes: 0, kept: [], lost: false, ended: false };
}

/** The connection first: a generator that was not begun yet would not end it. */
async function end({ answer, chunks }: Flow): Promise<void> {
	answer.discard();
	await chunks.return();
}

function keep(flow: Flow, chunk: Uint8Array): void {
	if (flow.lost) return;
	if (flow.readBytes > KEPT_BYTES) lose(flow);
	else flow.kept.push(chunk);
}

function lose(flow: Flow): void {
	flow.lost = true;
	flow.kept = [];
}
