import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import type { LibraryCollection } from '../../linkedin/media/collections';
import type { LibraryEvent, LibraryEventName } from '../../linkedin/media/events';
import type { LibraryMemory } from '../../linkedin/media/memory';
import { askersOf } from '../../linkedin/media/libraryWatch';
import { pollLibrary } from '../../linkedin/media/pollLibrary';
import { newestOf, noSample } from '../../linkedin/media/sampleEvent';
import { SingleReads } from '../../linkedin/media/singleReads';
import type { Form } from '../form/form';
import { toEntry } from '../run/entry';
import { account, collections, simplifyEvents } from './fields';
import type { Source } from './source';
import { readState, writeState } from './state';

/** What the trigger's form says of libraries. */
interface Watched {
	readonly collections: readonly LibraryCollection[];
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
	/** Whether entries come simplified. */
	readonly isSimple: boolean;
}

/** What happens in an ad account's libraries. */
export function librarySource(form: Form, events: ReadonlySet<LibraryEventName>): Source {
	const watched = {
		collections: form.read(collections),
		account: form.read(account),
		events,
		isSimple: form.read(simplifyEvents),
	};
	return {
		poll: (client, data, deadline) => pollLibraries(client, data, watched, deadline),
		sample: (client) => sample(client, watched),
	};
}

async function pollLibraries(
	client: LinkedInClient,
	data: IDataObject,
	watched: Watched,
	deadline: number,
): Promise<readonly INodeExecutionData[]> {
	const before = readState(data, watched.account);
	const found: LibraryEvent[] = [];
	const memories = new Map<string, LibraryMemory>();
	const singles = new SingleReads(watched.collections.length * askersOf(watched));
	for (const collection of watched.collections) {
		const { urnType } = collection;
		const memory = before.memories.get(urnType) ?? {};
		const polled = await pollLibrary(client, collection, { ...watched, deadline, singles }, memory);
		for (const event of polled.events) found.push(event);
		memories.set(urnType, polled.memory);
	}
	if (isSame(memories, before.memories)) return [];
	if (readState(data, watched.account).polls !== before.polls) return [];
	writeState(data, { account: watched.account, polls: before.polls + 1, memories });
	return found.map((event) => toItem(event, watched.isSimple));
}

/** Most polls find nothing; then n8n need not write what may be many kilobytes. */
function isSame(
	memories: ReadonlyMap<string, LibraryMemory>,
	before: ReadonlyMap<string, LibraryMemory>,
): boolean {
	const parts = ['known', 'newest', 'pending', 'looks', 'refused', 'archived'] as const;
	return [...memories].every(([name, memory]) => {
		const other = before.get(name);
		return other !== undefined && parts.every((part) => memory[part] === other[part]);
	});
}

function toItem({ event, entity }: LibraryEvent, isSimple: boolean): INodeExecutionData {
	return { json: { event, ...toEntry(entity, isSimple) } };
}

/** The newest entry that one of the events fits. */
async function sample(client: LinkedInClient, watched: Watched): Promise<INodeExecutionData> {
	const { account: of, events: wanted } = watched;
	let read = 0;
	for (const collection of watched.collections) {
		const found = await newestOf(client, collection, { account: of, events: wanted });
		if ('event' in found) return toItem(found, watched.isSimple);
		read += found.read;
	}
	throw noSample(of, read);
}
