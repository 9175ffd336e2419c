/** The result of work that ran several at a time. */
interface Outcome<Result> {
	/** In the order of the indices; after a failure, some are missing. */
	readonly results: readonly Result[];
	/** By time; several if more than one was in progress. */
	readonly failures: readonly { readonly index: number; readonly error: unknown }[];
}

/**
 * Runs `work` for the indices 0 to `count` - 1, at most `lanes` at a time. After a failure, no
 * further one is started, but those in progress are finished: aborting an upload midway helps
 * nobody.
 */
export async function inParallel<Result>(
	count: number,
	lanes: number,
	work: (index: number) => Promise<Result>,
): Promise<Outcome<Result>> {
	const results = new Map<number, Result>();
	const failures: { index: number; error: unknown }[] = [];
	let next = 0;
	const lane = async (): Promise<void> => {
		while (next < count && failures.length === 0) {
			const index = next;
			next += 1;
			try {
				results.set(index, await work(index));
			} catch (error) {
				failures.push({ index, error });
			}
		}
	};
	await Promise.all(Array.from({ length: Math.min(lanes, count) }, lane));
	const inOrder = [...results].sort(([one], [other]) => one - other);
	return { results: inOrder.map(([, result]) => result), failures };
}
