import { encodeValue } from '../../linkedin/api/restli';
import type { Answer, Sent } from './exchange';
import { isDone, shownRefusal } from './look';
import { collectionOf, restHeaders } from './paths';

interface MadePost {
	readonly urn: string;
	/** Of several questions: it is deleted at the end of the run. */
	readonly isShared: boolean;
}

interface MadeEntry {
	readonly urn: string;
	readonly account: string;
}

const ARCHIVED = { mediaLibraryMetadata: { $set: { mediaLibraryStatus: 'ARCHIVED' } } };
const ATTEMPTS = 3;
const SECONDS_BETWEEN = 10;

/** What a call may make that has to be removed afterwards. */
export type Makes = 'post' | 'entry';

/** How many calls it takes to remove one: an entry is looked at between the attempts. */
export const REMOVAL: Readonly<Record<Makes, number>> = { post: 1, entry: 2 * ATTEMPTS - 1 };

const NAMES: Readonly<Record<Makes, string>> = { post: 'A post', entry: 'A library entry' };

/** Sends a call that cleans up. */
export type Clean = (sent: Sent) => Promise<Answer>;

/** What a run made on LinkedIn: what can be removed is removed, and the rest is listed. */
export class Ledger {
	private posts: readonly MadePost[] = [];
	private entries: readonly MadeEntry[] = [];
	private readonly media: string[] = [];
	private readonly left: string[] = [];
	readonly removed: string[] = [];

	constructor(private readonly version: string) {}

	/** How many calls cleaning up may take. */
	get pending(): number {
		return this.posts.length * REMOVAL.post + this.entries.length * REMOVAL.entry;
	}

	addPost(urn: string, isShared: boolean): void {
		this.posts = [...this.posts, { urn, isShared }];
	}

	/** A video, an image or a document: LinkedIn has no call that deletes one. */
	addMedia(urn: string): void {
		this.media.push(urn);
	}

	addEntry(urn: string, account: string): void {
		this.entries = [...this.entries, { urn, account }];
	}

	/** Something may be on LinkedIn, and LinkedIn returned no URN of it. */
	addUnclear(what: Makes): void {
		this.left.push(
			`${NAMES[what]} may have been made, but LinkedIn returned no URN: look for it, and remove it`,
		);
	}

	/** In people's words, for the end of a run. */
	get stays(): readonly string[] {
		return [...this.left, ...this.media.map((urn) => `${urn} (LinkedIn deletes no media)`)];
	}

	async deletePosts(clean: Clean, which: 'own' | 'all'): Promise<void> {
		const due = this.posts.filter(({ isShared }) => which === 'all' || !isShared);
		this.posts = this.posts.filter((post) => !due.includes(post));
		for (const { urn } of due) {
			const url = `/rest/posts/${encodeValue(urn)}`;
			const headers = restHeaders('delete', this.version);
			await this.settle(`the post ${urn}`, 'deleted', () =>
				clean({ method: 'DELETE', url, headers, token: 'own' }),
			);
		}
	}

	/** LinkedIn archives nothing that it still processes, so some may take several attempts. */
	async archiveEntries(clean: Clean, wait: (seconds: number) => Promise<void>): Promise<void> {
		const due = this.entries;
		this.entries = [];
		for (const { urn, account } of due) {
			const path = `/rest/${collectionOf(urn)}/${encodeValue(urn)}`;
			const archive: Sent = {
				method: 'POST',
				url: `${path}?associatedAccount=${encodeValue(account)}`,
				headers: restHeaders('partial_update', this.version),
				token: 'own',
				body: { json: { patch: ARCHIVED } },
			};
			const look: Sent = {
				method: 'GET',
				url: path,
				headers: restHeaders('get', this.version),
				token: 'own',
			};
			await this.settle(`the library entry of ${urn}`, 'archived', async () => {
				let answer = await clean(archive);
				for (let attempt = 1; attempt < ATTEMPTS && !isDone(answer); attempt += 1) {
					await wait(SECONDS_BETWEEN);
					await clean(look);
					answer = await clean(archive);
				}
				return answer;
			});
		}
	}

	/** Whatever goes wrong with one, the others are removed too. */
	private async settle(what: string, done: string, call: () => Promise<Answer>): Promise<void> {
		let why: string;
		try {
			const answer = await call();
			if (isDone(answer)) {
				this.removed.push(`${what} was ${done}`);
				return;
			}
			why = shownRefusal(answer);
		} catch (error) {
			why = error instanceof Error ? error.message : String(error);
		}
		this.left.push(`${what} could not be ${done}: ${why}`);
	}
}
