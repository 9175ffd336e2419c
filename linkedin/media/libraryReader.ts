import { BATCH_SIZE } from '../api/batchGet';
import type { LinkedInClient } from '../api/client';
import { isRefusedWith, type LinkedInError } from '../api/error';
import { DAY_MS } from '../api/token';
import { getMediaSingly, getMediaTogether } from './batchGet';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { findByAccount } from './find';
import { askersOf, type LibraryWatch } from './libraryWatch';
import type { MediaBatchQuery, MediaLookup } from './lookup';
import type { LibraryMemory } from './memory';
import { SingleReads } from './singleReads';

/** Which part of a library is read. */
interface Reading {
	readonly status?: 'ARCHIVED';
	readonly pageSize: number | ((read: number) => number);
	/** Called after each page. */
	readonly enough: (page: readonly MediaEntity[], read: number) => boolean;
}

/** Reads a library for one poll, as far as time allows. */
export class LibraryReader {
	/** The day on which LinkedIn refused batch get; asked again on the next one. */
	refused: string | undefined;
	private readonly singles: SingleReads;

	constructor(
		private readonly client: LinkedInClient,
		readonly collection: LibraryCollection,
		readonly watch: LibraryWatch,
		memory: Pick<LibraryMemory, 'refused'>,
	) {
		this.refused = memory.refused === this.today ? memory.refused : undefined;
		this.singles = watch.singles ?? new SingleReads(askersOf(watch));
	}

	/** Epoch milliseconds. */
	get now(): number {
		return this.client.options.now();
	}

	/**
	 * @returns also whether everything requested was read before the time was up
	 * @throws LinkedInError; what `enough` throws
	 */
	async read(reading: Reading): Promise<{ entities: MediaEntity[]; whole: boolean }> {
		const { account } = this.watch;
		const { status, pageSize } = reading;
		const entities: MediaEntity[] = [];
		const pages = findByAccount(this.client, this.collection, { account, status, pageSize });
		for await (const page of pages) {
			for (const entity of page) entities.push(entity);
			if (reading.enough(page, entities.length)) break;
			if (this.isOver()) return { entities, whole: false };
		}
		return { entities, whole: true };
	}

	/**
	 * Entries by their ids: a hundred by one call, or, where LinkedIn refuses that, the first few one by
	 * one. None of them where the time is over.
	 *
	 * @returns an answer for each that was asked for
	 * @throws LinkedInError
	 */
	async lookUp(ids: readonly string[]): Promise<readonly MediaLookup[]> {
		const most = this.singles.share;
		const lookups: MediaLookup[] = [];
		let alone = 0;
		for (let first = 0; first < ids.length && !this.isOver(); first += BATCH_SIZE) {
			const part = ids.slice(first, first + BATCH_SIZE);
			const { found, refusal } = await this.together(part);
			const single = found === undefined ? part.slice(0, most - alone) : [];
			alone += single.length;
			for (const lookup of found ?? (await this.oneByOne(single, refusal))) lookups.push(lookup);
		}
		this.singles.done(alone);
		return lookups;
	}

	/** @returns nothing where LinkedIn refuses it, now or earlier on that day */
	private async together(
		ids: readonly string[],
	): Promise<{ found?: readonly MediaLookup[]; refusal?: LinkedInError }> {
		if (this.refused !== undefined) return {};
		try {
			return { found: await getMediaTogether(this.client, this.collection, this.queryOf(ids)) };
		} catch (error) {
			if (!isRefusedWith(error, 400, 403)) throw error;
			if (error.status === 403) this.refused = this.today;
			return { refusal: error };
		}
	}

	private async oneByOne(
		ids: readonly string[],
		refusal: LinkedInError | undefined,
	): Promise<readonly MediaLookup[]> {
		if (ids.length === 0) return [];
		return getMediaSingly(this.client, this.collection, this.queryOf(ids), refusal);
	}

	private queryOf(ids: readonly string[]): MediaBatchQuery {
		const urns = ids.map((id) => `urn:li:${this.collection.urnType}:${id}`);
		return { urns, account: this.watch.account };
	}

	/** LinkedIn's limits are of a day that ends at midnight UTC: what it refuses an app is kept as long. */
	private get today(): string {
		return String(Math.floor(this.now / DAY_MS));
	}

	private isOver(): boolean {
		return this.now >= this.watch.deadline;
	}
}
