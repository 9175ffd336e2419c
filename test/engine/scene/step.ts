import type { ICredentialDataDecryptedObject, INodeParameters, OnError } from 'n8n-workflow';

import { runNode, type InputFile, type InputItem, type RunNodeResult } from '../harness';
import {
	byExpression,
	byUrn,
	CREDENTIAL_TYPE,
	FILE_SERVER_TYPE,
	expectClean,
	expectSuccess,
	item,
	NODE_TYPE,
	OWNER,
	type Allowance,
	type Lab,
} from '../lab';
import { outcomeOf, type Outcome } from './outcome';
import { expectPromised } from './promised';

/** Turns of the event loop. */
const SOON = 1000;

/** Waits for an event, not for the clock. @param over when it can no longer come */
export async function until(condition: () => boolean, over = () => false): Promise<void> {
	for (let turns = 0; !condition(); turns += 1) {
		if (over()) throw new Error('the run has ended before');
		// What has not come soon is waited for without keeping a processor busy.
		await new Promise((resolve) => {
			if (turns < SOON) setImmediate(resolve);
			else setTimeout(resolve, 1);
		});
	}
}

/** What the form calls who acts, where it isn't an owner. */
const OWNERS: Readonly<Record<string, string>> = { post: 'author', comment: 'actor' };

export type Input = Buffer | InputFile | InputItem;

/**
 * One run of the node: what the form holds, the input, and how it has to end. It runs when it is
 * awaited, which says that it succeeds, or by one of `fails`, `ends`, `stoppedWhen`. Whatever the
 * end, the checks of {@link expectClean} follow.
 */
export class Step implements PromiseLike<Outcome> {
	private readonly owner: string;
	private readonly parameters: INodeParameters;
	private readonly input: InputItem[] = [];
	private readonly allowed: Allowance[];
	private settings: Pick<Parameters<typeof runNode>[1], 'onError' | 'retryOnFail' | 'maxTries'> =
		{};
	private data: ICredentialDataDecryptedObject | undefined;
	private fileServerData: ICredentialDataDecryptedObject | undefined;
	private meanwhile: Parameters<Step['during']>[0] | undefined;
	private running: Promise<RunNodeResult> | undefined;

	/** @param form what the test names; the owner stands in it unless it names another */
	constructor(
		private readonly lab: Lab,
		resource: string,
		form: INodeParameters,
		allowed: readonly Allowance[],
	) {
		this.owner = OWNERS[resource] ?? 'owner';
		this.parameters = { resource, [this.owner]: byUrn(OWNER), ...form };
		// An expression, as nearly always: what the form would stop by itself reaches the node.
		const { urn } = this.parameters;
		const isLocator = resource === 'video' || resource === 'image';
		if (isLocator && typeof urn === 'string') {
			this.parameters.urn = byExpression(urn);
		}
		this.allowed = [...allowed];
	}

	/** Parameters as n8n stores them; all that is not named stays untouched. */
	with(parameters: INodeParameters): this {
		Object.assign(this.parameters, parameters);
		return this;
	}

	/** The collection "Options". */
	options(options: INodeParameters): this {
		return this.with({ options });
	}

	/** The owner, or the author of a post or a comment, by its URN. */
	as(urn: string): this {
		return this.with({ [this.owner]: byUrn(urn) });
	}

	/** The file comes from a URL. */
	from(url: string): this {
		return this.with({ source: 'url', url });
	}

	/** The input, an item for each: a file is the binary field `data` of its item. */
	of(...inputs: readonly Input[]): this {
		for (const input of inputs) {
			const isFile = Buffer.isBuffer(input) || 'content' in input;
			this.input.push(isFile ? item({ data: input }) : input);
		}
		return this;
	}

	/** Another credential than one with every scope. */
	by(credential: ICredentialDataDecryptedObject): this {
		this.data = credential;
		return this;
	}

	/** With a credential for file servers beside the connection. */
	fileServer(credential: ICredentialDataDecryptedObject): this {
		this.fileServerData = credential;
		return this;
	}

	/** A connection with these scopes alone. */
	scopes(...scopes: readonly string[]): this {
		return this.by(this.lab.credential({ scopes }));
	}

	onError(onError: OnError): this {
		this.settings = { ...this.settings, onError };
		return this;
	}

	/** n8n's Retry On Fail. */
	tries(maxTries: number): this {
		this.settings = { ...this.settings, retryOnFail: true, maxTries };
		return this;
	}

	/** What a test plans and the checks would find. */
	allow(...allowed: readonly Allowance[]): this {
		this.allowed.push(...allowed);
		return this;
	}

	/** What happens while it runs: `until` waits for an event of the run. */
	during(work: (until: (condition: () => boolean) => Promise<void>) => Promise<void>): this {
		this.meanwhile = work;
		return this;
	}

	/** It succeeds. */
	then<Result = Outcome, Rejection = never>(
		resolve?: ((outcome: Outcome) => Result | PromiseLike<Result>) | null,
		reject?: ((reason: unknown) => Rejection | PromiseLike<Rejection>) | null,
	): Promise<Result | Rejection> {
		return this.outcome(expectSuccess).then(resolve, reject);
	}

	/** It stops the workflow with an error of which the message or description has each of these. */
	async fails(...words: ReadonlyArray<string | RegExp>): Promise<Outcome> {
		const outcome = await this.ends();
		const { told } = outcome;
		for (const each of words) {
			if (typeof each === 'string') expect(told).toContain(each);
			else expect(told).toMatch(each);
		}
		return outcome;
	}

	/** As `fails`, before anything further is asked of LinkedIn. */
	async failsAtOnce(...words: ReadonlyArray<string | RegExp>): Promise<Outcome> {
		const before = this.lab.simulator.journal.length;
		const outcome = await this.fails(...words);
		expect(this.lab.simulator.journal.slice(before)).toEqual([]);
		return outcome;
	}

	/** It succeeds or fails: the test looks itself. */
	ends(): Promise<Outcome> {
		return this.outcome();
	}

	/** n8n's Stop button is pressed as soon as the condition holds. */
	stoppedWhen(condition: () => boolean): Promise<Outcome> {
		const stop = new AbortController();
		const stopping = this.during(async (until) => {
			await until(condition);
			stop.abort();
		});
		return stopping.outcome(({ status }) => {
			expect(status).toBe('canceled');
		}, stop.signal);
	}

	/** Whether it was awaited. */
	get begun(): boolean {
		return this.running !== undefined;
	}

	private async outcome(
		check?: (result: RunNodeResult) => void,
		signal?: AbortSignal,
	): Promise<Outcome> {
		const result = await this.run(signal);
		check?.(result);
		expectClean(this.lab, result, this.allowed);
		expectPromised({ parameters: this.parameters }, result);
		return outcomeOf(result);
	}

	private async run(signal?: AbortSignal): Promise<RunNodeResult> {
		if (this.running) throw new Error('a step runs once');
		let over = false;
		this.running = runNode(this.lab.engine, {
			...this.settings,
			type: NODE_TYPE,
			parameters: this.parameters,
			credentials: {
				[CREDENTIAL_TYPE]: this.data ?? this.lab.credential(),
				...(this.fileServerData && { [FILE_SERVER_TYPE]: this.fileServerData }),
			},
			...(this.input.length > 0 && { items: this.input }),
			...(signal && { signal }),
		}).finally(() => {
			over = true;
		});
		await this.meanwhile?.((condition) => until(condition, () => over));
		return this.running;
	}
}
