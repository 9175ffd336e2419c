import type { HttpRequest, HttpResponse } from '../../../linkedin/api/http';
import { answer, clientOn, NOW } from '../api/support';

/** What a test may do to an entry, and what LinkedIn tells of it. */
export interface FakeEntry {
	readonly id: string;
	status: string;
	assetName: string;
	library: 'ACTIVE' | 'ARCHIVED';
}

/** A media library in memory, last modified first, behind a client. */
export class FakeLibrary {
	/** Newest first. */
	entries: FakeEntry[] = [];
	requests: string[] = [];
	now = NOW;
	/** Milliseconds that a request takes. */
	pace = 0;
	/** Runs before each request is answered: a library may change while it is read. */
	beforeAnswer: () => void = () => undefined;
	/** As an app of the development tier has it. */
	refusesBatchGet = false;
	private count = 0;

	readonly client = clientOn([], {
		send: (request) => Promise.resolve(this.handle(request)),
		sleep: () => Promise.resolve(),
		now: () => this.now,
	}).client;

	add(status = 'PROCESSING'): FakeEntry {
		this.count += 1;
		const id = `C4E10AQ${String(this.count).padStart(8, '0')}`;
		const entry: FakeEntry = { id, status, assetName: `asset ${this.count}`, library: 'ACTIVE' };
		this.entries.unshift(entry);
		return entry;
	}

	/** Whatever touches last-modified brings an entry to the top; archiving does not. */
	touch(entry: FakeEntry): void {
		this.entries = [entry, ...this.entries.filter((other) => other !== entry)];
	}

	rename(entry: FakeEntry): void {
		entry.assetName += '!';
		this.touch(entry);
	}

	vanish(entry: FakeEntry): void {
		this.entries = this.entries.filter((other) => other !== entry);
	}

	private handle(request: HttpRequest): HttpResponse {
		this.beforeAnswer();
		this.now += this.pace;
		const query = typeof request.body === 'string' ? request.body : request.url.split('?')[1];
		const parameters = new URLSearchParams(query);
		if (parameters.has('ids')) {
			this.requests.push('batchGet');
			if (this.refusesBatchGet) return answer(403, { message: 'no BATCH_GET' });
			return this.batchGet(parameters.get('ids') ?? '');
		}
		const [, id] = /\/videos\/urn%3Ali%3Avideo%3A([^?]+)/.exec(request.url) ?? [];
		if (id !== undefined) return this.get(id);
		const status = parameters.get('mediaLibraryStatus');
		this.requests.push(status === null ? 'find' : `find ${status}`);
		return this.find(status, Number(parameters.get('start')), Number(parameters.get('count')));
	}

	private get(id: string): HttpResponse {
		this.requests.push('get');
		const entry = this.entries.find((one) => one.id === id);
		return entry ? answer(200, show(entry)) : answer(404, { code: 'NOT_FOUND' });
	}

	private batchGet(ids: string): HttpResponse {
		const wanted = new Set(/^List\((.*)\)$/.exec(ids)?.[1]?.split(',') ?? []);
		const found = this.entries.filter(({ id }) => wanted.has(`urn:li:video:${id}`));
		return answer(200, {
			results: Object.fromEntries(found.map((entry) => [`urn:li:video:${entry.id}`, show(entry)])),
		});
	}

	private find(status: string | null, start: number, count: number): HttpResponse {
		const all = this.entries.filter(({ library }) => status === null || library === status);
		const href = `/rest/videos?q=associatedAccount&start=${start + count}&count=${count}`;
		const links = start + count < all.length ? [{ rel: 'next', href }] : [];
		return answer(200, {
			elements: all.slice(start, start + count).map(show),
			paging: { start, count, links },
		});
	}
}

function show({ id, status, assetName, library }: FakeEntry): object {
	return {
		id: `urn:li:video:${id}`,
		status,
		mediaLibraryMetadata: { assetName, mediaLibraryStatus: library },
	};
}
