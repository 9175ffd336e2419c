import type { INodeExecutionData, IPollFunctions } from 'n8n-workflow';

import type { LinkedInClient } from '../../linkedin/api/client';
import { isExplained } from '../../linkedin/api/error';
import { foreignWords } from '../../linkedin/api/foreignWords';
import { DEFAULT_RETRY } from '../../linkedin/api/retry';
import { Problem } from '../../linkedin/problem';
import { Form } from '../form/form';
import { typeVersionOf } from '../run/typeVersion';
import { openClient } from '../transport/openClient';
import { time } from '../transport/time';
import { commentsSource } from './comments';
import { WatchedConnection } from './connection';
import { events, type Events } from './fields';
import { librarySource } from './libraries';
import { postsSource } from './posts';
import type { Source } from './source';

/** The next poll comes soon, so long waits are avoided. */
const RETRY = { ...DEFAULT_RETRY, maxRetries: 3, maxRetryAfterMs: 10_000 };

/** Share of n8n's time for a poll; the rest is for what is in progress. */
const SHARE_OF_BUDGET = 0.8;
/** If n8n doesn't say: a minute is its shortest interval. */
const USUAL_BUDGET_MS = 60_000;

/**
 * One poll of all that is watched.
 *
 * @returns null where there is nothing to tell
 * @throws Problem, LinkedInError where one of them failed and the others have nothing to tell
 */
export async function poll(caller: IPollFunctions): Promise<INodeExecutionData[][] | null> {
	typeVersionOf(caller.getNode());
	const form = Form.ofTrigger(caller);
	const chosen = form.read(events);
	const watch = await WatchedConnection.open(caller);
	const sources = sourcesOf(form, chosen);
	const { connection } = watch;
	if (caller.getMode() === 'manual') {
		const shown = await sampleOf(sources, () => openClient(caller, connection, RETRY));
		if (shown instanceof Problem && !chosen.connectionExpiring) throw shown;
		const item = shown instanceof Problem ? await watch.sample() : shown;
		watch.warn(item);
		return [[item]];
	}
	const items = chosen.connectionExpiring ? await watch.expiring() : [];
	const failures: Error[] = [];
	const deadline = time.now() + budgetMs(caller) * SHARE_OF_BUDGET;
	for (const source of sources) {
		const client = openClient(caller, connection, RETRY);
		try {
			const kept = caller.getWorkflowStaticData('node');
			for (const item of await source.poll(client, kept, deadline)) items.push(item);
		} catch (error) {
			failures.push(error instanceof Error ? error : new Error(String(error)));
		}
	}
	const [failure] = failures;
	if (failure !== undefined) {
		watch.keep();
		if (items.length === 0) throw failure;
		// News of one, and that the connection has ended, must not be lost because another one failed.
		for (const each of failures) {
			caller.logger.error(isExplained(each) ? each.message : foreignWords(String(each)));
		}
	}
	watch.tell(items);
	watch.keep();
	return items.length === 0 ? null : [items];
}

/** What the first of them can show; else why there is nothing. */
async function sampleOf(
	sources: readonly Source[],
	client: () => LinkedInClient,
): Promise<INodeExecutionData | Problem> {
	const problems: Problem[] = [];
	for (const source of sources) {
		const shown = await source.sample(client()).catch((error: unknown) => {
			if (error instanceof Problem) return error;
			throw error;
		});
		if (!(shown instanceof Problem)) return shown;
		problems.push(shown);
	}
	return problems[0] ?? new Problem('There is no test event');
}

function sourcesOf(form: Form, { library, posted, commented }: Events): readonly Source[] {
	return [
		...(library.size > 0 ? [librarySource(form, library)] : []),
		...(posted ? [postsSource(form)] : []),
		...(commented ? [commentsSource(form)] : []),
	];
}

/** Older n8n doesn't say. */
function budgetMs(caller: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>>): number {
	return caller.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
}
