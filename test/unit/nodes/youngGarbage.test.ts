import { constants, PerformanceObserver, type PerformanceEntry } from 'node:perf_hooks';

import { recordOf } from '../../../linkedin/api/parse';
import { collectYoungSoon } from '../../../nodes/transport/youngGarbage';

/** How often V8 collected its young objects meanwhile. */
async function youngCollections(work: () => void): Promise<number> {
	const seen: PerformanceEntry[] = [];
	const observer = new PerformanceObserver((list) => seen.push(...list.getEntries()));
	observer.observe({ entryTypes: ['gc'] });
	work();
	// Node tells of a collection some turns later.
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
	seen.push(...observer.takeRecords());
	observer.disconnect();
	const kinds = seen.map((entry) => recordOf('detail' in entry ? entry.detail : undefined).kind);
	return kinds.filter((kind) => kind === constants.NODE_PERFORMANCE_GC_MINOR).length;
}

// The young have 16 MiB of room, 64 at most with what a Node may set; a chunk counts as 64 KiB at most.
test.each([
	[65_536, 512, 8],
	[16_384, 512, 8],
	[1_048_576, 2048, 1],
])(
	'V8 collects its young objects while chunks of %d bytes come, %d MiB in all',
	async (size, mebibytes, least) => {
		const count = (mebibytes * 1024 * 1024) / size;
		const collections = await youngCollections(() => {
			for (let chunk = 0; chunk < count; chunk += 1) collectYoungSoon(size);
		});
		expect(collections).toBeGreaterThanOrEqual(least);
	},
);
