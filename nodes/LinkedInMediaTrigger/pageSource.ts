import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { recordOf } from '../../linkedin/api/parse';
import { Pages } from '../../linkedin/people/pages';
import { Problem } from '../../linkedin/problem';
import type { ChosenPage } from '../fields/page';
import { toData } from '../run/data';
import type { Source } from './source';

/** Something of a company page that is watched. */
interface PageWatch<Entry, Memory> {
	/** Where n8n keeps what the trigger remembers of it. */
	readonly state: string;
	readonly page: ChosenPage;
	/** What happened since the last poll, oldest first. */
	readonly poll: (
		client: LinkedInClient,
		watch: { readonly page: string; readonly deadline: number },
		memory: Memory | undefined,
	) => Promise<{ readonly news: readonly Entry[]; readonly memory: Memory }>;
	/** Reads what n8n kept. */
	readonly readMemory: (value: unknown) => Memory | undefined;
	/** The newest there is; undefined if there is none. */
	readonly newest: (client: LinkedInClient, page: string) => Promise<Entry | undefined>;
	/** As items have it. */
	readonly tell: (entry: Entry) => Readonly<Record<string, unknown>>;
	/** Why there is no test event: the rest of a sentence that begins with the page, and what to do. */
	readonly none: { readonly why: string; readonly advice: string };
}

/** The page's URN is asked for once, and kept; of two polls at the same time, one counts. */
export function pageSource<Entry, Memory extends object>(watch: PageWatch<Entry, Memory>): Source {
	const { state, page: of } = watch;
	const stateOf = (data: IDataObject) => {
		const stored: unknown = data[state];
		const { of: known, urn, polls, memory } = recordOf(stored);
		// Nothing is remembered where n8n kept nothing, or kept it of another page.
		if (known !== nameOf(of)) return { polls: 0, urn: undefined, memory: undefined };
		return {
			polls: typeof polls === 'number' ? polls : 0,
			urn: typeof urn === 'string' ? urn : undefined,
			memory: watch.readMemory(memory),
		};
	};
	const toItem = (entry: Entry): INodeExecutionData => ({ json: toData(watch.tell(entry)) });
	return {
		poll: async (client, data, deadline) => {
			const { polls, urn = await urnOf(client, of), memory } = stateOf(data);
			const polled = await watch.poll(client, { page: urn, deadline }, memory);
			if (JSON.stringify(polled.memory) === JSON.stringify(memory)) return [];
			if (stateOf(data).polls !== polls) return [];
			// One assignment: n8n sees that something changed, and never half of it.
			data[state] = { of: nameOf(of), urn, polls: polls + 1, memory: { ...polled.memory } };
			return polled.news.map(toItem);
		},
		sample: async (client) => {
			const urn = await urnOf(client, of);
			const newest = await watch.newest(client, urn);
			if (newest !== undefined) return toItem(newest);
			const { why, advice } = watch.none;
			throw new Problem(`The page ${urn} ${why}, so there is no test event`, {
				description: advice,
			});
		},
	};
}

function nameOf({ input }: ChosenPage): string {
	return 'urn' in input ? input.urn : input.vanityName;
}

/** A page's name is looked up at the first poll alone: its URN never changes. */
async function urnOf(client: LinkedInClient, { input, what }: ChosenPage): Promise<string> {
	return new Pages().urnOf(client, input, what);
}
