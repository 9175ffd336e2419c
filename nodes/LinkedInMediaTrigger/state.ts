import type { IDataObject } from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import { readMemory, type LibraryMemory } from '../../linkedin/media/memory';

/** Where n8n keeps the trigger's memory. */
const STATE = 'library';

/** The memory of each collection of one account's library. */
interface TriggerState {
	readonly account: string;
	/** Rises with each poll that ends, so that of two polls at the same time only one counts. */
	readonly polls: number;
	readonly memories: ReadonlyMap<string, LibraryMemory>;
}

/** @returns nothing remembered where n8n kept nothing, or kept it of another account */
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
