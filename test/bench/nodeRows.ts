import { BASE, OWNER, type BenchLab } from './lab';
import { inTurn, mbPerSecond, median, type Measure } from './measure';
import { nodeOf } from './nodes';
import { runJob, startServer } from './processes';
import type { DirectJob, JobResult } from './job';
import { GIB, mib, round, type Row } from './rows';

/** Parts at the same time, of ours and of what it is compared with. */
const LANES = 4;
/** The first upload of a process compiles the code, the second one fills the pools. */
const TIMES = 3;

/** What n8n's Node of today has to keep; the others are there to compare with. */
const BUDGET_LINE = 24;
interface Budget {
	readonly cpu: number;
	readonly majors: number;
	readonly speed?: number;
}
const BUDGETS: Readonly<Record<Source, Budget>> = {
	file: { speed: 0.85, cpu: 2.5, majors: 5 },
	url: { cpu: 4, majors: 5 },
	urlByHelper: { cpu: 9, majors: 20 },
};

type Source = keyof typeof NAMES;

/** How the rows name them. */
const NAMES = {
	file: "n8n's binary data",
	url: 'a URL, read by undici',
	urlByHelper: "a URL, read by n8n's helper",
};

/**
 * The same upload on every Node that n8n runs on, beside raw undici from memory and from the same file:
 * throughput, CPU and major collections of the third upload in a process. A stream's chunks are external
 * memory, which V8 frees only by collecting, and each Node has its own mind about when.
 */
export const nodes: Measure = async (lab, scale) => {
	const size = scale.throughputBytes;
	const files = await startServer('fileServer.ts', [String(size), '0']);
	try {
		const file = await lab.file(size);
		const rows: Row[] = [];
		for (const line of scale.nodeLines) {
			const results = await inTurn(
				scale.nodeTurns,
				runsOn(lab, nodeOf(line), size, file, files.url),
			);
			rows.push(...rowsOf(line, size, results));
		}
		return rows;
	} finally {
		await files.stop();
	}
};

type Results<Value> = readonly [
	memory: Value,
	disk: Value,
	file: Value,
	url: Value,
	urlByHelper: Value,
];
type Runs = Results<() => Promise<JobResult>>;

export function runsOn(
	lab: BenchLab,
	node: string,
	size: number,
	file: string,
	server: string,
): Runs {
	const raw: DirectJob = {
		kind: 'direct',
		way: 'reference',
		token: lab.token,
		baseUrl: lab.url,
		owner: OWNER,
		size,
		lanes: LANES,
		times: TIMES,
	};
	const options = { checkFile: false, partConcurrency: LANES };
	const url = { source: 'url', url: `${server}/${size}.mp4`, options };
	const third = { times: TIMES, warmUp: undefined };
	const byUrl = { ...third, file: undefined };
	return [
		() => runJob(raw, node),
		() => runJob({ ...raw, way: 'file', file }, node),
		() => lab.upload('undici', size, { ...BASE, options }, third, node),
		() => lab.upload('undici', size, url, byUrl, node),
		() => lab.upload('undici', size, url, { ...byUrl, withoutFilter: true }, node),
	];
}

function rowsOf(
	line: number,
	size: number,
	[memory, disk, file, url, urlByHelper]: Results<JobResult[]>,
): Row[] {
	const gib = size / GIB;
	const speed = (results: readonly JobResult[]) => median(results.map(speedOf));
	const cpu = (results: readonly JobResult[]) => median(results.map(cpuOf));
	const majors = (results: readonly JobResult[]) => median(results.map(majorsOf));
	const detailOf = (results: readonly JobResult[]) => ({
		'MB/s': mbPerSecond(size, 1 / speed(results)),
		'CPU s/GiB': round(cpu(results) / 1000 / gib),
		'majors/GiB': round(majors(results) / gib, 1),
	});
	const ratio = (
		results: readonly JobResult[],
		of: (result: JobResult) => number,
		against: readonly JobResult[] = memory,
	) =>
		round(
			median(
				results.map((result, turn) => {
					const other = against[turn];
					return other ? of(result) / of(other) : NaN;
				}),
			),
		);
	const rowsFor = (source: Source, results: readonly JobResult[]): Row[] => {
		const budget = line === BUDGET_LINE ? BUDGETS[source] : undefined;
		const upload = `upload of ${mib(size)} MiB from ${NAMES[source]}`;
		const what = `${upload}, against raw undici from memory`;
		const way = (of: string) => `Node ${line}, ${LANES} lanes: ${of}`;
		const fast = ratio(results, speedOf);
		// Who sends a file has to read it: its CPU is held against raw undici that reads the same file.
		const isFile = source === 'file';
		const dear = ratio(results, cpuOf, isFile ? disk : memory);
		const collected = round(majors(results) / gib, 1);
		return [
			{
				what,
				way: way('throughput'),
				value: fast,
				unit: '×',
				budget: budget?.speed === undefined ? '' : `≥ ${budget.speed}`,
				...(budget?.speed === undefined ? {} : { holds: fast >= budget.speed }),
				detail: detailOf(results),
			},
			{
				what: isFile ? `${upload}, against raw undici from the same file` : what,
				way: way('CPU'),
				value: dear,
				unit: '×',
				budget: budget ? `≤ ${budget.cpu}` : '',
				...(budget ? { holds: dear <= budget.cpu } : {}),
				detail: {},
			},
			{
				what,
				way: way('major collections per GiB'),
				value: collected,
				unit: '',
				budget: budget ? `≤ ${budget.majors}` : '',
				...(budget ? { holds: collected <= budget.majors } : {}),
				detail: {},
			},
		];
	};
	const raw = (what: string, results: readonly JobResult[]): Row => ({
		what: `raw undici ${what}, against the same from memory`,
		way: `Node ${line}, ${LANES} lanes`,
		value: ratio(results, speedOf),
		unit: '×',
		budget: '',
		detail: detailOf(results),
	});
	return [
		raw('from memory', memory),
		raw('from the same file', disk),
		...rowsFor('file', file),
		...rowsFor('url', url),
		...rowsFor('urlByHelper', urlByHelper),
	];
}

/** Uploads per millisecond. */
const speedOf = ({ effort }: JobResult): number => 1 / (effort?.ms ?? NaN);
const cpuOf = ({ effort }: JobResult): number => effort?.cpuMs ?? NaN;
const majorsOf = ({ effort }: JobResult): number => effort?.majors ?? NaN;
