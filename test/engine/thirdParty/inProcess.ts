import { request } from 'node:http';

import type { PartAnswer } from '.';

/** A part as Initialize and Register Upload give it. */
export interface GivenPart {
	readonly partNumber: number;
	readonly firstByte: number;
	readonly size: number;
	readonly uploadUrl: string;
	readonly headers: Readonly<Record<string, string>>;
}

/** As `sendByCurl`, in this process and all at once: where it does not matter whose hands they are. */
export function sendParts(parts: readonly GivenPart[], file: Buffer): Promise<PartAnswer[]> {
	return Promise.all(parts.map((part) => put(part, file)));
}

function put(
	{ partNumber, firstByte, size, uploadUrl, headers }: GivenPart,
	file: Buffer,
): Promise<PartAnswer> {
	return new Promise((resolve, reject) => {
		const sending = request(uploadUrl, {
			method: 'PUT',
			agent: false,
			headers: { ...headers, 'Content-Length': size },
		});
		sending.on('error', reject).on('response', (response) => {
			const given = Object.entries(response.headers).map(([name, value]) => [name, String(value)]);
			response.resume().on('end', () => {
				resolve({
					partNumber,
					httpStatusCode: response.statusCode ?? 0,
					headers: Object.fromEntries(given) as Record<string, string>,
				});
			});
		});
		sending.end(file.subarray(firstByte, firstByte + size));
	});
}
