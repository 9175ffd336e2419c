import { CancelledError } from '../../../../linkedin/api/http';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import { overviewOf } from '../../../../linkedin/imports/result';
import { ImportRun, type EntryOutcome } from '../../../../linkedin/imports/run';
import { startedAtOf } from '../../../../linkedin/imports/startedAt';
import type { EntryTools } from '../../../../linkedin/imports/upload';
import { openFile } from '../../../files/open';
import type { Item } from '../../../run/item';
import { inParallel } from '../../../run/pool';
import type { Run } from '../../../run/run';
import type { EndedImport, ImportProgress } from './progress';
import type { FormImport } from './readImport';
import { report } from './report';

/** One import under way. */
interface ImportTry {
	readonly progress: ImportProgress;
	/** n8n runs the node again should it fail: nobody is to hear of the failure yet. */
	readonly isTriedAgain: boolean;
}

/**
 * What an earlier try of the node achieved is not done again. The webhook hears of the end once.
 *
 * @throws Problem for a wrong owner; LinkedInError where LinkedIn cannot be asked what is there;
 * CancelledError
 */
export async function importAll(
	run: Run,
	form: FormImport,
	{ progress, isTriedAgain }: ImportTry,
): Promise<EndedImport> {
	if (progress.ended) return progress.ended;
	const { first } = form;
	const { id, startedAt } = progress;
	const { attempt } = run.memory;
	const outcomes = await importEntries(run, form, progress).catch(async (error: unknown) => {
		if (!(error instanceof CancelledError) && !isTriedAgain) {
			await report(first, form, { id, state: 'failed', results: [], attempt });
		}
		throw error;
	});
	const videos = outcomes.map(({ result }) => result);
	await report(first, form, { id, state: 'success', results: videos, attempt });
	progress.ended = {
		result: { id, finished: true, state: 'success', ...startedAtOf(startedAt), videos },
		failures: new Map(
			outcomes.flatMap(({ failure }, index) => (failure ? [[index, failure] as const] : [])),
		),
	};
	return progress.ended;
}

async function importEntries(
	run: Run,
	form: FormImport,
	{ done }: ImportProgress,
): Promise<readonly EntryOutcome[]> {
	const { first, request, itemOf } = form;
	const importRun = await openImport(form, new Set(done.keys()));
	const count = request.entries.length;
	const work = async (index: number): Promise<EntryOutcome> => {
		const earlier = done.get(index);
		if (earlier) return { result: earlier };
		const entry = run.item(itemOf[index] ?? 0);
		const outcome = await importRun
			.importEntry(index, toolsOf(entry), () => entry.warnings)
			.finally(() => entry.end());
		if (outcome.result.state === 'success') done.set(index, outcome.result);
		return outcome;
	};
	const { results, failures } = await inParallel(count, run.itemConcurrency, work);
	const [failure] = failures;
	if (failure) throw failure.error;
	const { failed } = overviewOf(results.map(({ result }) => result));
	if (failed > 0) {
		first.warn(`${failed} of ${count} entries were not imported. See "reason" in each of them.`);
	}
	return results;
}

/**
 * What is on LinkedIn already of an import's entries.
 *
 * @param done those that an earlier try of the node has imported
 * @throws Problem for a wrong owner; LinkedInError where LinkedIn cannot be asked; CancelledError
 */
export async function openImport(
	{ first, request, owner }: FormImport,
	done: ReadonlySet<number>,
): Promise<ImportRun> {
	const warn = (message: string): void => {
		first.warn(message);
	};
	const by = await first.urnOf(owner());
	const { client, signal } = first;
	return ImportRun.open(client, { ...request, owner: by }, { done, warn, signal });
}

/** What importing one entry needs from outside. */
export function toolsOf(entry: Item): EntryTools {
	const open = (url: string, use: UrlUse) =>
		openFile(entry, { from: 'url', url, what: 'The url' }, use);
	return { context: entry.context, open };
}
