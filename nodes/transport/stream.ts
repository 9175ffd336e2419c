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

/** Node's streams by n8n's name for them. */
export type BinaryStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

export function isStream(value: unknown): value is BinaryStream {
	return isRecord(value) && typeof value.pipe === 'function' && typeof value.destroy === 'function';
}

/**
 * The one way to hold a stream of n8n's, of its stores or of an answer: a cancel ends it even while it
 * gives nothing, and whoever has it ends it here. What is behind it ends too, and nothing stays at the
 * signal.
 */
export class OpenStream {
	/**
	 * @param endSource ends what fills the stream, where destroying the stream alone does not
	 * @param made how whoever fills the stream comes by its chunks
	 */
	constructor(
		private readonly stream: BinaryStream,
		private readonly signal: AbortSignal | undefined,
		private readonly endSource: () => void = () => undefined,
		private readonly made: ChunkOrigin = chunkOriginOf(stream),
	) {
		// What happens to a stream that nobody reads is nobody's failure.
		stream.on('error', () => undefined).once('close', this.forget);
		signal?.addEventListener('abort', this.stop, { once: true });
		if (signal?.aborted) this.stop();
		else if (stream.closed) this.forget();
	}

	readonly end = (reason?: Error): void => {
		this.forget();
		this.stream.destroy(reason);
		// Afterwards, or its own words for an abort would be the stream's error.
		this.endSource();
	};

	/** Its bytes, for a reader that watches over them itself; reading to the end closes it. */
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

	/** Its bytes; a source that falls silent is a ConnectionError, and leaving early closes it. */
	watchedChunks(): AsyncGenerator<Uint8Array, void, undefined> {
		return watched(time.watch, this.chunks(), this.end);
	}

	/**
	 * Hands it to somebody else who reads it whole, such as n8n's storage.
	 *
	 * @throws CancelledError; ConnectionError where it fell silent or broke off; else what the reader throws
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
		// Unlike `on`, it does not make the stream flow before its reader is there.
		stream.prependListener('data', watch.moved);
		const reading = Promise.race([reader(stream), failed]);
		try {
			return await reading.catch((error: unknown) => {
				if (signal?.aborted) throw new CancelledError();
				// The reader's own failure (a full disk) is none of the network's.
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
 * @throws ConnectionError where it is not there in time; CancelledError; what the store throws
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
