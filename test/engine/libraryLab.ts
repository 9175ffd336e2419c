import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { LinkedInMediaTrigger } from '../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { startEngine, type Engine } from './harness';
import { byUrn, CREDENTIAL_TYPE, type Lab } from './lab';

export const TRIGGER_TYPE = 'n8n-nodes-linkedin-media.linkedInMediaTrigger';

/** Viewer only. */
export const READ_ONLY_ACCOUNT = 'urn:li:sponsoredAccount:987654321';
export const ACCOUNT_OF_OTHERS = 'urn:li:sponsoredAccount:521498108';

/** A list of a picker's choice, as n8n stores it. */
export function byList(value: string): INodeParameters {
	return { __rl: true, mode: 'list', value, cachedResultName: 'Campaigns' };
}

/** A published workflow with the trigger in it, in an n8n that may be restarted. */
export class PublishedTrigger {
	/** What the process has. */
	private live: IDataObject = {};
	/** What the database has: written when a poll starts the workflow, or the trigger is activated. */
	private stored = '{}';
	private activated = false;

	private constructor(
		private readonly engine: Engine,
		private readonly credential: () => ICredentialDataDecryptedObject,
		public parameters: INodeParameters,
	) {}

	static async open(
		lab: Lab,
		parameters: INodeParameters,
	): Promise<{ trigger: PublishedTrigger; close: () => Promise<void> }> {
		const engine = await startEngine({
			binaryMode: 'default',
			nodeTypes: { [TRIGGER_TYPE]: new LinkedInMediaTrigger() },
			credentialTypes: [new LinkedInMediaOAuth2Api()],
		});
		const credential = lab.credential();
		const trigger = new PublishedTrigger(engine, () => credential, {
			mediaType: 'video',
			associatedAccount: byUrn('urn:li:sponsoredAccount:123456789'),
			events: ['available'],
			...parameters,
		});
		return { trigger, close: () => engine.close() };
	}

	/** The json of the items that start the workflow. */
	async poll(budgetMs?: number): Promise<IDataObject[]> {
		const items = await this.engine.poll({ ...this.options(), staticData: this.live, budgetMs });
		// n8n keeps nothing of a poll that told nothing; but it does so once, with the activation.
		if (items || !this.activated) this.stored = JSON.stringify(this.live);
		this.activated = true;
		return (items ?? []).map(({ json }) => json);
	}

	/** `event urn` of each item, sorted. */
	async told(budgetMs?: number): Promise<string[]> {
		const items = await this.poll(budgetMs);
		return items
			.map(({ event, urn }) =>
				[event, urn].map((part) => (typeof part === 'string' ? part : '?')).join(' '),
			)
			.sort();
	}

	/** The test in the editor. */
	async test(): Promise<IDataObject[]> {
		const staticData = JSON.parse(this.stored) as IDataObject;
		const items = await this.engine.poll({ ...this.options(), staticData, manual: true });
		expect(JSON.stringify(staticData)).toBe(this.stored);
		return (items ?? []).map(({ json }) => json);
	}

	/** A clean restart of n8n: what was not written is gone. */
	restart(): void {
		this.live = JSON.parse(this.stored) as IDataObject;
	}

	/** How often the trigger wrote what it remembers. */
	get writes(): number {
		const { library } = Object.values(this.live)[0] as { library: { polls: number } };
		return library.polls;
	}

	/** Characters of what n8n has to keep. */
	get size(): number {
		return JSON.stringify(this.live).length;
	}

	private options() {
		return {
			type: TRIGGER_TYPE,
			parameters: this.parameters,
			credentials: { [CREDENTIAL_TYPE]: this.credential() },
		};
	}
}
