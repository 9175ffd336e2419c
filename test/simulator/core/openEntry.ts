import type { IncomingMessage } from 'node:http';
import type { Clock } from './clock';
import type { Connections } from './connections';
import type { Journal, JournalEntry } from './journal';
import { flattenHeaders, redactHeaders, type Target } from './request';

export function openEntry(
	journal: Journal,
	connections: Connections,
	clock: Clock,
	message: IncomingMessage,
	target: Target,
): JournalEntry {
	const headers = flattenHeaders(message);
	return journal.open({
		endpoint: undefined,
		method: message.method ?? '',
		path: target.path,
		query: Object.fromEntries(target.query),
		headers: redactHeaders(headers),
		hasAuthorization: headers.authorization !== undefined,
		part: undefined,
		connectionId: connections.idOf(message.socket),
		startedAt: clock.now(),
		finishedAt: undefined,
		bytesReceived: 0,
		sha256: undefined,
		requestBody: undefined,
		status: undefined,
		carriedOut: false,
		aborted: false,
		fault: undefined,
	});
}
