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

/** Whether the client took the answer. */
export async function respond(
	response: ServerResponse,
	request: SimRequest,
	answer: SimResponse,
): Promise<boolean> {
	if (response.destroyed) return false;
	const body = Buffer.from(answer.body, 'utf8');
	response.writeHead(answer.status, {
		...traceHeaders(request),
		...answer.headers,
		'content-length': String(body.length),
	});
	await new Promise<void>((resolve) => {
		response.once('close', resolve);
		response.end(request.method === 'HEAD' ? undefined : body, resolve);
	});
	return response.writableFinished;
}
