import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { IncomingBody } from './http';

/** The client went away, or a planned fault cut the connection, before the body was complete. */
export class ConnectionLost extends Error {
	constructor(options?: ErrorOptions) {
		super('the connection was lost before the request was complete', options);
		this.name = 'ConnectionLost';
	}
}

/** Called with the number of bytes so far; throwing cuts the body there. */
export type BodyWatch = (bytes: number) => void;

export class ReceivedBody implements IncomingBody {
	private readonly hash = createHash('sha256');
	private hex: string | undefined;
	bytes = 0;

	constructor(
		private readonly message: IncomingMessage,
		private readonly watch: BodyWatch,
	) {}

	async *chunks(): AsyncGenerator<Buffer, void, undefined> {
		// A rule may refuse while bytes are still coming: the connection has to survive that.
		const source: AsyncIterable<unknown> = this.message.iterator({ destroyOnReturn: false });
		try {
			for await (const chunk of source) {
				if (!Buffer.isBuffer(chunk)) throw new TypeError('a request body is made of buffers');
				this.bytes += chunk.length;
				this.hash.update(chunk);
				this.watch(this.bytes);
				yield chunk;
			}
		} catch (error) {
			throw new ConnectionLost({ cause: error });
		}
	}

	digest(): string {
		this.hex ??= this.hash.digest('hex');
		return this.hex;
	}
}

export async function drain(body: IncomingBody): Promise<void> {
	const chunks = body.chunks();
	while ((await chunks.next()).done !== true);
}

export async function readText(body: IncomingBody, limit: number): Promise<string> {
	const parts: Buffer[] = [];
	for await (const chunk of body.chunks()) {
		if (body.bytes <= limit) parts.push(chunk);
	}
	return Buffer.concat(parts).toString('utf8');
}
