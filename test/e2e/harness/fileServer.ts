import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';

/** A file that is made while it is sent: large ones need neither disk nor memory. */
export interface ServedFile {
	readonly size: number;
	readonly type: string;
	/** The bytes from `first` up to, not including, `end`, in pieces of any size. */
	read(first: number, end: number): Iterable<Buffer>;
}

/** Files on loopback for URL sources, with ranges, as a file store serves them. */
export class FileServer {
	/** Every request, as `GET /talk.mp4 bytes=0-99`. */
	readonly requests: string[] = [];

	private constructor(
		private readonly server: Server,
		readonly url: string,
		private readonly files: ReadonlyMap<string, ServedFile>,
	) {}

	static async start(files: Readonly<Record<string, ServedFile>>): Promise<FileServer> {
		const server = createServer();
		await new Promise<void>((resolve, reject) => {
			server.once('error', reject).listen(0, '127.0.0.1', resolve);
		});
		const address = server.address();
		if (address === null || typeof address === 'string') throw new Error('no port');
		const store = new FileServer(
			server,
			`http://127.0.0.1:${address.port}`,
			new Map(Object.entries(files)),
		);
		server.on('request', (request, response) => {
			store.answer(request, response).catch((error: unknown) => {
				response.destroy(error instanceof Error ? error : undefined);
			});
		});
		return store;
	}

	async close(): Promise<void> {
		this.server.closeAllConnections();
		await new Promise<void>((resolve) => {
			this.server.close(() => {
				resolve();
			});
		});
	}

	private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const path = (request.url ?? '/').slice(1);
		const { range } = request.headers;
		this.requests.push(`${request.method ?? ''} /${path} ${range ?? ''}`.trim());
		const file = this.files.get(path);
		if (!file) {
			response.writeHead(404).end();
			return;
		}
		const { size } = file;
		const [, from, to] = /^bytes=(\d+)-(\d*)$/.exec(range ?? '') ?? [];
		const first = Number(from ?? 0);
		const end = to === undefined || to === '' ? size : Math.min(size, Number(to) + 1);
		if (first >= end) {
			response.writeHead(416, { 'content-range': `bytes */${size}` }).end();
			return;
		}
		response.writeHead(from === undefined ? 200 : 206, {
			'content-type': file.type,
			'content-length': end - first,
			'accept-ranges': 'bytes',
			etag: `"${path}-${size}"`,
			...(from === undefined ? {} : { 'content-range': `bytes ${first}-${end - 1}/${size}` }),
		});
		if (request.method !== 'HEAD') await send(file.read(first, end), response);
		response.end();
	}
}

async function send(pieces: Iterable<Buffer>, response: ServerResponse): Promise<void> {
	for (const piece of pieces) {
		if (response.destroyed) return;
		if (!response.write(piece)) {
			await new Promise<void>((resolve) => {
				response.once('drain', resolve).once('close', resolve);
			});
		}
	}
}

/** What is in memory already. */
export function servedBytes(bytes: Buffer, type: string): ServedFile {
	return {
		size: bytes.length,
		type,
		*read(first, end) {
			yield bytes.subarray(first, end);
		},
	};
}
