import type { IDataObject } from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import { readMemory, type LibraryMemory } from '../../linkedin/media/memory';

/** Where n8n keeps the trigger's memory. */
const STATE = 'library';

/** The memory of each collection of one account's library. */
interface TriggerState {
	readonly account: string;
	/** Incremented by each poll that finishes, so that of two simultaneous polls only one counts. */
	readonly polls: number;
	readonly memories: ReadonlyMap<string, LibraryMemory>;
}

/** @returns an empty memory if n8n stored nothing, or stored another account's */
export function readState(data: IDataObject, account: string): TriggerState {
	const stored: unknown = data[STATE];
	const { account: of, polls, ...memories } = recordOf(stored);
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

/** A single assignment: n8n notices the change, and never sees half of it. */
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
