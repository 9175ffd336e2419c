import type { IncomingMessage, ServerResponse } from 'node:http';
import { readText, ReceivedBody } from '../core/body';
import { tryParseJson } from '../core/json';
import { parseTarget } from '../core/request';
import type { Simulator } from '../types';
import { Unreadable } from './parser';
import { controlRoutes } from './routes';

const root = '/_simulator';

export function isControl(message: IncomingMessage): boolean {
	const { path } = parseTarget(message.url ?? '');
	return path === root || path.startsWith(`${root}/`);
}

/** Not in the journal, without faults and delays: the test's own hand, not LinkedIn's. */
export async function controlRequest(
	simulator: Simulator,
	message: IncomingMessage,
	response: ServerResponse,
): Promise<void> {
	const [status, answer] = await control(simulator, message);
	const body = Buffer.from(`${JSON.stringify(answer)}\n`, 'utf8');
	response.writeHead(status, {
		'content-type': 'application/json; charset=utf-8',
		'content-length': String(body.length),
	});
	response.end(body);
}

async function control(
	simulator: Simulator,
	message: IncomingMessage,
): Promise<readonly [number, unknown]> {
	const { path, query } = parseTarget(message.url ?? '');
	const name = `${message.method ?? ''} ${path.slice(root.length + 1)}`;
	const sent = await readText(new ReceivedBody(message, () => undefined), 1024 * 1024);
	const route = controlRoutes.get(name);
	if (route === undefined)
		return [404, { error: `no route ${name}`, routes: [...controlRoutes.keys()] }];
	const parsed = tryParseJson(sent === '' ? '{}' : sent);
	if (parsed === undefined) return [400, { error: 'the body is not JSON' }];
	try {
		return [200, await route(simulator, parsed.value, query)];
	} catch (error) {
		if (error instanceof Unreadable) return [400, { error: error.message }];
		// The simulator's own refusals, such as an unknown token or an illegal move.
		if (error instanceof Error) return [409, { error: error.message }];
		throw error;
	}
}
