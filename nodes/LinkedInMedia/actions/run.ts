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

/**
 * One run of the node: the connection that all its items share, and what the user is told besides
 * the items.
 */
export class MediaRun {
	private readonly hints = new Set<string>();

	private constructor(
		readonly execution: IExecuteFunctions,
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

	/** What an item's upload works with; its retries are counted for this item alone. */
	uploadContext(maxRetries: number): UploadContext {
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
		return { client, sendBytes: bytePlane(execution), ...(signal === undefined ? {} : { signal }) };
	}

	/** Shown above the node's output, once however many items say it. */
	hint(message: string): void {
		if (this.hints.has(message)) return;
		this.hints.add(message);
		this.execution.addExecutionHints({ message, type: 'warning', location: 'outputPane' });
	}

	/** What was told so far: n8n drops the hints of a node that throws, so its error repeats them. */
	get told(): readonly string[] {
		return [...this.hints];
	}

	/** Tells of a version that healed itself and keeps it for the rest of the execution. */
	rememberVersion(): void {
		const { configured, current } = this.connection.version;
		if (current === configured || current === undefined) return;
		const { execution } = this;
		execution.getContext('node')[HEALED_VERSION] = { configured: configured ?? null, current };
		const old =
			configured === undefined
				? 'The credential has no valid API version'
				: `LinkedIn no longer accepts API version ${configured}`;
		this.hint(
			`${old}; this run used ${current} instead. Set "API Version" in the credential to ${current}.`,
		);
	}
}
