import type {
	ICredentialDataDecryptedObject,
	IDataObject,
	INodeExecutionData,
	INodeParameters,
} from 'n8n-workflow';

import { LinkedInMediaTrigger } from '../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { TRIGGER_ITEM } from './form/contractTitles';
import type { NodeTypeMap } from './harness';
import { CREDENTIAL_TYPE } from './lab';
import { ACCOUNT, byUrn, type Scene } from './scene';
import { unpromised } from './scene/promised';
import { TRIGGER_TYPE } from './triggerType';

/** For the n8n of a scene. */
export const triggerNode: NodeTypeMap = { [TRIGGER_TYPE]: new LinkedInMediaTrigger() };

/** A published workflow with the trigger in it, in an n8n that may be restarted. */
export class PublishedTrigger {
	/** What the process has. */
	private live: IDataObject = {};
	/** What the database has: written when a poll starts the workflow, or the trigger is activated. */
	private stored = '{}';
	private activated = false;

	/** Each line that a poll wrote into n8n's log. */
	readonly logs: string[] = [];

	constructor(
		private readonly scene: Pick<Scene, 'engine' | 'credential'>,
		public parameters: INodeParameters,
		/** The connection; it may be connected anew. */
		public credential: ICredentialDataDecryptedObject = scene.credential(),
	) {
		this.parameters = {
			mediaType: 'video',
			associatedAccount: byUrn(ACCOUNT),
			events: ['available'],
			...parameters,
		};
	}

	/** The json of the items that start the workflow. */
	async poll(budgetMs?: number): Promise<IDataObject[]> {
		const items = await this.scene.engine.poll({
			...this.options(),
			staticData: this.live,
			budgetMs,
		});
		// n8n keeps nothing of a poll that told nothing; but it does so once, with the activation.
		if (items || !this.activated) this.stored = JSON.stringify(this.live);
		this.activated = true;
		return promised(this.parameters, items ?? []);
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
		const items = await this.scene.engine.poll({ ...this.options(), staticData, manual: true });
		expect(JSON.stringify(staticData)).toBe(this.stored);
		return promised(this.parameters, items ?? []);
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
			credentials: { [CREDENTIAL_TYPE]: this.credential },
			onLog: (line: string) => {
				this.logs.push(line);
			},
		};
	}
}

/** Their json: docs/contract.md has each key of it. */
function promised(
	{ simplify }: INodeParameters,
	items: readonly INodeExecutionData[],
): IDataObject[] {
	const jsons = items.map(({ json }) => json);
	const isWhole = simplify !== undefined || process.env.CONTRACT === 'write';
	if (!isWhole) expect(unpromised(TRIGGER_ITEM, jsons)).toEqual([]);
	return jsons;
}
