import { BASE, OWNER, type BenchLab } from './lab';
import { runJob, startServer } from './processes';
import type { JobResult, Plane } from './job';
import { NODE_LINES } from './nodes';
import { GIB, mib, MIB, round, type Row } from './rows';

/** How large things are: smaller ones for a quick look, whose numbers nobody should quote. */
export interface Scale {
	readonly throughputBytes: number;
	readonly smallBytes: number;
	readonly largeBytes: number;
	readonly largestBytes: number;
	readonly latencyImages: number;
	readonly libraryEntries: number;
	/** Repetitions of what is compared by time; the best of each counts. */
	readonly repeat: number;
	/** The median of their ratios counts. */
	readonly throughputTurns: number;
	/** The same, for each Node. */
	readonly nodeTurns: number;
	/** The highest memory of the small file's runs counts. */
	readonly smallRuns: number;
	/** As many bytes go over a shaped line as it takes so long for. */
	readonly lineSeconds: number;
	readonly slowestBytes: number;
	readonly executionBytes: number;
	/** Mbit/s of the lines of the grid. */
	readonly lineRates: readonly number[];
	/** Which Nodes. */
	readonly nodeLines: readonly number[];
}

export const FULL: Scale = {
	throughputBytes: GIB,
	smallBytes: 256 * MIB,
	largeBytes: 4 * GIB,
	largestBytes: 5 * GIB,
	latencyImages: 100,
	libraryEntries: 10_000,
	repeat: 3,
	throughputTurns: 7,
	nodeTurns: 5,
	smallRuns: 16,
	lineSeconds: 25,
	lineRates: [0.76, 5, 50, 500],
	nodeLines: NODE_LINES,
	slowestBytes: 32 * MIB,
	executionBytes: 64 * MIB,
};

export const QUICK: Scale = {
	throughputBytes: 256 * MIB,
	smallBytes: 128 * MIB,
	largeBytes: 512 * MIB,
	largestBytes: GIB,
	latencyImages: 24,
	libraryEntries: 10_000,
	repeat: 1,
	throughputTurns: 2,
	nodeTurns: 1,
	smallRuns: 1,
	lineSeconds: 8,
	lineRates: [5, 500],
	nodeLines: NODE_LINES,
	slowestBytes: 8 * MIB,
	executionBytes: 16 * MIB,
};

const PART = 4 * MIB;
/**
 * Memory is compared with that of a process at work, as n8n's workers are: V8's own heap grows with
 * the first hundred requests, whatever their size.
 */
const WARM_UP = 128 * PART;
const PLANES: readonly Plane[] = ['undici', 'helper'];
/** A round trip to LinkedIn, and what a new connection costs on top (TCP and TLS 1.3). */
const ROUND_TRIP = { perRequestMs: 50, perConnectionMs: 100 };
const NO_DELAY = { perRequestMs: 0, perConnectionMs: 0 };

export type Measure = (lab: BenchLab, scale: Scale) => Promise<Row[]>;

type Run = () => Promise<JobResult>;

async function repeated(times: number, run: Run): Promise<JobResult[]> {
	const results: JobResult[] = [];
	for (let time = 0; time < times; time += 1) results.push(await run());
	return results;
}

const quickest = (results: readonly JobResult[]): JobResult =>
	results.reduce((one, other) => (other.ms < one.ms ? other : one));

async function best(times: number, run: Run): Promise<JobResult> {
	return quickest(await repeated(times, run));
}

/** Every run of each, where one run of all follows the other. */
export async function inTurn<Runs extends readonly Run[]>(
	turns: number,
	runs: readonly [...Runs],
): Promise<{ [Index in keyof Runs]: JobResult[] }> {
	const results = runs.map((): JobResult[] => []);
	for (let turn = 0; turn < turns; turn += 1) {
		for (const [index, run] of runs.entries()) results[index]?.push(await run());
	}
	return results as { [Index in keyof Runs]: JobResult[] };
}

export function median(numbers: readonly number[]): number {
	const sorted = [...numbers].sort((one, other) => one - other);
	return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}

