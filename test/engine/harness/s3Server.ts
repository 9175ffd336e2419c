import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import S3rver from 's3rver';

/** A request to S3, such as `GET /n8n/workflows/…`. */
export interface S3Request {
	readonly method: string;
	readonly path: string;
	/** Of the answer, as far as they were handed to the connection. */
	readonly sentBytes: number;
	/** The reader left before the end. */
	readonly aborted: boolean;
}

/** S3 on loopback, which checks signatures and checksums, and stores objects as files. */
export interface S3Server {
	/** Without a protocol, as n8n's setting wants it. */
	readonly host: string;
	readonly bucket: string;
	readonly region: string;
	/** The only ones that it accepts. */
	readonly accessKey: string;
	readonly accessSecret: string;
	readonly requests: readonly S3Request[];
	/** All connections break off. */
	disconnect(): void;
	close(): Promise<void>;
}

/** @param directory where it stores its objects */
export async function startS3Server(directory: string): Promise<S3Server> {
	const bucket = 'n8n';
	const s3 = new S3rver({
		directory,
		silent: true,
		configureBuckets: [{ name: bucket, configs: [] }],
	});
	await s3.configureBuckets();
	const requests: S3Request[] = [];
	const answer = s3.callback();
	const server = createServer((request, response) => {
		requests.push(watched(request, response));
		answer(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		host: `127.0.0.1:${(server.address() as AddressInfo).port}`,
		bucket,
		region: 'us-east-1',
		accessKey: 'S3RVER',
		accessSecret: 'S3RVER',
		requests,
		disconnect() {
			server.closeAllConnections();
		},
		close: () =>
			new Promise((resolve) => {
				server.close(() => {
					resolve();
				});
				server.closeAllConnections();
			}),
	};
}

function watched({ method = '', url = '', socket }: IncomingMessage, response: ServerResponse) {
	// A connection serves several requests, one after the other.
	const before = socket.bytesWritten;
	let sent: number | undefined;
	response.once('close', () => {
		sent = socket.bytesWritten - before;
	});
	return {
		method,
		path: url,
		get sentBytes() {
			return sent ?? socket.bytesWritten - before;
		},
		get aborted() {
			return response.closed && !response.writableFinished;
		},
	};
}
