import { WorkflowExecute } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { ExecutionStatus, INode, IRun } from 'n8n-workflow';
import { openBinaryStore } from './binary';
import { HarnessCredentials } from './credentials';
import { enterEnvironment, inScope, leaveEnvironment } from './environment';
import { MODE, prepare, type Execution } from './execution';
import { listSearch } from './listSearch';
import { HarnessNodeTypes } from './nodes';
import { poll } from './poll';
import { toText } from './text';
import type { Engine, EngineOptions, RunOptions, RunResult } from './types';

function findStart(workflow: Workflow, types: HarnessNodeTypes, name?: string): INode {
	if (name !== undefined) {
		const node = workflow.getNode(name);
		if (!node) throw new Error(`the workflow has no node "${name}"`);
		return node;
	}
	const starts = Object.values(workflow.nodes).filter(
		(node) =>
			node.disabled !== true &&
			types.getByNameAndVersion(node.type, node.typeVersion).description.group.includes('trigger'),
	);
	const [start, ...others] = starts;
	if (!start || others.length > 0) {
		throw new Error(`the workflow has ${starts.length} triggers: name the one to start`);
	}
	return start;
}

async function execute(
	{ data, hooks, additionalData }: Execution,
	options: RunOptions,
	nodeTypes: HarnessNodeTypes,
): Promise<{ run: IRun; status: ExecutionStatus }> {
	const { nodes, connections, settings, id, name } = data;
	const workflow = new Workflow({
		id,
		name,
		nodes,
		connections,
		active: false,
		nodeTypes,
		...(settings && { settings }),
	});
	const startNode = findStart(workflow, nodeTypes, options.start);
	// n8n stores what this hook is given: after a cancel, nothing that comes later.
	let stored: ExecutionStatus | undefined;
	hooks.addHandler('workflowExecuteAfter', ({ status }) => {
		stored = status;
	});
	const running = new WorkflowExecute(additionalData, MODE).run({ workflow, startNode });
	const cancel = (): void => {
		running.cancel();
	};
	if (options.signal?.aborted) cancel();
	options.signal?.addEventListener('abort', cancel, { once: true });
	try {
		const run = await running;
		return { run, status: stored ?? run.status };
	} finally {
		options.signal?.removeEventListener('abort', cancel);
	}
}

/** Megabytes may be asked for many times, or never. */
function once(make: () => string): () => string {
	let made: string | undefined;
	return () => (made ??= make());
}

function toResult(
	{ run, status }: { run: IRun; status: ExecutionStatus },
	logs: string[],
	credentials: HarnessCredentials,
): RunResult {
	const { runData, error } = run.data.resultData;
	const runsOf = (nodeName: string) => runData[nodeName] ?? [];
	return {
		status,
		items: (nodeName, output = 0) =>
			runsOf(nodeName).flatMap(({ data }) => data?.main?.[output] ?? []),
		...(error && { error }),
		errorOf: (nodeName) => runsOf(nodeName).at(-1)?.error,
		hints: (nodeName) => runsOf(nodeName).flatMap(({ hints }) => hints ?? []),
		executionTime: (run.stoppedAt ?? run.startedAt).getTime() - run.startedAt.getTime(),
		raw: run,
		logs,
		visible: once(() => [toText(run.data), ...logs].join('\n')),
		credentials: credentials.data(),
	};
}

export async function startEngine(engine: EngineOptions): Promise<Engine> {
	const store = await openBinaryStore(engine.binaryMode, enterEnvironment(engine.settings));
	let executions = 0;
	let closed = false;

	return {
		async run(options) {
			const logs: string[] = [];
			const log = (line: string): void => {
				logs.push(line);
				options.onNodeLog?.(line);
			};
			const nodeTypes = new HarnessNodeTypes(engine.nodeTypes, options.items);
			const credentials = new HarnessCredentials(engine, options.credentials ?? {});
			executions += 1;
			const execution = prepare(options.workflow, String(executions), credentials, log);
			const end = await inScope(
				{ ...store, log },
				async () => await execute(execution, options, nodeTypes),
			);
			return toResult(end, logs, credentials);
		},

		async listSearch(options) {
			const credentials = new HarnessCredentials(engine, options.credentials ?? {});
			const nodeTypes = new HarnessNodeTypes(engine.nodeTypes, []);
			const log = (): void => undefined;
			return await inScope(
				{ ...store, log },
				async () => await listSearch(options, nodeTypes, credentials),
			);
		},

		async poll(options) {
			const ids = Object.entries(options.credentials ?? {});
			const credentials = new HarnessCredentials(
				engine,
				Object.fromEntries(ids.map(([type, data]) => [type, { type, data }])),
			);
			const nodeTypes = new HarnessNodeTypes(engine.nodeTypes, []);
			const log = options.onLog ?? ((): void => undefined);
			return await inScope(
				{ ...store, log },
				async () => await poll(options, nodeTypes, credentials),
			);
		},

		async binary(item, field) {
			const data = item.binary?.[field];
			if (!data) throw new Error(`the item has no binary field "${field}"`);
			return await store.binaryData.getAsBuffer(data);
		},

		s3: store.s3,

		async close() {
			if (closed) return;
			closed = true;
			await store.s3?.close();
			leaveEnvironment();
		},
	};
}
