import type { ILoadOptionsFunctions, INodeListSearchResult } from 'n8n-workflow';

import { LinkedInClient } from '../../../linkedin/api/client';
import { DEFAULT_RETRY } from '../../../linkedin/api/retry';
import { getMember } from '../../../linkedin/people/member';
import { readConnection } from '../../shared/connection';
import { controlPlane } from '../../shared/controlPlane';
import { toNodeError } from '../../shared/errors';
import { sleep } from '../../shared/sleep';

/** A person waits for the list: fail soon rather than late. */
const RETRY = { ...DEFAULT_RETRY, maxRetries: 1, maxRetryAfterMs: 2000 };

/** The owner picker: the connected member. */
export async function searchOwners(
	this: ILoadOptionsFunctions,
	filter?: string,
): Promise<INodeListSearchResult> {
	const member = await readMember(this).catch((error: unknown) => {
		throw toNodeError(this.getNode(), error, undefined, []);
	});
	const entry = { name: `${member.name} (you)`, value: member.urn };
	const wanted = (filter ?? '').trim().toLowerCase();
	return { results: entry.name.toLowerCase().includes(wanted) ? [entry] : [] };
}

async function readMember(caller: ILoadOptionsFunctions): ReturnType<typeof getMember> {
	const connection = await readConnection(caller);
	const client = new LinkedInClient({
		...connection,
		send: controlPlane(caller, connection.token),
		retry: RETRY,
		sleep: (milliseconds) => sleep(milliseconds, undefined),
		now: () => Date.now(),
		random: Math.random,
	});
	return getMember(client);
}
