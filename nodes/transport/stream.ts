import type { IExecuteFunctions } from 'n8n-workflow';

import { CancelledError } from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';
import { markFresh } from '../../linkedin/files/spent';
import { watchReaders, type ChunkOrigin } from './chunkOrigin';
import { collectYoungSoon } from './youngGarbage';

/** Node's streams by n8n's name for them. */
export type BinaryStream = Awaited<ReturnType<IExecuteFunctions['helpers']['getBinaryStream']>>;

export function isStream(value: unknown): value is BinaryStream {
	return isRecord(value) && typeof value.pipe === 'function' && typeof value.destroy === 'function';
}

/**
 * A stream's bytes; a cancel ends it even while it gives nothing, leaving early closes it.
 *
 * @param made how whoever fills the stream comes by its chunks
 */
export async function* chunksOf(
	stream: BinaryStream,
	signal: AbortSignal | undefined,
	made: ChunkOrigin,
): AsyncGenerator<Uint8Array, void, undefined> {
	const stop = (): void => {
		stream.destroy(new CancelledError());
	};
	const readers = watchReaders(stream);
	if (signal?.aborted) stop();
	signal?.addEventListener('abort', stop, { once: true });
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
		signal?.removeEventListener('abort', stop);
		stream.destroy();
	}
}
