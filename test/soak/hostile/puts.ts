import type { ServerResponse } from 'node:http';

import { endless } from '../../engine/hostile/endless';
import { WORDS } from './words';

type Answer = (response: ServerResponse) => void;

const MIB = 1024 * 1024;
const HUGE = Buffer.alloc(9 * MIB, ' ');
const DEEP = Buffer.from('['.repeat(7 * MIB));

/** Headers of so many bytes: Node takes 16 KiB of them. */
const headers = (bytes: number): Record<string, string> =>
	Object.fromEntries(
		Array.from({ length: Math.floor(bytes / 1000) }, (_, index) => [
			`X-Header-${index}`,
			'h'.repeat(980),
		]),
	);

/** What somebody answers to the bytes of a part. */
export const PUT_ANSWERS: readonly Answer[] = [
	(response) => response.writeHead(200, { ETag: 'e' }).end(HUGE),
	endless,
	(response) => response.writeHead(200, headers(14_000)).end(),
	(response) => response.writeHead(200, headers(200_000)).end(),
	(response) => response.destroy(),
	(response) => {
		response.writeHead(200, { 'Content-Length': MIB });
		response.write('a', () => response.destroy());
	},
	(response) => response.writeHead(400).end(DEEP),
	(response) => response.writeHead(403, { 'Content-Type': 'text/plain' }).end(WORDS),
	(response) => response.writeHead(503, { 'Retry-After': '1000000000' }).end(WORDS),
	(response) => response.writeHead(200, { ETag: 'long '.repeat(2000) }).end(),
	(response) => response.writeHead(302, { Location: `http://127.0.0.1:1/${WORDS}` }).end(),
	(response) => response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<html>${WORDS}`),
];

export function putAsLinkedIn(response: ServerResponse): void {
	response.writeHead(200, { ETag: '/ambry-video/signedId/part' }).end();
}
