/**
 * How the source of a stream creates its chunks: `anew` means that each is created for the reader
 * and not kept. So are chunks `from sockets`, after an internal copy. Chunks created `anyhow` may
 * also be kept, as in n8n's database mode.
 */
export type ChunkOrigin = 'anew' | 'from sockets' | 'anyhow';

/**
 * For a stream of unknown origin: Node's own streams for files and HTTP answers, as from S3, are
 * known.
 */
export function chunkOriginOf(stream: object): ChunkOrigin {
	if (isOfFile(stream)) return 'anew';
	return isOfHttp(stream) ? 'from sockets' : 'anyhow';
}

/** What is checked of a stream. */
interface Watched {
	readonly readableObjectMode: boolean;
	listenerCount(event: string): number;
	on(event: 'newListener', listener: (event: string | symbol) => void): unknown;
	off(event: 'newListener', listener: (event: string | symbol) => void): unknown;
}

/** Whether one reader has all of a stream to itself. */
interface Readers {
	readonly isAlone: boolean;
	/** Ends the watch. */
	end(): void;
}

/**
 * If there is or was another listener, it may hold the chunks as well. A stream of objects passes
 * on what others hold.
 */
export function watchReaders(stream: Watched): Readers {
	let isAlone = !stream.readableObjectMode && stream.listenerCount('data') === 0;
	const onListener = (event: string | symbol): void => {
		if (event === 'data') isAlone = false;
	};
	stream.on('newListener', onListener);
	return {
		get isAlone() {
			return isAlone;
		},
		end: () => {
			stream.off('newListener', onListener);
		},
	};
}

/** Like `fs.ReadStream`. */
function isOfFile(stream: object): boolean {
	return 'fd' in stream && 'pos' in stream && 'bytesRead' in stream;
}

/** Like `http.IncomingMessage`. */
function isOfHttp(stream: object): boolean {
	return 'httpVersionMajor' in stream && 'rawTrailers' in stream && 'socket' in stream;
}
