import type { IExecuteFunctions } from 'n8n-workflow';

import { LinkedInClient } from '../../../linkedin/api/client';
import { isRecord } from '../../../linkedin/api/parse';
import { DEFAULT_RETRY } from '../../../linkedin/api/retry';
import { expiryWarning } from '../../../linkedin/api/token';
import type { UploadContext } from '../../../linkedin/upload/context';
import { bytePlane } from '../../shared/bytePlane';
import { cancelSignal, readConnection, type Connection } from '../../shared/connection';
import { controlPlane } from '../../shared/controlPlane';
import { sleep } from '../../shared/sleep';

/** Where an execution keeps the API version it found: a node in a loop runs many times. */
const HEALED_VERSION = 'linkedInApiVersion';

/** A thousand items may each have something to say; nobody reads a thousand hints. */
const MAX_HINTS = 20;

/** One item's share of a run: its warnings and its own count of retries. */
export interface ItemRun {
	readonly connection: Connection;
	/** Told in the item, and as hints whether the item succeeds or fails. */
	readonly warnings: readonly string[];
	warn(message: string): void;
	uploadContext(maxRetries: number): UploadContext;
}

/** One run of the node: the connection that all its items share, and what the user is told. */
export class MediaRun {
	private readonly hints = new Set<string>();

	private constructor(
		private readonly execution: IExecuteFunctions,
		readonly connection: Connection,
	) {}

	/** @throws Problem for a credential that cannot be used */
	static async open(execution: IExecuteFunctions): Promise<MediaRun> {
		const connection = await readConnection(execution);
		const remembered: unknown = execution.getContext('node')[HEALED_VERSION];
		if (isRecord(remembered) && remembered.configured === (connection.version.configured ?? null)) {
			if (typeof remembered.current === 'string') connection.version.current = remembered.current;
		}
		const run = new MediaRun(execution, connection);
		const warning = expiryWarning(connection.token, Date.now());
		if (warning !== undefined) run.hint(warning);
		return run;
	}

	item(): ItemRun {
		const { connection } = this;
		const warnings: string[] = [];
		const warn = (message: string): void => {
			warnings.push(message);
			this.hint(message);
		};
		const uploadContext = (maxRetries: number): UploadContext => this.context(maxRetries, warn);
		return { connection, warnings, warn, uploadContext };
	}

	private context(maxRetries: number, warn: (message: string) => void): UploadContext {
		const { execution, connection } = this;
		const signal = cancelSignal(execution);
		const client = new LinkedInClient({
			...connection,
			send: controlPlane(execution, connection.token),
			retry: { ...DEFAULT_RETRY, maxRetries },
			// A lane's own signal follows the execution's, and ends with the first failed part too.
			sleep: (milliseconds, lane) => sleep(milliseconds, lane ?? signal),
			now: () => Date.now(),
			random: Math.random,
		});
		const plane = { client, sendBytes: bytePlane(execution), warn };
		return signal === undefined ? plane : { ...plane, signal };
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
