import type { IncomingMessage, ServerResponse } from 'node:http';
import { gzipSync } from 'node:zlib';

import { boxes } from '../../engine/hostile/boxes';
import { endless } from '../../engine/hostile/endless';
import { contentOf, type Content } from '../../fileServer';
import { fixture } from '../../fixtures/make';
import { WORDS } from './words';

type Answer = (first: number, last: number, response: ServerResponse) => void;

const TALK = contentOf(fixture('talk.mp4'));
const BOXES = boxes(5_000_000_000);
const PACKED = gzipSync(Buffer.alloc(64 * 1024 * 1024));

/** @param says the `Content-Range`; default: the right one */
function range(content: Content, first: number, last: number, response: ServerResponse): void {
	const end = Math.min(last, content.size - 1);
	response.writeHead(206, headers(first, end, content.size));
	response.end(content.read(first, end - first + 1));
}

function headers(first: number, last: number, size: number): Record<string, string> {
	return { 'Content-Type': 'video/mp4', 'Content-Range': `bytes ${first}-${last}/${size}` };
}

export const asServersDo: Answer = (first, last, response) => {
	range(TALK, first, last, response);
};

/** What somebody gives for a file's URL. */
const FILE_ANSWERS: readonly Answer[] = [
	(first, _, response) => {
		range(TALK, first, first, response);
	},
	(_first, _last, response) => {
		endless(response);
	},
	(_first, _last, response) => {
		// As large as it may be, and never there.
		response.writeHead(200, { 'Content-Type': 'video/mp4', 'Content-Length': 4_000_000_000 });
		endless(response);
	},
	(first, last, response) => {
		range(BOXES, first, last, response);
	},
	(first, last, response) => {
		response.writeHead(206, headers(first + 5, last + 5, TALK.size)).end(Buffer.alloc(100));
	},
	(first, last, response) => {
		response.writeHead(206, headers(first, last, 1e15)).end(Buffer.alloc(100));
	},
	(first, _, response) => {
		response.writeHead(206, headers(first, first + 99, TALK.size)).write('silent');
	},
	(_first, _last, response) => {
		response.writeHead(200, { 'Content-Encoding': 'gzip' }).end(PACKED);
	},
	(_first, _last, response) => {
		response.writeHead(403, { 'Content-Type': 'text/plain' }).end(WORDS);
	},
	(_first, _last, response) => {
		response.writeHead(302, { Location: '/files/0' }).end();
	},
];

/** As many kinds of files as there are: `/files/0` and so on. */
export const FILE_KINDS = FILE_ANSWERS.length;

/** @param kind undefined: an honest server */
export function giveFile(
	kind: number | undefined,
	{ headers: { range: wanted = '' } }: IncomingMessage,
	response: ServerResponse,
): void {
	const [, first = '0', last = ''] = /bytes=(\d+)-(\d*)/.exec(wanted) ?? [];
	const give = kind === undefined ? asServersDo : (FILE_ANSWERS[kind] ?? asServersDo);
	give(Number(first), last === '' ? Number(first) + 1_000_000 : Number(last), response);
}
