import type { IDataObject, INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { isExplained } from '../../linkedin/api/error';
import { foreignWords } from '../../linkedin/api/foreignWords';
import { DEFAULT_RETRY } from '../../linkedin/api/retry';
import type { LibraryEvent, LibraryEventName } from '../../linkedin/media/events';
import type { LibraryCollection } from '../../linkedin/media/collections';
import type { MediaEntity } from '../../linkedin/media/entity';
import { findByAccount } from '../../linkedin/media/find';
import type { LibraryMemory } from '../../linkedin/media/memory';
import { pollLibrary } from '../../linkedin/media/pollLibrary';
import { Problem } from '../../linkedin/problem';
import { Form } from '../form/form';
import { toMedia } from '../run/data';
import { typeVersionOf } from '../run/typeVersion';
import { openClient } from '../transport/openClient';
import { connectionItem, WatchedConnection } from './connection';
import { account, collections, events } from './fields';
import { readState, writeState } from './state';

/** The next poll comes soon, so long waits are avoided. */
const RETRY = { ...DEFAULT_RETRY, maxRetries: 3, maxRetryAfterMs: 10_000 };

/** Share of n8n's time for a poll; the rest is for what is in progress. */
const SHARE_OF_BUDGET = 0.8;
/** If n8n doesn't say: a minute is its shortest interval. */
const USUAL_BUDGET_MS = 60_000;

/** What the trigger's form says about libraries. */
interface Watched {
	readonly collections: readonly LibraryCollection[];
	readonly account: string;
	readonly events: ReadonlySet<LibraryEventName>;
}

/**
 * One poll. The memory is written last and in one step, so that a failed poll leaves everything to
 * the next one; of two simultaneous polls, the second one to finish is dropped.
 *
 * @returns null if there is nothing to report
 * @throws Problem, LinkedInError
 */
export async function poll(caller: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	typeVersionOf(caller.getNode());
	const form = Form.ofTrigger(caller);
	const chosen = form.read(events);
	const watch = await WatchedConnection.open(caller);
	const watched = chosen.library.size > 0 ? readWatched(form, chosen.library) : undefined;
	if (caller.getMode() === 'manual') {
		const shown = watched && sample(openClient(caller, watch.connection, RETRY), watched);
		return [[(await shown) ?? connectionItem(watch.connection, Date.now())]];
	}
	const items = chosen.connectionExpiring ? await watch.expiring() : [];
	if (watched) {
		const found = await pollLibraries(caller, watch, watched).catch((error: unknown) => {
			watch.keep();
			// An expired connection must not prevent its own event from reaching the workflow.
			if (items.length === 0) throw error;
			caller.logger.error(isExplained(error) ? error.message : foreignWords(String(error)));
			return [];
		});
		items.push(...found);
	}
	watch.tell(items);
	watch.keep();
	return items.length === 0 ? null : [items];
}

/** What a library event is about. */
function readWatched(form: Form, wanted: ReadonlySet<LibraryEventName>): Watched {
	return { collections: form.read(collections), account: form.read(account), events: wanted };
}

async function pollLibraries(
	caller: IPollFunctions,
	{ connection }: WatchedConnection,
	watched: Watched,
): Promise<readonly INodeExecutionData[]> {
	const client = openClient(caller, connection, RETRY);
	const data = caller.getWorkflowStaticData('node');
	const before = readState(data, watched.account);
	const deadline = Date.now() + budgetMs(caller) * SHARE_OF_BUDGET;
	const found: LibraryEvent[] = [];
	const memories = new Map<string, LibraryMemory>();
	for (const collection of watched.collections) {
		const { urnType } = collection;
		const memory = before.memories.get(urnType) ?? {};
		const polled = await pollLibrary(client, collection, { ...watched, deadline }, memory);
		found.push(...polled.events);
		memories.set(urnType, polled.memory);
	}
	if (isSame(memories, before.memories)) return [];
	if (readState(data, watched.account).polls !== before.polls) return [];
	writeState(data, { account: watched.account, polls: before.polls + 1, memories });
	return found.map(({ event, entity }) => toItem(event, entity));
}

/** Most polls find nothing; then n8n needn't write what may be many kilobytes. */
function isSame(
	memories: ReadonlyMap<string, LibraryMemory>,
	before: ReadonlyMap<string, LibraryMemory>,
): boolean {
	const parts = ['known', 'newest', 'pending', 'archived'] as const;
	return [...memories].every(([name, memory]) => {
		const other = before.get(name);
		return other !== undefined && parts.every((part) => memory[part] === other[part]);
	});
}

function toItem(event: LibraryEventName, entity: MediaEntity): INodeExecutionData {
	const json: IDataObject = { event, urn: entity.urn, ...toMedia(entity) };
	return { json };
}

/** Older n8n doesn't say. */
function budgetMs(caller: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>): number {
	return caller.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
}

/** A manual test returns the newest entry as a real event would, and remembers nothing. */
async function sample(client: LinkedInClient, watched: Watched): Promise<INodeExecutionData> {
	const { account: of, events: wanted } = watched;
	for (const collection of watched.collections) {
		for await (const [entity] of findByAccount(client, collection, { account: of, pageSize: 1 })) {
			if (entity) return toItem(likelyEvent(entity, wanted), entity);
		}
	}
	throw new Problem(`The media library of ${of} is empty, so there is no test event`, {
		description: 'Upload media with "Media Library Entry" first, or publish the workflow.',
	});
}

function likelyEvent(
	{ status }: MediaEntity,
	wanted: ReadonlySet<LibraryEventName>,
): LibraryEventName {
	const ended = status === 'PROCESSING_FAILED' ? 'failed' : 'available';
	const [first = ended] = wanted;
	return wanted.has(ended) ? ended : first;
}
