import type { LinkedInClient } from '../api/client';
import { batchGetMedia } from './batchGet';
import type { LibraryCollection } from './collections';
import type { MediaEntity } from './entity';
import { findByAccount } from './find';
import type { LibraryWatch } from './libraryWatch';
import type { MediaLookup } from './lookup';

/** Which part of a library is read. */
interface Reading {
	readonly status?: 'ARCHIVED';
	readonly pageSize: number | ((read: number) => number);
	/** Called after each page. */
	readonly enough: (page: readonly MediaEntity[], read: number) => boolean;
}

/** Reads a library for one poll, as far as time allows. */
export class LibraryReader {
	constructor(
		private readonly client: LinkedInClient,
		readonly collection: LibraryCollection,
		readonly watch: LibraryWatch,
	) {}

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
			entities.push(...page);
			if (reading.enough(page, entities.length)) break;
			if (this.isOver()) return { entities, whole: false };
		}
		return { entities, whole: true };
	}

	/** Entries by ID; none if the time is up. @throws LinkedInError */
	async lookUp(ids: readonly string[]): Promise<readonly MediaLookup[]> {
		if (ids.length === 0 || this.isOver()) return [];
		const urns = ids.map((id) => `urn:li:${this.collection.urnType}:${id}`);
		return batchGetMedia(this.client, this.collection, { urns, account: this.watch.account });
	}

	private isOver(): boolean {
		return this.client.options.now() >= this.watch.deadline;
	}
}