const highest = (results: readonly JobResult[]): JobResult =>
	results.reduce((one, other) => (other.rssPeak > one.rssPeak ? other : one));

export const mbPerSecond = (bytes: number, ms: number): number =>
	round(bytes / 1e6 / (ms / 1000), 0);

/**
 * Our engine's throughput as a share of the fastest there is; peers' way as a third. The ways take
 * turns, and the median of the turns' ratios counts: a machine whose cores belong to others too is
 * slower at one time than at another.
 */
export const throughput: Measure = async (lab, scale) => {
	const size = scale.throughputBytes;
	const lanes = { undici: 4, helper: 8 };
	const direct = (way: 'reference' | 'peer') => () =>
		runJob({
			kind: 'direct',
			way,
			token: lab.token,
			baseUrl: lab.url,
			owner: OWNER,
			size,
			lanes: lanes.undici,
		});
	const engine = (plane: Plane) => () =>
		lab.upload(plane, size, { options: { checkFile: false, partConcurrency: lanes[plane] } });
	const [reference, peer, undici, helper] = await inTurn(scale.throughputTurns, [
		direct('reference'),
		direct('peer'),
		engine('undici'),
		engine('helper'),
	]);
	const share = (results: readonly JobResult[]) =>
		round(median(results.map(({ ms }, turn) => (reference[turn]?.ms ?? NaN) / ms)));
	const speed = (results: readonly JobResult[]) =>
		mbPerSecond(size, median(results.map(({ ms }) => ms)));
	return [
		...Object.entries({ undici, helper }).map(([plane, results]): Row => {
			const value = share(results);
			return {
				what: `upload of ${mib(size)} MiB of n8n's binary data, against undici from memory`,
				way: `${plane}, ${plane === 'undici' ? lanes.undici : lanes.helper} lanes`,
				value,
				unit: '×',
				budget: plane === 'undici' ? '≥ 0.80' : '',
				...(plane === 'undici' ? { holds: value >= 0.8 } : {}),
				detail: { 'MB/s': speed(results), 'reference MB/s': speed(reference) },
			};
		}),
		{
			what: `the same as others do it: one lane, a connection per part, the file in one buffer`,
			way: 'node:http',
			value: share(peer),
			unit: '×',
			budget: '',
			detail: {
				'MB/s': speed(peer),
				'memory MiB': mib(Math.max(...peer.map(({ rssPeak, rssBefore }) => rssPeak - rssBefore))),
			},
		},
	];
};

/** Memory does not depend on the size of the file, and hardly on the number of lanes. */
export const memory: Measure = async (lab, scale) => {
	const sizes = [scale.smallBytes, scale.largeBytes];
	const files = await startServer('fileServer.ts', [
		[...sizes, scale.largestBytes, WARM_UP].join(','),
		'0',
	]);
	const rows: Row[] = [];
	const run = (plane: Plane, source: string, size: number, lanes: number) =>
		lab.upload(
			plane,
			size,
			{
				source: source === 'URL' ? 'url' : 'binaryData',
				url: `${files.url}/${size}.mp4`,
				options: { checkFile: false, partConcurrency: lanes },
			},
			source === 'URL'
				? {
						memoryEveryMs: 5,
						file: undefined,
						warmUp: {
							...BASE,
							source: 'url',
							url: `${files.url}/${WARM_UP}.mp4`,
							options: { checkFile: false, partConcurrency: lanes },
						},
					}
				: { memoryEveryMs: 5, warmUpBytes: WARM_UP },
		);
	try {
		for (const plane of PLANES) {
			for (const source of ['file', 'URL']) {
				for (const lanes of [1, 4, 16]) {
					// A peak is a matter of when memory is collected: as many bytes see as many collections.
					const small = highest(
						await repeated(scale.smallRuns, () => run(plane, source, scale.smallBytes, lanes)),
					);
					const large = await run(plane, source, scale.largeBytes, lanes);
					const growth = mib(large.rssPeak - large.rssBefore);
					const allowed = 48 + 2 * lanes * 4;
					const difference = large.rssPeak / small.rssPeak - 1;
					rows.push({
						what: `growth of memory by ${mib(scale.largeBytes)} MiB from a ${source}`,
						way: `${plane}, ${lanes} ${lanes === 1 ? 'lane' : 'lanes'}`,
						value: growth,
						unit: 'MiB',
						budget: `≤ ${allowed}, and as for ${mib(scale.smallBytes)} MiB within 10 %`,
						holds: growth <= allowed && difference <= 0.1,
						detail: {
							'peak MiB': mib(large.rssPeak),
							'small peak MiB': mib(small.rssPeak),
							'difference %': round(difference * 100, 1),
							'MB/s': mbPerSecond(scale.largeBytes, large.ms),
						},
					});
				}
			}
		}
		const largest = await run('undici', 'URL', scale.largestBytes, 4);
		const growth = mib(largest.rssPeak - largest.rssBefore);
		rows.push({
			what: `growth of memory by ${mib(scale.largestBytes)} MiB from a URL, LinkedIn's limit`,
			way: 'undici, 4 lanes',
			value: growth,
			unit: 'MiB',
			budget: '≤ 80',
			holds: growth <= 80,
			detail: { 'MB/s': mbPerSecond(scale.largestBytes, largest.ms) },
		});
	} finally {
		await files.stop();
	}
	return rows;
};

