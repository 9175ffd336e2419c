import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { DEFAULT_RETRY } from '../../linkedin/api/retry';
import type { ReadUrl } from '../../linkedin/files/url/http';
import type { SharedLooks } from '../../linkedin/media/sharedLooks';
import type { UploadContext } from '../../linkedin/upload/context';
import type { PageInput } from '../../linkedin/people/pageAddress';
import type { PageNaming, Pages } from '../../linkedin/people/pages';
import type { PublicPage } from '../../linkedin/people/publicPage';
import { checkOnly, includeInputFields, itemConcurrency, maxRetries } from '../fields/options';
import type { Actor } from '../fields/owner';
import { optionsWith } from '../form/collection';
import type { Readable } from '../form/field';
import { Form } from '../form/form';
import { cancelSignal, type Connection } from '../transport/connection';
import type { FileServer } from '../transport/fileServer';
import { readUrl } from '../transport/readUrl';
import { openClient } from '../transport/openClient';
import type { BytePlane } from '../transport/bytePlane';
import { time } from '../transport/time';
import { transfers } from '../transport/transfers';
import { NO_MEMORY, type ItemMemory } from './memory';
import { Preparation } from './preparation';
import { reportProgress, reportWaiting } from './progress';
import { readOnly, sendNothing } from './readOnly';

/** What the run provides to each of its items. */
interface Lent {
	readonly execution: IExecuteFunctions;
	readonly connection: Connection;
	readonly bytePlane: BytePlane;
	readonly pages: Pages;
	readonly looks: SharedLooks;
	/** The secrets for servers other than LinkedIn's, where the user has selected them. */
	readonly fileServer: FileServer | undefined;
	/** Shows a hint above the node's output. */
	readonly hint: (message: string) => void;
	/** Warnings about the connection, as far as known. */
	readonly warnings: () => readonly string[];
	/** Whether the operation has the option *Check Only*. */
	readonly isCheckable: boolean;
}

/** Options for how an item is run, not what is done with it. */
const runOptions = optionsWith(includeInputFields, itemConcurrency, maxRetries);
const checkOptions = optionsWith(checkOnly);

/** One input item in an operation: its form, and everything that the operation works with. */
export class Item {
	readonly execution: IExecuteFunctions;
	readonly connection: Connection;
	/** The execution's cancel signal. */
	readonly signal: AbortSignal | undefined;
	/** Reads files at URLs that the user enters. */
	readonly readUrl: ReadUrl;
	/** What protected file servers want, where the user has selected it. */
	readonly fileServer: FileServer | undefined;
	private readonly form: Form;
	private readonly given: string[] = [];
	private readonly releases: Array<() => Promise<void>> = [];
	private opened: UploadContext | undefined;
	private preparation: Preparation | undefined;

	constructor(
		private readonly run: Lent,
		readonly index: number,
		private readonly kept: ItemMemory,
	) {
		this.execution = run.execution;
		this.connection = run.connection;
		this.signal = cancelSignal(run.execution);
		this.readUrl = readUrl(run.execution, run.bytePlane.open);
		this.fileServer = run.fileServer;
		this.form = Form.ofItem(run.execution, index);
	}

	/** @throws Problem that names the field as the form shows it */
	read<Value>(field: Readable<Value>): Value {
		return this.form.read(field);
	}

	/**
	 * The input item's fields that are kept in its result; none, unless the user wants them. An
	 * `error` is not kept: n8n would treat the item as failed.
	 *
	 * @throws Problem for invalid options
	 */
	get inputFields(): IDataObject {
		if (!this.read(runOptions).includeInputFields) return {};
		const fields = { ...this.execution.getInputData()[this.index]?.json };
		delete fields.error;
		return fields;
	}

	/** What is read and checked before anything is written. @throws Problem for an invalid option */
	get check(): Preparation {
		return (this.preparation ??= new Preparation(
			this.run.isCheckable && this.read(checkOptions).checkOnly,
		));
	}

	/** What an earlier try of the node achieved for this item. A check achieves nothing. */
	get memory(): ItemMemory {
		return this.check.isOn ? NO_MEMORY : this.kept;
	}

	/** Added to the item, and shown as a hint whether it succeeds or fails. */
	warn(...messages: readonly string[]): void {
		this.given.push(...messages);
		for (const message of messages) this.run.hint(message);
	}

	/** A copy, with warnings about the connection, for the item's output. */
	get warnings(): string[] {
		return [...this.given, ...this.run.warnings()];
	}

	/** The client for LinkedIn. Each item has its own, so that its count of retries is the item's. */
	get client(): LinkedInClient {
		return this.context.client;
	}

	/** Requests to LinkedIn's API so far. */
	get calls(): number {
		return this.opened?.client.calls ?? 0;
	}

	/** What an upload needs. @throws Problem for invalid options */
	get context(): UploadContext {
		return (this.opened ??= this.open());
	}

	/** The URN of the actor; a page that was entered as a URL is looked up, once per run. */
	urnOf(actor: Actor): Promise<string> {
		return this.run.pages.urnOf(this.client, actor, actor.what);
	}

	/**
	 * What LinkedIn says of a page; asked once in a run.
	 *
	 * @param where the field's name, as the form shows it, or how errors speak of it
	 */
	pageOf(page: PageInput, where: string | PageNaming): Promise<PublicPage> {
		return this.run.pages.find(this.client, page, where);
	}

	/** Something to be released when the item is done, whatever became of it. */
	atEnd(release: () => Promise<void>): void {
		this.releases.push(release);
	}

	/** Releases all of it. */
	async end(): Promise<void> {
		await Promise.allSettled(this.releases.map((release) => release()));
	}

	private open(): UploadContext {
		const { execution, connection, signal } = this;
		const { bytePlane, looks } = this.run;
		const retry = { ...DEFAULT_RETRY, maxRetries: this.read(runOptions).maxRetries };
		const { check } = this;
		const client = openClient(execution, connection, retry, {
			onWaiting: reportWaiting(execution),
			...(check.isOn && { limit: readOnly }),
		});
		return {
			client,
			sendBytes: check.isOn ? sendNothing : bytePlane.send,
			announce: (intent) => {
				check.announce(intent);
			},
			transfers,
			clock: {
				...client.options,
				watchedNow: () => time.watchedNow(),
				watch: (milliseconds) => time.watch(milliseconds, undefined),
			},
			warn: (message) => {
				this.warn(message);
			},
			onProgress: reportProgress(execution),
			looks,
			signal,
		};
	}
}
