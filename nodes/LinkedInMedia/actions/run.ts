import type { IExecuteFunctions } from 'n8n-workflow';

import { LinkedInClient } from '../../../linkedin/api/client';
import { isRecord } from '../../../linkedin/api/parse';
import { DEFAULT_RETRY } from '../../../linkedin/api/retry';
import { expiryWarning } from '../../../linkedin/api/token';
import type { UploadContext } from '../../../linkedin/upload/context';
import { openBytePlane, type BytePlane } from '../../shared/bytePlane';
import { cancelSignal, readConnection, type Connection } from '../../shared/connection';
import { controlPlane } from '../../shared/controlPlane';
import type { FinishedItem } from '../../shared/errors';
import { reportProgress } from '../../shared/progress';
import { sleep } from '../../shared/sleep';
import { RunMemory, type ItemMemory } from './memory';
import type { OutputItem } from './operation';

/** Where an execution keeps the API version it found: a node in a loop runs many times. */
const HEALED_VERSION = 'linkedInApiVersion';

/** A thousand items may each have something to say; nobody reads a thousand hints. */
const MAX_HINTS = 20;

/** One item's share of a run: its warnings, its own count of retries, what it achieved before. */
export interface ItemRun {
	readonly connection: Connection;
	/** The execution's cancel signal. */
	readonly signal: AbortSignal | undefined;
	/** Told in the item, and as hints whether the item succeeds or fails. */
	readonly warnings: readonly string[];
	readonly memory: ItemMemory;
	warn(message: string): void;
	/** Something to be released when the item is done, whatever became of it. */
	atEnd(release: () => Promise<void>): void;
	/** Releases all of it. */
	end(): Promise<void>;
	/** A client of the item's own, so that its count of retries is the item's. */
	client(maxRetries?: number): LinkedInClient;
	uploadContext(maxRetries: number): UploadContext;
}

/** One run of the node: the connection that all its items share, and what the user is told. */
export class MediaRun {
	private readonly hints = new Set<string>();
	private readonly done: FinishedItem[] = [];

	private constructor(
		private readonly execution: IExecuteFunctions,
		readonly connection: Connection,
		readonly memory: RunMemory,
		private readonly bytePlane: BytePlane,
	) {}

	/** @throws Problem for a credential that cannot be used */
	static async open(execution: IExecuteFunctions): Promise<MediaRun> {
		const connection = await readConnection(execution);
		const remembered: unknown = execution.getContext('node')[HEALED_VERSION];
		if (isRecord(remembered) && remembered.configured === (connection.version.configured ?? null)) {
			if (typeof remembered.current === 'string') connection.version.current = remembered.current;
		}
		const memory = RunMemory.open(execution);
		const run = new MediaRun(execution, connection, memory, openBytePlane(execution));
		const warning = expiryWarning(connection.token, Date.now());
		if (warning !== undefined) run.hint(warning);
		return run;
	}

	item(itemIndex: number): ItemRun {
		const { connection } = this;
		const signal = cancelSignal(this.execution);
		const warnings: string[] = [];
		const warn = (message: string): void => {
			warnings.push(message);
			this.hint(message);
		};
		const releases: (() => Promise<void>)[] = [];
		return {
			connection,
			signal,
			warnings,
			memory: this.memory.item(itemIndex),
			warn,
			atEnd: (release) => releases.push(release),
			end: async () => {
				await Promise.allSettled(releases.map((release) => release()));
			},
			client: (maxRetries = DEFAULT_RETRY.maxRetries) => this.client(maxRetries),
			uploadContext: (maxRetries) => ({
				client: this.client(maxRetries),
				sendBytes: this.bytePlane.send,
				automaticLanes: () => this.bytePlane.automaticLanes(),
				warn,
				onProgress: reportProgress(this.execution),
				signal,
			}),
		};
	}

	private client(maxRetries: number): LinkedInClient {
		const { execution, connection } = this;
		const signal = cancelSignal(execution);
		return new LinkedInClient({
			...connection,
			send: controlPlane(execution, connection.token),
			retry: { ...DEFAULT_RETRY, maxRetries },
			// A lane's own signal follows the execution's, and ends with the first failed part too.
			sleep: (milliseconds, lane) => sleep(milliseconds, lane ?? signal),
			now: () => Date.now(),
			random: Math.random,
		});
	}

	/** An item is done; should another one stop the node, the user still learns what this one made. */
	finish(itemIndex: number, output: readonly OutputItem[]): void {
		this.memory.finish(itemIndex, output);
		const urn = output[0]?.json.urn;
		if (typeof urn === 'string') this.done.push({ itemIndex, urn });
	}

	/** Items that are done, in the order of the input. */
	get finished(): readonly FinishedItem[] {
		return [...this.done].sort((one, other) => one.itemIndex - other.itemIndex);
	}

	/** Ends the connections that the run kept open. */
	close(): Promise<void> {
		return this.bytePlane.close();
	}

	/** Shown above the node's output, once however many items say it. */
	private hint(message: string): void {
		if (this.hints.has(message) || this.hints.size > MAX_HINTS) return;
		const text =
			this.hints.size === MAX_HINTS
				? 'There are more warnings: see "warnings" in each item.'
				: message;
		this.hints.add(text);
		this.execution.addExecutionHints({ message: text, type: 'warning', location: 'outputPane' });
	}

	/** What was told so far: n8n drops the hints of a node that throws, so its error repeats them. */
	get told(): readonly string[] {
		return [...this.hints];
	}

	/** Tells of a version that healed itself and keeps it for the rest of the execution. */
	rememberVersion(): void {
		const { configured, current } = this.connection.version;
		if (current === configured || current === undefined) return;
		this.execution.getContext('node')[HEALED_VERSION] = { configured: configured ?? null, current };
		const old =
			configured === undefined
				? 'The credential has no valid API version'
				: `LinkedIn no longer accepts API version ${configured}`;
		this.hint(
			`${old}; this run used ${current} instead. Set "API Version" in the credential to ${current}.`,
		);
	}
}
