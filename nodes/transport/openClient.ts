import { LinkedInClient, type ClientOptions } from '../../linkedin/api/client';
import type { SendAuthorized } from '../../linkedin/api/http';
import type { RetryPolicy } from '../../linkedin/api/retry';
import { cancelSignal, type Caller, type Connection } from './connection';
import { controlPlane } from './controlPlane';
import { time } from './time';

/** What an item does with its client besides calls. */
interface ClientUse extends Pick<ClientOptions, 'onWaiting'> {
	/** Limits what it sends; by default it sends everything. */
	readonly limit?: (send: SendAuthorized) => SendAuthorized;
}

/** A client that uses n8n's helpers. In pickers and polls, its waits can't be cancelled. */
export function openClient(
	caller: Caller,
	connection: Connection,
	retry: RetryPolicy,
	{ onWaiting, limit = (send) => send }: ClientUse = {},
): LinkedInClient {
	const signal = cancelSignal(caller);
	return new LinkedInClient({
		...connection,
		send: limit(controlPlane(caller, connection.token)),
		retry,
		// A lane's own signal follows the execution's, and is also aborted by the first failed part.
		sleep: (milliseconds, lane) => time.pause(milliseconds, lane ?? signal),
		now: () => time.now(),
		random: Math.random,
		onWaiting,
	});
}
