import { LinkedInClient, type ClientOptions } from '../../linkedin/api/client';
import type { SendAuthorized } from '../../linkedin/api/http';
import type { RetryPolicy } from '../../linkedin/api/retry';
import { cancelSignal, type Caller, type Connection } from './connection';
import { controlPlane } from './controlPlane';
import { time } from './time';

/**
 * A client that uses n8n's helpers. In pickers and polls, its waits can't be cancelled.
 *
 * @param limit what it may send; by default everything
 */
export function openClient(
	caller: Caller,
	connection: Connection,
	retry: RetryPolicy,
	onWaiting?: ClientOptions['onWaiting'],
	limit: (send: SendAuthorized) => SendAuthorized = (send) => send,
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
