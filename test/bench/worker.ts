/** One process of the bench: takes a job from its standard input, prints the result. */
import { readFileSync } from 'node:fs';
import Module from 'node:module';
import { monitorEventLoopDelay } from 'node:perf_hooks';

import type { INodeType } from 'n8n-workflow';

import { effortOf, type Effort } from './effort';
import { IdleThread } from './idleThread';
import type { EngineJob, Job, JobResult } from './job';
import { MemoryWatch } from './memory';

const NODE_TYPE = 'n8n-nodes-linkedin-media.linkedInMedia';

async function run(job: Job): Promise<JobResult> {
	switch (job.kind) {
		case 'engine':
			return runEngine(job);
		case 'direct': {
			const { planOf, sendAsPeers, sendReference } = await import('./direct');
			const send = job.way === 'peer' ? sendAsPeers : sendReference;
			for (let time = 1; time < (job.times ?? 1); time += 1) await send(job, await planOf(job));
			const plan = await planOf(job);
			let effort: Effort | undefined;
			const result = await measured(async () => {
				({ effort } = await effortOf(() => send(job, plan)));
			});
			return { ...result, effort };
		}
		case 'download': {
			const { download } = await import('./direct');
			return measured(() => download(job));
		}
	}
}

/** How often the event loop's turns are looked at. */
const TURN_MS = 10;

/** @param work may restart the measurement, when its own preparations are over */
async function measured(
	work: (again: () => void) => Promise<unknown>,
	detail: () => JobResult['detail'] = () => ({}),
	memoryEveryMs?: number,
): Promise<JobResult> {
	const idle = await IdleThread.start(TURN_MS);
	let watch = new MemoryWatch(memoryEveryMs);
	const turns = monitorEventLoopDelay({ resolution: TURN_MS });
	turns.enable();
	let started = performance.now();
	await work(() => {
		watch.stop();
		watch = new MemoryWatch(memoryEveryMs);
		turns.reset();
		idle.again();
		started = performance.now();
	});
	const ms = performance.now() - started;
	turns.disable();
	const stillMs = turns.max / 1e6 - TURN_MS;
	const memory = watch.stop();
	return { ms, ...memory, stillMs, idleMs: await idle.longestMs(), detail: detail() };
}

/** Lets executions go on when so many of them have arrived: their triggers, which store the files, are done. */
function togetherWith(executions: number, go: () => void): () => Promise<void> {
	let arrived = 0;
	let open = () => {};
	const all = new Promise<void>((resolve) => {
		open = resolve;
	});
	return async () => {
		arrived += 1;
		if (arrived === executions) {
			go();
			open();
		}
		await all;
	};
}

async function runEngine(job: EngineJob): Promise<JobResult> {
	if (job.plane === 'helper') hideUndici();
	const { loadPackage } = await import('../demo/package');
	const { NODE, runNode, startEngine } = await import('../engine/harness');
	const { node, credential } = loadPackage();
	// Without the trigger, which stores the file.
	let effort: Effort | undefined;
	let arrive = async (): Promise<void> => {};
	const type: INodeType = {
		description: node.description,
		methods: node.methods,
		async execute() {
			await arrive();
			if (job.withoutFilter) Reflect.deleteProperty(this.helpers, 'getSecureEgressFilter');
			const measured = await effortOf(async () => (await node.execute?.call(this)) ?? []);
			effort = measured.effort;
			return measured.result;
		},
	};
	const engine = await startEngine({
		binaryMode: 'filesystem',
		nodeTypes: { linkedInMedia: type },
		credentialTypes: [credential],
	});
	const { file, items = 1, executions = 1 } = job;
	const binary = file && {
		data: {
			content: { path: file.path },
			fileName: 'bench.mp4',
			mimeType: 'video/mp4',
			...(file.stretchTo === undefined ? {} : { stretchTo: file.stretchTo, cached: file.cached }),
		},
	};
	const go = async (parameters: EngineJob['parameters'], count: number, given: typeof binary) => {
		const result = await runNode(engine, {
			type: NODE_TYPE,
			parameters,
			credentials: { linkedInMediaOAuth2Api: job.credential },
			items: Array.from({ length: count }, () => ({
				json: {},
				...(given === undefined ? {} : { binary: given }),
			})),
		});
		if (result.error) throw new Error(result.error.message);
		return result;
	};
	if (job.warmUp) await go(job.warmUp, 1, warmUpFile(binary, job.warmUpBytes));
	for (let time = 1; time < (job.times ?? 1); time += 1) await go(job.parameters, items, binary);
	let json: unknown;
	let ms = 0;
	const result = await measured(
		async (again) => {
			arrive = togetherWith(executions, again);
			const [{ items: out, run }] = await Promise.all([
				go(job.parameters, items, binary),
				...Array.from({ length: executions - 1 }, () => go(job.parameters, items, binary)),
			]);
			json = out[0]?.json;
			// Not the time of the trigger, which stores the file.
			const [task] = run.raw.data.resultData.runData[NODE] ?? [];
			if (!task) throw new Error('n8n has no run of the node');
			ms = task.executionTime;
		},
		() => ({ item: json }),
		job.memoryEveryMs,
	);
	await engine.close();
	return { ...result, ms, effort };
}

/** A file of another size than the one that is measured. */
function warmUpFile<Binary extends { data: { stretchTo?: number } }>(
	binary: Binary | undefined,
	bytes?: number,
): Binary | undefined {
	if (binary?.data.stretchTo === undefined || bytes === undefined) return binary;
	return { ...binary, data: { ...binary.data, stretchTo: bytes } };
}

/** As where n8n's GUI installed the package, and n8n's own copy cannot be found either. */
function hideUndici(): void {
	const internals = Module as unknown as {
		_resolveFilename: (name: string, ...rest: unknown[]) => string;
	};
	const resolve = internals._resolveFilename;
	internals._resolveFilename = (name, ...rest) => {
		const parent = rest[0] as { filename?: string } | undefined;
		if (name === 'undici' && parent?.filename?.includes('dist/nodes') === true) {
			throw Object.assign(new Error('undici is hidden'), { code: 'MODULE_NOT_FOUND' });
		}
		return resolve(name, ...rest);
	};
}

run(JSON.parse(readFileSync(0, 'utf8')) as Job).then(
	(result) => {
		process.stdout.write(JSON.stringify(result));
	},
	(error: unknown) => {
		process.stderr.write(error instanceof Error ? (error.stack ?? error.message) : String(error));
		process.exitCode = 1;
	},
);
