import type { IDataObject, IPollFunctions } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { parseAccount } from '../../linkedin/people/accountInput';
import { EVENTS, type LibraryEventName } from '../../linkedin/media/changes';
import { IMAGES, VIDEOS, type LibraryCollection } from '../../linkedin/media/collections';
import { readMemory, type LibraryMemory } from '../../linkedin/media/memory';
import { Problem } from '../../linkedin/problem';
import { accountValue } from '../LinkedInMedia/actions/fields/account';
import { toChoice } from '../LinkedInMedia/actions/fields/values';

/** What the trigger's form says. */
export interface Watched {
	readonly collections: readonly LibraryCollection[];
	/** `urn:li:sponsoredAccount:…` */
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
}

/** @throws Problem for an account that is none, or no event */
export function readWatched(caller: IPollFunctions): Watched {
	const account: unknown = caller.getNodeParameter('associatedAccount', '', { extractValue: true });
	const mediaType = toChoice(
		caller.getNodeParameter('mediaType', 'video'),
		['video', 'image', 'both'],
		'Media',
	);
	return {
		collections: [VIDEOS, IMAGES].filter(
			({ urnType }) => mediaType === 'both' || mediaType === urnType,
		),
		account: parseAccount(accountValue(account), 'Ad Account').text,
		events: readEvents(caller.getNodeParameter('events', [])),
	};
}

function readEvents(value: unknown): ReadonlySet<LibraryEventName> {
	const names: readonly unknown[] = Array.isArray(value) ? value : [value];
	const events = EVENTS.filter((event) => names.includes(event));
	if (events.length > 0) return new Set(events);
	throw new Problem('Events is empty', { description: 'Choose at least one event.' });
}

/** Where n8n keeps the trigger's memory. */
const STATE = 'library';

/** The memory of each collection of one account's library. */
export interface TriggerState {
	readonly account: string;
	/** Rises with each poll that ends, so that of two polls at the same time only one counts. */
	readonly polls: number;
	readonly memories: ReadonlyMap<string, LibraryMemory>;
}

/** @returns nothing remembered where n8n kept nothing, or kept it of another account */
export function readState(data: IDataObject, account: string): TriggerState {
	const stored: unknown = data[STATE];
	const { account: of, polls, ...memories } = isRecord(stored) ? stored : {};
	const known = of === account ? Object.entries(memories) : [];
	return {
		account,
		polls: typeof polls === 'number' ? polls : 0,
		memories: new Map(
			known.flatMap(([name, value]): Array<[string, LibraryMemory]> => {
				const memory = readMemory(value);
				return memory ? [[name, memory]] : [];
			}),
		),
	};
}

/** One assignment: n8n sees that something changed, and never half of it. */
export function writeState(data: IDataObject, state: TriggerState): void {
	const memories = [...state.memories].map(([name, memory]): [string, IDataObject] => [
		name,
		Object.fromEntries(Object.entries(memory).filter(([, part]) => part !== undefined)),
	]);
	data[STATE] = {
		account: state.account,
		polls: state.polls,
		...Object.fromEntries(memories),
	};
}
