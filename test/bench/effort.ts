import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';

import { recordOf } from '../../linkedin/api/parse';

/** What a piece of work took of its process. */
export interface Effort {
	readonly ms: number;
	/** CPU of all threads, user and system. */
	readonly cpuMs: number;
	/** Major collections, each of which walks the whole heap: the larger it is, the dearer. */
	readonly majors: number;
}

/** Runs work, and tells what it took; what comes before and after does not count. */
export async function effortOf<Result>(
	work: () => Promise<Result>,
): Promise<{ effort: Effort; result: Result }> {
	const seen: PerformanceEntry[] = [];
	const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
	observer.observe({ entryTypes: ['gc'] });
	const startedAt = performance.now();
	const before = process.cpuUsage();
	try {
		const result = await work();
		const { user, system } = process.cpuUsage(before);
		const endedAt = performance.now();
		// Node tells of a collection a turn later.
		await new Promise((resolve) => setTimeout(resolve, 10));
		seen.push(...observer.takeRecords());
		const majors = seen.filter(
			(entry) => isMajor(entry) && entry.startTime >= startedAt && entry.startTime <= endedAt,
		).length;
		return { effort: { ms: endedAt - startedAt, cpuMs: (user + system) / 1000, majors }, result };
	} finally {
		observer.disconnect();
	}
}

function isMajor(entry: PerformanceEntry): boolean {
	const { kind } = recordOf('detail' in entry ? entry.detail : undefined);
	return kind === constants.NODE_PERFORMANCE_GC_MAJOR;
}
