import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError, ConnectionError } from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';
import { StallWatch, watched } from '../../linkedin/api/stallWatch';
import { timeLimitError, TIME_LIMITS } from '../../linkedin/api/timeLimits';
import { markFresh } from '../../linkedin/files/spent';
import { chunkOriginOf, watchReaders, type ChunkOrigin } from './chunkOrigin';
import { time } from './time';
import { withinLimit } from './withinLimit';
import { collectYoungSoon } from './youngGarbage';

/** Node's streams, by the type that n8n exports. */
export type BinaryStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

export function isStream(value: unknown): value is BinaryStream {
	return isRecord(value) && typeof value.pipe === 'function' && typeof value.destroy === 'function';
}

/**
 * The only way to hold a stream from n8n, from its stores or an answer: a cancel ends it even while
 * it is silent, and its holder ends it here. Its source is closed too, and no listener stays on the
 * signal.
 */
export class OpenStream {
	/**
	 * @param endSource ends the source of the stream, if destroying the stream alone doesn't
	 * @param made how the source creates its chunks
	 */
	constructor(
		private readonly stream: BinaryStream,
		private readonly signal: AbortSignal | undefined,
		private readonly endSource: () => void = () => undefined,
		private readonly made: ChunkOrigin = chunkOriginOf(stream),
	) {
		// An error in a stream that nobody reads is ignored.
		stream.on('error', () => undefined).once('close', this.forget);
		signal?.addEventListener('abort', this.stop, { once: true });
		if (signal?.aborted) this.stop();
		else if (stream.closed) this.forget();
	}

	readonly end = (reason?: Error): void => {
		this.forget();
		this.stream.destroy(reason);
		// Afterwards: otherwise its own abort error would become the stream's error.
		this.endSource();
	};

	/** Its bytes, for a reader that watches for stalls itself; reading to the end closes it. */
	async *chunks(): AsyncGenerator<Uint8Array, void, undefined> {
		const { stream, made } = this;
		const readers = watchReaders(stream);
		try {
			for await (const chunk of stream) {
				const bytes: unknown = chunk;
				if (!(bytes instanceof Uint8Array)) continue;
				if (made !== 'anyhow' && readers.isAlone) markFresh(bytes);
				if (made === 'from sockets') collectYoungSoon(bytes.length);
				yield bytes;
			}
		} finally {
			readers.end();
			this.end();
		}
	}

	/** Its bytes; if the source falls silent, that is a ConnectionError; leaving early closes it. */
	watchedChunks(): AsyncGenerator<Uint8Array, void, undefined> {
		return watched(time.watch, this.chunks(), this.end);
	}

	/**
	 * Passes it to another reader that reads all of it, such as n8n's storage.
	 *
	 * @throws CancelledError; ConnectionError if it fell silent or broke off; otherwise what the
	 * reader throws
	 */
	async handTo<Result>(reader: (stream: BinaryStream) => Promise<Result>): Promise<Result> {
		const { stream, signal } = this;
		const failed = new Promise<never>((_, reject) => {
			stream.once('error', reject);
		});
		const isWaiting = (): boolean => stream.readableLength === 0 && !stream.readableEnded;
		const watch = new StallWatch(
			time.watch,
			() => {
				this.end(timeLimitError('BODY_TIMEOUT'));
			},
			isWaiting,
		);
		// Unlike `on`, it doesn't start the stream before its reader is ready.
		stream.prependListener('data', watch.moved);
		const reading = Promise.race([reader(stream), failed]);
		try {
			return await reading.catch((error: unknown) => {
				if (signal?.aborted) throw new CancelledError();
				// The reader's own failure (a full disk) is not a network failure.
				throw stream.errored ? brokenOffError(stream.errored) : error;
			});
		} finally {
			watch.end();
			this.end();
		}
	}

	private readonly stop = (): void => {
		this.end(new CancelledError());
	};

	private readonly forget = (): void => {
		this.signal?.removeEventListener('abort', this.stop);
	};
}

/**
 * Opens a stream of n8n's stores, which may be far away.
 *
 * @throws ConnectionError if it is not there in time; CancelledError; what the store throws
 */
export async function openStored(
	signal: AbortSignal | undefined,
	open: () => Promise<BinaryStream>,
): Promise<OpenStream> {
	let wanted = true;
	const opening = async (): Promise<OpenStream> => {
		const stream = new OpenStream(await open(), signal);
		if (!wanted) stream.end();
		return stream;
	};
	return withinLimit({ timeoutMs: TIME_LIMITS.silenceMs }, signal, opening).catch(
		(error: unknown) => {
			wanted = false;
			throw error;
		},
	);
}

function brokenOffError(error: unknown): Error {
	if (error instanceof ConnectionError || error instanceof CancelledError) return error;
	return new ConnectionError('the transfer was cut off', 'ECONNRESET');
}
