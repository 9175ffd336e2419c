import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';

export const OLD_TOKEN = 'access-token-before';
export const NEW_TOKEN = 'access-token-after';
export const REFRESH_TOKEN = 'refresh-token';
export const CLIENT_SECRET = 'client-secret';

export interface Call {
	path: string;
	host: string;
	authorization: string | undefined;
	body: string;
}

export interface OAuthServer {
	url: string;
	calls: Call[];
	close(): Promise<void>;
}

function send(response: ServerResponse, status: number, body: object): void {
	response.writeHead(status, { 'content-type': 'application/json', 'x-li-uuid': 'request-1' });
	response.end(JSON.stringify(body));
}

function refresh({ body }: Call, response: ServerResponse): void {
	const given = new URLSearchParams(body).get('refresh_token');
	if (given === REFRESH_TOKEN) {
		send(response, 200, { access_token: NEW_TOKEN, expires_in: 5_184_000 });
	} else {
		send(response, 400, { error: 'invalid_grant', error_description: 'revoked' });
	}
}

/** The same server under another name is another origin. */
function redirect({ host }: Call, response: ServerResponse): void {
	response.writeHead(307, { location: `http://localhost:${host.split(':')[1] ?? ''}/fresh` }).end();
}

function answer(call: Call, response: ServerResponse): void {
	const status = Number(call.path.slice(1));
	const refused = { status, code: 'CODE', message: `the API says ${status}` };
	if (call.path === '/token') refresh(call, response);
	else if (call.path === '/redirect') redirect(call, response);
	else if (call.path === '/reset') response.socket?.resetAndDestroy();
	else if (call.path !== '/fresh') send(response, status, refused);
	else if (call.authorization === `Bearer ${NEW_TOKEN}`) send(response, 200, { ok: true });
	else send(response, 401, { ...refused, status: 401, message: 'the API says 401' });
}

/**
 * `/token`; `/fresh`, which takes the new token only; `/redirect`, which leads to it; `/reset`;
 * and `/<status>`, which always fails.
 */
export async function startOAuthServer(): Promise<OAuthServer> {
	const calls: Call[] = [];
	const take = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
		const { url: path = '', headers } = request;
		const { host = '', authorization } = headers;
		const call = { path, host, authorization, body: await text(request) };
		calls.push(call);
		answer(call, response);
	};
	const server = createServer((request, response) => {
		take(request, response).catch((error: unknown) => {
			response.destroy(error instanceof Error ? error : undefined);
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const { port } = server.address() as AddressInfo; // listening on a port
	return {
		url: `http://127.0.0.1:${port}`,
		calls,
		close: async () => {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
