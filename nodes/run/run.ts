import type { IExecuteFunctions } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { plural } from '../../linkedin/files/format';
import { SharedLooks } from '../../linkedin/media/sharedLooks';
import { Pages } from '../../linkedin/people/pages';
import { itemConcurrency } from '../fields/options';
import { optionsWith } from '../form/collection';
import { Form } from '../form/form';
import { openBytePlane, type BytePlane } from '../transport/bytePlane';
import { readConnection, warningsOf, type Connection } from '../transport/connection';
import { readFileServer, type FileServer } from '../transport/fileServer';
import { completedFacts } from '../transport/tokenReport';
import type { FinishedItem } from './errors';
import { Item } from './item';
import { RunMemory } from './memory';
import type { OutputItem } from './output';

/** Where an execution stores the API version it found: a node in a loop runs many times. */
const HEALED_VERSION = 'linkedInApiVersion';

/** A thousand items may each have a warning; nobody reads a thousand hints. */
const MAX_HINTS = 20;

/** One run of the node: the connection that all its items share, and the warnings for the user. */
export class Run {
	private readonly hints = new Set<string>();
	private readonly done: FinishedItem[] = [];
	private readonly items: Item[] = [];
	private readonly pages = new Pages();
	private readonly looks = new SharedLooks();
	private fileServer: FileServer | undefined;
	private isCheckable = false;

	private constructor(
		readonly execution: IExecuteFunctions,
		readonly connection: Connection,
		readonly memory: RunMemory,
		private readonly bytePlane: BytePlane,
	) {}

	/**
	 * @param isCheckable whether the operation has the option *Check Only*
	 * @throws Problem for a credential that can't be used
	 */
	static async open(execution: IExecuteFunctions, isCheckable = false): Promise<Run> {
		const read = await readConnection(execution);
		const connection = { ...read, token: await completedFacts(execution, read.token) };
		const remembered: unknown = execution.getContext('node')[HEALED_VERSION];
		if (isRecord(remembered) && remembered.configured === connection.version.configured) {
			if (typeof remembered.current === 'string') connection.version.current = remembered.current;
		}
		const memory = RunMemory.open(execution);
		const run = new Run(execution, connection, memory, openBytePlane(execution));
		run.isCheckable = isCheckable;
		run.fileServer = await readFileServer(execution);
		run.tellConnection();
		return run;
	}

	item(itemIndex: number): Item {
		const { execution, connection, bytePlane, pages, looks, isCheckable } = this;
		const hint = (message: string): void => {
			this.hint(message);
		};
		const item = new Item(
			{
				execution,
				connection,
				bytePlane,
				pages,
				looks,
				fileServer: this.fileServer,
				hint,
				warnings: () => this.connectionWarnings(),
				isCheckable,
			},
			itemIndex,
			this.memory.item(itemIndex),
		);
		this.items.push(item);
		return item;
	}

	/**
	 * How many items run at once: one value for the whole run. An invalid value counts as 1 here,
	 * because each item reports it when it reads its options.
	 */
	get itemConcurrency(): number {
		try {
			const options = optionsWith(itemConcurrency);
			return Form.ofItem(this.execution, 0).read(options).itemConcurrency;
		} catch {
			return 1;
		}
	}

	/** An item is done; if another one stops the node, the user still learns what this one created. */
	finish(itemIndex: number, output: readonly OutputItem[]): void {
		// What can be checked writes.
		this.memory.finish(itemIndex, output, this.isCheckable);
		const urn = output[0]?.json.urn;
		if (typeof urn === 'string') this.done.push({ itemIndex, urn });
	}

	/** Items that are done, in the order of the input. */
	get finished(): readonly FinishedItem[] {
		return [...this.done].sort((one, other) => one.itemIndex - other.itemIndex);
	}

	/**
	 * Closes the connections that the run kept open, and logs how much of LinkedIn's daily limits it
	 * used.
	 */
	close(): Promise<void> {
		const calls = this.items.reduce((sum, item) => sum + item.calls, 0);
		this.execution.logger.debug(
			`LinkedIn Media: ${calls} ${plural('call', calls)} to LinkedIn’s API`,
		);
		return this.bytePlane.close();
	}

	/** Shown above the node's output, only once even if many items have it. */
	private hint(message: string): void {
		if (this.hints.has(message) || this.hints.size > MAX_HINTS) return;
		const text =
			this.hints.size === MAX_HINTS
				? 'There are more warnings. See "warnings" in each item.'
				: message;
		this.hints.add(text);
		this.execution.addExecutionHints({ message: text, type: 'warning', location: 'outputPane' });
	}

	/** The hints so far: n8n drops the hints of a node that throws, so its error repeats them. */
	get warnings(): readonly string[] {
		return [...this.hints];
	}

	/**
	 * Warns about a token that expires soon and a version that was replaced, and keeps that version
	 * for the rest of the execution.
	 */
	tellConnection(): void {
		const { configured, current } = this.connection.version;
		for (const warning of this.connectionWarnings()) this.hint(warning);
		this.execution.getContext('node')[HEALED_VERSION] = { configured, current };
	}

	/** Added to every item's `warnings`: nobody sees the hints of a scheduled run. */
	connectionWarnings(): readonly string[] {
		return warningsOf(this.connection, Date.now());
	}
}
