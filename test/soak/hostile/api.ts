import type { ServerResponse } from 'node:http';

import { URN } from './words';

const PART = 4 * 1024 * 1024;

function json(response: ServerResponse, status: number, body: unknown): void {
	response.writeHead(status, { 'Content-Type': 'application/json' });
	response.end(JSON.stringify(body));
}

/** As LinkedIn answers about what it does not have. */
export function notFound(response: ServerResponse): void {
	json(response, 404, { message: 'Not found', status: 404 });
}

/** What an upload asks of LinkedIn's API. @param url below which uploads go */
export function uploadApi(path: string, body: string, url: string, response: ServerResponse): void {
	if (path.includes('action=initializeUpload')) json(response, 200, planOf(sizeIn(body), url));
	else if (path.includes('action=finalizeUpload')) response.writeHead(200).end();
	else json(response, 200, { id: URN, owner: 'urn:li:person:m3mbEr_1', status: 'AVAILABLE' });
}

function sizeIn(body: string): number {
	return Number(/"fileSizeBytes":(\d+)/.exec(body)?.[1]);
}

function planOf(size: number, url: string): unknown {
	const uploadInstructions = Array.from({ length: Math.ceil(size / PART) }, (_, index) => ({
		uploadUrl: `${url}/dms-uploads/${index}?ut=x`,
		firstByte: index * PART,
		lastByte: Math.min(size, (index + 1) * PART) - 1,
	}));
	return { value: { video: URN, uploadToken: '', uploadInstructions } };
}
