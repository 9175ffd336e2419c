import { LinkedInClient } from '../../linkedin/api/client';
import type { RetryPolicy } from '../../linkedin/api/retry';
import { readConnection, type Caller } from './connection';
import { controlPlane } from './controlPlane';
import { sleep } from './sleep';

/**
 * A client outside of executions: for pickers and polls, which nobody cancels.
 *
 * @throws Problem for a credential that cannot be used
 */
export async function openClient(caller: Caller, retry: RetryPolicy): Promise<LinkedInClient> {
	const connection = await readConnection(caller);
	return new LinkedInClient({
		...connection,
		send: controlPlane(caller, connection.token),
		retry,
		sleep: (milliseconds) => sleep(milliseconds, undefined),
		now: () => Date.now(),
		random: Math.random,
	});
}
