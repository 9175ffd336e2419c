import { BATCH_SIZE } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import { isRefusedWith, LinkedInError } from '../api/error';
import type { RetryPolicy } from '../api/retry';
import { getMediaTogether } from './batchGet';
import type { MediaCollection } from './collections';
import { getEntity, type EntityKey, type MediaEntity } from './entity';
import type { MediaBatchQuery } from './lookup';

/** One pause of a wait, and the check after it. */
interface Waiting {
	readonly urn: string;
	/** What another wait's check has found meanwhile. */
	seen?: MediaEntity;
	/** Ends the pause early. */
	wake?: () => void;
}

/** Waits that one batch get can serve. */
interface Group {
	/** Those that haven't checked since their pause began. */
	readonly waiting: Set<Waiting>;
	/** URNs to check next. */
	due: string[];
	/** Epoch milliseconds: LinkedIn asked to wait until then. */
	quietUntil: number;
	/** The check that is about to start for them. */
	look?: Promise<Seen>;
	/** The check in progress, and for which entries. */
	asked?: { readonly urns: readonly string[]; readonly answer: Promise<Seen> };
}

type Seen = ReadonlyMap<string, MediaEntity>;

/** One entry that is waited for. */
interface Look {
	readonly read: (retry: RetryPolicy) => Promise<MediaEntity>;
	/** @param signal the execution's, or one that follows it */
	readonly pause: (
		milliseconds: number,
		signal: AbortSignal | undefined,
		most: number,
	) => Promise<MediaEntity | undefined>;
}

/**
 * The waits of a run for LinkedIn's processing. Waits at the same time share their calls: one batch
 * get checks for all of them. If LinkedIn refuses batch gets (to an app on the development tier),
 * each wait checks on its own, like one that is alone.
 *
 * If a shared check has no result for one of them, that wait makes a call of its own, whose error
 * says why.
 */
export class SharedLooks {
	private readonly groups = new Map<string, Group>();
	private refused = false;

	/** @returns the entry's own view of the waits, to be used by one wait */
	of(client: LinkedInClient, collection: MediaCollection, key: EntityKey): Look {
		const { urn, account = '' } = key;
		const name = `${collection.path} ${account}`;
		const group = this.groups.get(name) ?? {
			waiting: new Set<Waiting>(),
			due: [],
			quietUntil: 0,
		};
		this.groups.set(name, group);
		let own: Waiting = { urn };
		const { now } = client.options;
		return {
			read: async (retry) => {
				group.waiting.delete(own);
				if (own.seen) return own.seen;
				const query = { account: key.account, retry };
				try {
					const seen = await lookFor(urn, group, () => this.look(client, collection, group, query));
					return seen.get(urn) ?? (await getEntity(client, collection, key, retry));
				} catch (error) {
					if (error instanceof LinkedInError) quieten(group, error, now());
					throw error;
				}
			},
			pause: async (milliseconds, signal, most) => {
				own = { urn };
				group.waiting.add(own);
				const sleep = async (end: AbortSignal): Promise<void> => {
					await client.options.sleep(milliseconds, end);
					const more = Math.min(group.quietUntil - now(), most - milliseconds);
					if (more > 0) await client.options.sleep(more, end);
				};
				try {
					return await sleepUntilWoken(own, signal, sleep);
				} catch (error) {
					group.waiting.delete(own);
					throw error;
				}
			},
		};
	}

	private async look(
		client: LinkedInClient,
		collection: MediaCollection,
		group: Group,
		query: Omit<MediaBatchQuery, 'urns'>,
	): Promise<Seen> {
		// Waits whose pauses end at the same time join it.
		await client.options.sleep(0);
		const { due, waiting } = group;
		group.due = [];
		group.look = undefined;
		const pausing = [...waiting];
		const all = new Set([...due, ...pausing.map(({ urn }) => urn)]);
		const urns = [...all].slice(0, BATCH_SIZE);
		if (urns.length < 2 || this.refused) return new Map();
		const answer = this.together(client, collection, { ...query, urns });
		const asked = { urns, answer };
		group.asked = asked;
		const found = await answer.finally(() => {
			if (group.asked === asked) group.asked = undefined;
		});
		for (const one of pausing) {
			const entity = found.get(one.urn);
			// Waits that asked meanwhile have the result. One that is woken may receive it a moment
			// later, and ignores what others find until then.
			if (!entity || !waiting.delete(one)) continue;
			one.seen = entity;
			one.wake?.();
		}
		return found;
	}

	private async together(
		client: LinkedInClient,
		collection: MediaCollection,
		query: MediaBatchQuery,
	): Promise<Seen> {
		try {
			const lookups = await getMediaTogether(client, collection, query);
			return new Map(
				lookups.flatMap((lookup) => ('entity' in lookup ? [[lookup.urn, lookup.entity]] : [])),
			);
		} catch (error) {
			if (!isRefusedWith(error, 400, 403)) throw error;
			this.refused = true;
			return new Map();
		}
	}
}

/** If LinkedIn asks one of them to wait, all must: their calls are the same app's. */
function quieten(group: Group, { retryAfterMs = 0 }: LinkedInError, now: number): void {
	group.quietUntil = Math.max(group.quietUntil, now + retryAfterMs);
}

/** The check that covers this one: the one in progress, the next one, or a new one. */
function lookFor(urn: string, group: Group, begin: () => Promise<Seen>): Promise<Seen> {
	const { asked } = group;
	if (asked?.urns.includes(urn)) return asked.answer;
	group.due.push(urn);
	return (group.look ??= begin());
}

/** @returns what was found meanwhile; undefined if it slept to the end. @throws CancelledError */
async function sleepUntilWoken(
	waiting: Waiting,
	signal: AbortSignal | undefined,
	sleep: (end: AbortSignal) => Promise<void>,
): Promise<MediaEntity | undefined> {
	const woken = new AbortController();
	const end = (): void => {
		woken.abort();
	};
	waiting.wake = end;
	signal?.addEventListener('abort', end, { once: true });
	if (signal?.aborted) end();
	try {
		await sleep(woken.signal);
	} catch (error) {
		if (waiting.seen === undefined || signal?.aborted) throw error;
	} finally {
		waiting.wake = undefined;
		signal?.removeEventListener('abort', end);
	}
	return waiting.seen;
}
