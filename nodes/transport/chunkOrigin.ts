/**
 * How whoever fills a stream comes by its chunks: `anew` makes each for the reader and forgets it, and
 * so does what comes `from sockets`, after a copy of which the reader knows nothing. What is made
 * `anyhow` may be kept as well, as n8n's database mode does.
 */
export type ChunkOrigin = 'anew' | 'from sockets' | 'anyhow';

/** Of a stream of unknown origin: Node's own of files and of HTTP answers, which S3 gives, are known. */
export function chunkOriginOf(stream: object): ChunkOrigin {
	if (isOfFile(stream)) return 'anew';
	return isOfHttp(stream) ? 'from sockets' : 'anyhow';
}

/** What of a stream is looked at. */
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
 * Where another listens, or did, the chunks may be in its hands as well. A stream of objects passes on
 * what somebody keeps.
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

/** As `fs.ReadStream` is. */
function isOfFile(stream: object): boolean {
	return 'fd' in stream && 'pos' in stream && 'bytesRead' in stream;
}

/** As `http.IncomingMessage` is. */
function isOfHttp(stream: object): boolean {
	return 'httpVersionMajor' in stream && 'rawTrailers' in stream && 'socket' in stream;
}
