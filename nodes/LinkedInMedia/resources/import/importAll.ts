import { CancelledError } from '../../../../linkedin/api/http';
import type { UrlUse } from '../../../../linkedin/files/url/fileUrl';
import { overviewOf } from '../../../../linkedin/imports/result';
import { ImportRun, type EntryOutcome } from '../../../../linkedin/imports/run';
import { startedAtOf } from '../../../../linkedin/imports/startedAt';
import { openFile } from '../../../files/open';
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
	{ first, request: asked, owner, itemOf }: FormImport,
	{ done }: ImportProgress,
): Promise<readonly EntryOutcome[]> {
	const warn = (message: string): void => {
		first.warn(message);
	};
	const request = { ...asked, owner: await first.urnOf(owner()) };
	const importRun = await ImportRun.open(first.client, request, {
		done: new Set(done.keys()),
		warn,
		signal: first.signal,
	});
	const count = request.entries.length;
	const work = async (index: number): Promise<EntryOutcome> => {
		const earlier = done.get(index);
		if (earlier) return { result: earlier };
		const entry = run.item(itemOf[index] ?? 0);
		const open = (url: string, use: UrlUse) =>
			openFile(entry, { from: 'url', url, what: 'The url' }, use);
		const tools = { context: entry.context, open };
		const outcome = await importRun
			.importEntry(index, tools, () => entry.warnings)
			.finally(() => entry.end());
		if (outcome.result.state === 'success') done.set(index, outcome.result);
		return outcome;
	};
	const { results, failures } = await inParallel(count, run.itemConcurrency, work);
	const [failure] = failures;
	if (failure) throw failure.error;
	const { failed } = overviewOf(results.map(({ result }) => result));
	if (failed > 0) {
		warn(`${failed} of ${count} entries were not imported. See "reason" in each of them.`);
	}
	return results;
}
