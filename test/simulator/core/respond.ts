import type { ServerResponse } from 'node:http';
import type { SimRequest, SimResponse } from './http';
import { randomText } from './ids';

/** public (error handling): ids that every answer carries, worth keeping for LinkedIn's support. */
function traceHeaders(request: SimRequest): Readonly<Record<string, string>> {
	return {
		'x-li-uuid': `${randomText(16)}==`,
		'x-li-request-id': randomText(12),
		'x-li-fabric': 'simulator',
		...(request.path.startsWith('/rest/') ? { 'x-restli-protocol-version': '2.0.0' } : {}),
	};
}

/**
 * Whether the client took the answer. With `cutAfter` the connection ends after so many bytes of
 * its body, in the middle at the latest.
 */
export async function respond(
	response: ServerResponse,
	request: SimRequest,
	answer: SimResponse,
	cutAfter?: number,
): Promise<boolean> {
	if (response.destroyed) return false;
	const { file } = answer;
	const text = Buffer.from(answer.body, 'utf8');
	const length = file === undefined ? text.length : file.last - file.first + 1;
	response.writeHead(answer.status, {
		...traceHeaders(request),
		...answer.headers,
		'content-length': String(length),
	});
	const closed = new Promise<void>((resolve) => response.once('close', resolve));
	if (request.method !== 'HEAD') {
		let left = cutAfter ?? Infinity;
		for await (const chunk of file?.stored.chunks(file.first, file.last) ?? [text]) {
			if (!(await write(response, chunk.subarray(0, left)))) return false;
			left -= chunk.length;
			if (left <= 0) return cut(response);
		}
	}
	response.end();
	await closed;
	return response.writableFinished;
}

/** Resolves once it was handed to the system, so a reader that lingers slows the source. */
async function write(response: ServerResponse, chunk: Buffer): Promise<boolean> {
	if (response.destroyed) return false;
	if (chunk.length === 0) return true;
	return new Promise((resolve) => {
		const gone = (): void => {
			resolve(false);
		};
		response.once('close', gone);
		response.write(chunk, (error) => {
			response.off('close', gone);
			resolve(error === null || error === undefined);
		});
	});
}

function cut(response: ServerResponse): false {
	response.destroy();
	return false;
}
