import type { LinkedInClient } from '../api/client';
import { Problem } from '../problem';
import { batchGetMedia } from './batchGet';
import {
	ARCHIVE_EVENTS,
	archiveChanges,
	RECENT_EVENTS,
	recentChanges,
	type LibraryEvent,
	type LibraryEventName,
} from './changes';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { findByAccount, MAX_PAGE_SIZE } from './find';
import { Landmarks, RUN } from './landmarks';
import type { MediaLookup } from './lookup';
import { idOf, idsOf, MAX_ARCHIVED, MAX_KNOWN, type LibraryMemory } from './memory';

/** A library, and which events of it are wanted. */
export interface LibraryWatch {
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
	/** Epoch milliseconds after which nothing further is asked for: the rest comes next time. */
	readonly deadline: number;
	readonly sizes?: PollSizes;
}

/** How much is read at once. */
export interface PollSizes {
	/** What changed since the last poll is at the top: most polls need no more than this. */
	readonly firstPage: number;
	readonly page: number;
	/** See {@link Landmarks}. */
	readonly run: number;
}

const SIZES: PollSizes = { firstPage: 100, page: MAX_PAGE_SIZE, run: RUN };

/** What happened since the last poll, and the memory to keep for the next one. */
export interface PollResult {
	readonly events: readonly LibraryEvent[];
	readonly memory: LibraryMemory;
}

/**
 * One poll of a library. It can be repeated with the same memory: no event comes twice unless the
 * memory was not kept, and what one poll did not reach, the next one finds.
 *
 * @param memory of the last poll; what is missing in it is remembered now, and is no event
 * @throws LinkedInError; Problem for a library that is too large for the events that are wanted
 */
export async function pollLibrary(
	client: LinkedInClient,
	collection: LibraryCollection,
	watch: LibraryWatch,
	memory: LibraryMemory,
): Promise<PollResult> {
	const poll = new Poll(client, collection, watch);
	const recent = wants(watch, RECENT_EVENTS) ? await poll.recent(memory) : NOTHING;
	const archive = wants(watch, ARCHIVE_EVENTS) ? await poll.archive(memory) : NOTHING;
	return {
		events: [...recent.events, ...archive.events].filter(({ event }) => watch.events.has(event)),
		memory: { ...recent.memory, ...archive.memory },
	};
}

const NOTHING: PollResult = { events: [], memory: {} };

function wants(watch: LibraryWatch, names: readonly LibraryEventName[]): boolean {
	return names.some((name) => watch.events.has(name));
}

class Poll {
	private readonly sizes: PollSizes;

	constructor(
		private readonly client: LinkedInClient,
		private readonly collection: LibraryCollection,
		private readonly watch: LibraryWatch,
	) {
		this.sizes = watch.sizes ?? SIZES;
	}

	/** The top of the library down to what has not changed, and the pending entries below it. */
	async recent(memory: LibraryMemory): Promise<PollResult> {
		const follow = wants(this.watch, ['available', 'failed']);
		const first = memory.known === undefined || (follow && memory.pending === undefined);
		const before: LibraryMemory = first ? {} : memory;
		const landmarks = new Landmarks(before.newest ?? '', this.sizes.run);
		const { firstPage, page } = this.sizes;
		const { entities, whole } = await this.read({
			pageSize: (read) => (read === 0 && !first ? firstPage : page),
			enough: (entries, read) => landmarks.pass(entries) || read >= MAX_KNOWN,
		});
		if (first && !whole) throw tooSlowProblem(this.collection, this.watch.account);
		const lookups = follow ? await this.lookUp(pendingBelow(before, entities)) : [];
		const { events, memory: after } = recentChanges(before, entities, lookups);
		return {
			events,
			memory: {
				known: after.known,
				// What was not reached is still to be found above the old landmarks.
				newest: whole ? landmarks.newest : before.newest,
				pending: follow ? after.pending : undefined,
			},
		};
	}

	/** All archived entries: archiving moves nothing to the top. */
	async archive(memory: LibraryMemory): Promise<PollResult> {
		const { entities, whole } = await this.read({
			status: 'ARCHIVED',
			pageSize: this.sizes.page,
			enough: (_, read) => {
				if (read > MAX_ARCHIVED) throw tooManyProblem(this.collection, this.watch.account);
				return false;
			},
		});
		if (memory.archived === undefined && !whole) {
			throw tooSlowProblem(this.collection, this.watch.account);
		}
		const listed = new Set(entities.map(({ urn }) => idOf(urn)));
		const missing = idsOf(memory.archived ?? '').filter((id) => !listed.has(id));
		return archiveChanges(memory, entities, whole ? await this.lookUp(missing) : []);
	}

	/** @returns also whether all that was wanted was read, before the time was over */
	private async read(reading: Reading): Promise<{ entities: MediaEntity[]; whole: boolean }> {
		const { account } = this.watch;
		const { status, pageSize } = reading;
		const entities: MediaEntity[] = [];
		const pages = findByAccount(this.client, this.collection, { account, status, pageSize });
		for await (const page of pages) {
			entities.push(...page);
			if (reading.enough(page, entities.length)) break;
			if (this.isOver()) return { entities, whole: false };
		}
		return { entities, whole: true };
	}

	private async lookUp(ids: readonly string[]): Promise<readonly MediaLookup[]> {
		if (ids.length === 0 || this.isOver()) return [];
		const urns = ids.map((id) => `urn:li:${this.collection.urnType}:${id}`);
		return batchGetMedia(this.client, this.collection, { urns, account: this.watch.account });
	}

	private isOver(): boolean {
		return this.client.options.now() >= this.watch.deadline;
	}
}

interface Reading {
	readonly status?: 'ARCHIVED';
	readonly pageSize: number | ((read: number) => number);
	/** Asked after each page. */
	readonly enough: (page: readonly MediaEntity[], read: number) => boolean;
}

function pendingBelow(memory: LibraryMemory, top: readonly MediaEntity[]): string[] {
	const seen = new Set(top.map(({ urn }) => idOf(urn)));
	return idsOf(memory.pending ?? '').filter((id) => !seen.has(id));
}

function tooManyProblem({ noun }: LibraryCollection, account: string): Problem {
	return new Problem(
		`The library of ${account} has more than ${MAX_ARCHIVED} archived ${noun}s, too many to watch`,
		{
			description:
				'The trigger must remember each of them. Remove the events "Archived" and "Reactivated".',
		},
	);
}

function tooSlowProblem({ noun }: LibraryCollection, account: string): Problem {
	return new Problem(
		`The ${noun}s of ${account} could not all be read in the time that n8n gives to a poll`,
		{ description: 'Nothing is lost: the next poll begins again.' },
	);
}