/** What lanes do to the time of 64 parts when LinkedIn is 50 ms away. */
export const lanes: Measure = async (lab) => {
	const rows: Row[] = [];
	await lab.configure({ partBytes: 65_536, delays: ROUND_TRIP });
	try {
		for (const plane of PLANES) {
			const times = new Map<number, number>();
			for (const count of [1, 2, 4, 8, 16]) {
				const before = (await lab.journal('videos.part')).length;
				await lab.upload(
					plane,
					64 * 65_536,
					{ options: { checkFile: false, partConcurrency: count } },
					{ warmUp: undefined },
				);
				const parts = await lab.recordedSince('videos.part', before);
				const first = Math.min(...parts.map(({ startedAt }) => startedAt));
				const last = Math.max(...parts.map(({ finishedAt = 0 }) => finishedAt));
				times.set(count, last - first);
				const connections = new Set(parts.map(({ connectionId }) => connectionId)).size;
				const faster = round((times.get(1) ?? 0) / (last - first));
				const automatic = plane === 'undici' ? 4 : 8;
				rows.push({
					what: '64 parts at a round trip of 50 ms, against 1 lane',
					way: `${plane}, ${count} ${count === 1 ? 'lane' : 'lanes'}`,
					value: faster,
					unit: '×',
					budget:
						count === automatic ? `≥ 3.5${plane === 'undici' ? ', connections ≤ lanes' : ''}` : '',
					...(count === automatic
						? { holds: faster >= 3.5 && (plane === 'helper' || connections <= count) }
						: {}),
					detail: { ms: last - first, connections },
				});
			}
		}
	} finally {
		await lab.configure({ partBytes: PART, delays: NO_DELAY });
	}
	return rows;
};

/** A file that goes from one server to another takes hardly longer than the slower half of its way. */
export const overlap: Measure = async (lab, scale) => {
	// Small parts: time is to be a matter of round trips here, not of this machine's speed.
	const partBytes = 524_288;
	const size = 128 * partBytes;
	const files = await startServer('fileServer.ts', [String(size), '50']);
	await lab.configure({ partBytes, delays: ROUND_TRIP });
	const count = 4;
	try {
		const url = `${files.url}/${size}.mp4`;
		const down = await best(scale.repeat, () =>
			runJob({ kind: 'download', url, size, rangeBytes: partBytes, lanes: count }),
		);
		const options = { checkFile: false, partConcurrency: count };
		const up = await best(scale.repeat, () => lab.upload('undici', size, { options }));
		const both = await best(scale.repeat, () =>
			lab.upload(
				'undici',
				size,
				{ source: 'url', url, options },
				{ file: undefined, warmUp: { ...BASE, source: 'url', url, options } },
			),
		);
		const value = round(both.ms / Math.max(down.ms, up.ms));
		return [
			{
				what: `${mib(size)} MiB from a ranged URL at 50 ms, against the slower of download and upload`,
				way: `undici, ${count} lanes`,
				value,
				unit: '×',
				budget: '≤ 1.2',
				holds: value <= 1.2,
				detail: {
					'both s': round(both.ms / 1000),
					'download s': round(down.ms / 1000),
					'upload s': round(up.ms / 1000),
				},
			},
		];
	} finally {
		await lab.configure({ partBytes: PART, delays: NO_DELAY });
		await files.stop();
	}
};

