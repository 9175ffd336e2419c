import type { EndpointName } from './endpoints';

export interface JournalEntry {
	readonly seq: number;
	endpoint: EndpointName | undefined;
	readonly method: string;
	readonly path: string;
	/** A tunnelled one as it was in the body; `method` and `headers` stay as they came. */
	query: Readonly<Record<string, string>>;
	/** `authorization` is cut down to its scheme and a hash. */
	readonly headers: Readonly<Record<string, string>>;
	readonly hasAuthorization: boolean;
	/** The part of a video that was meant. */
	part: number | undefined;
	readonly connectionId: number;
	/** On the simulator's clock. */
	readonly startedAt: number;
	finishedAt: number | undefined;
	bytesReceived: number;
	/** Of the whole body, once all of it came. */
	sha256: string | undefined;
	/** Small JSON and form bodies, secrets of a form hashed. */
	requestBody: unknown;
	/** Absent when no answer was given. */
	status: number | undefined;
	/** Whether the simulator did what was asked, whatever it then answered. */
	carriedOut: boolean;
	/** The client went away, or a fault cut the connection. */
	aborted: boolean;
	/** The planned fault that it met. */
	fault: string | undefined;
}

export class Journal {
	private readonly entries: JournalEntry[] = [];
	private count = 0;

	open(start: Omit<JournalEntry, 'seq'>): JournalEntry {
		this.count += 1;
		const entry = { seq: this.count, ...start };
		this.entries.push(entry);
		return entry;
	}

	all(): readonly JournalEntry[] {
		return this.entries.map((entry) => ({ ...entry }));
	}

	/** Requests that no handler knew. */
	unhandled(): readonly JournalEntry[] {
		return this.all().filter(({ endpoint }) => endpoint === undefined);
	}

	clear(): void {
		this.entries.length = 0;
		this.count = 0;
	}
}