/** Many small images: items at the same time. */
export const images: Measure = async (lab, scale) => {
	await lab.configure({ delays: ROUND_TRIP });
	try {
		const run = (itemConcurrency: number) =>
			lab.upload(
				'undici',
				0,
				{ resource: 'image', options: { itemConcurrency } },
				{
					items: scale.latencyImages,
					warmUp: undefined,
					file: { path: new URL('../fixtures/picture.png', `file://${__filename}`).pathname },
				},
			);
		const one = await run(1);
		const eight = await run(8);
		const value = round(one.ms / eight.ms);
		return [
			{
				what: `${scale.latencyImages} images at 50 ms, item concurrency 8 against 1`,
				way: "n8n's helper",
				value,
				unit: '×',
				budget: '≥ 5',
				holds: value >= 5,
				detail: { 'one s': round(one.ms / 1000), 'eight s': round(eight.ms / 1000) },
			},
		];
	} finally {
		await lab.configure({ delays: NO_DELAY });
	}
};

/** The same as an import by URL: download and upload of each. */
export const imports: Measure = async (lab, scale) => {
	const files = await startServer('fileServer.ts', [String(PART), '50']);
	await lab.configure({ delays: ROUND_TRIP });
	try {
		const entries = Array.from({ length: scale.latencyImages }, (_, index) => ({
			url: `${files.url}/picture.png`,
			id: `picture-${index}`,
			fileName: `picture-${index}.png`,
			metadata: {},
		}));
		const run = (itemConcurrency: number) =>
			lab.upload(
				'undici',
				0,
				{
					resource: 'import',
					operation: 'fromUrls',
					entriesFrom: 'json',
					entries: JSON.stringify(entries),
					systemName: 'bench',
					mediaType: 'image',
					options: { itemConcurrency },
				},
				{ file: undefined, warmUp: undefined },
			);
		const one = await run(1);
		const eight = await run(8);
		const value = round(one.ms / eight.ms);
		return [
			{
				what: `import of ${scale.latencyImages} images by URL at 50 ms, item concurrency 8 against 1`,
				way: "n8n's helper",
				value,
				unit: '×',
				budget: '≥ 5',
				holds: value >= 5,
				detail: { 'one s': round(one.ms / 1000), 'eight s': round(eight.ms / 1000) },
			},
		];
	} finally {
		await lab.configure({ delays: NO_DELAY });
		await files.stop();
	}
};

/** Requests that a large library takes. */
export const library: Measure = async (lab, scale) => {
	const account = 'urn:li:sponsoredAccount:123456789';
	const filled = (await lab.post('library', {
		kind: 'video',
		account,
		count: scale.libraryEntries,
	})) as { urns: string[] };
	const found = await lab.upload(
		'undici',
		0,
		{
			operation: 'findByAccount',
			associatedAccount: { __rl: true, mode: 'urn', value: account },
			returnAll: true,
		},
		{ file: undefined, warmUp: undefined },
	);
	const finds = (await lab.journal('videos.find')).length;
	const got = await lab.upload(
		'undici',
		0,
		{ operation: 'batchGet', urns: filled.urns.slice(0, 1000).join('\n') },
		{ file: undefined, warmUp: undefined },
	);
	const gets = (await lab.journal('videos.batchGet')).length;
	const row = (what: string, value: number, ms: number): Row => ({
		what,
		way: "n8n's helper",
		value,
		unit: 'requests',
		budget: '10',
		holds: value === 10,
		detail: { s: round(ms / 1000) },
	});
	return [
		row(`find ${scale.libraryEntries} entries of a library`, finds, found.ms),
		row('get 1000 URNs', gets, got.ms),
	];
};
