import { Container } from '@n8n/di';
import { ExecutionLifecycleHooks, ExternalSecretsProxy, WorkflowExecute } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type {
	ExecutionStatus,
	INode,
	IRun,
	IWorkflowBase,
	IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';
import { openBinaryStore } from './binary';
import { HarnessCredentials } from './credentials';
import { enterEnvironment, inScope, leaveEnvironment } from './environment';
import type { RunScope } from './environment';
import { HarnessNodeTypes } from './nodes';
import { toText } from './text';
import type { Engine, EngineOptions, RunOptions, RunResult, WorkflowJson } from './types';

const MODE = 'manual';
const BASE_URL = 'http://localhost:5678/';

function notInTheHarness(what: string): () => never {
	return () => {
		throw new Error(`the harness has no ${what}`);
	};
}

/** The engine writes defaults into the nodes, so every run gets its own. */
function toWorkflowData({ id, name, nodes, connections, settings }: WorkflowJson): IWorkflowBase {
	const now = new Date();
	return {
		id: id ?? 'workflow',
		name: name ?? 'Workflow',
		active: false,
		isArchived: false,
		activeVersionId: null,
		createdAt: now,
		updatedAt: now,
		nodes: structuredClone(nodes).map((node) => ({
			id: node.name,
			typeVersion: 1,
			position: [0, 0],
			parameters: {},
			...node,
		})),
		connections: structuredClone(connections),
		settings: settings ?? { executionOrder: 'v1' },
	};
}

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

interface Execution {
	data: IWorkflowBase;
	hooks: ExecutionLifecycleHooks;
	additionalData: IWorkflowExecuteAdditionalData;
}

function prepare(
	options: RunOptions,
	executionId: string,
	credentialsHelper: HarnessCredentials,
	log: RunScope['log'],
): Execution {
	const data = toWorkflowData(options.workflow);
	const hooks = new ExecutionLifecycleHooks(MODE, executionId, data);
	const additionalData: IWorkflowExecuteAdditionalData = {
		executionId,
		hooks,
		credentialsHelper,
		externalSecretsProxy: Container.get(ExternalSecretsProxy),
		currentNodeExecutionIndex: 0,
		variables: {},
		restApiUrl: `${BASE_URL}rest`,
		instanceBaseUrl: BASE_URL,
		formBaseUrl: `${BASE_URL}form`,
		formWaitingBaseUrl: `${BASE_URL}form-waiting`,
		formTestBaseUrl: `${BASE_URL}form-test`,
		webhookBaseUrl: `${BASE_URL}webhook`,
		webhookWaitingBaseUrl: `${BASE_URL}webhook-waiting`,
		webhookTestBaseUrl: `${BASE_URL}webhook-test`,
		mcpBaseUrl: `${BASE_URL}mcp`,
		mcpTestBaseUrl: `${BASE_URL}mcp-test`,
		sendDataToUI: (_type, message) => {
			log(`ui: ${toText(message)}`);
		},
		logAiEvent: () => undefined,
		executeWorkflow: notInTheHarness('sub-workflows'),
		getRunExecutionData: notInTheHarness('stored executions'),
		getRuntimeCredential: notInTheHarness('runtime credentials'),
		startRunnerTask: notInTheHarness('task runners'),
	};
	return { data, hooks, additionalData };
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
		visible: [toText(run.data), ...logs].join('\n'),
		credentials: credentials.data(),
	};
}

export async function startEngine(engine: EngineOptions): Promise<Engine> {
	const store = await openBinaryStore(engine.binaryMode, enterEnvironment());
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
			const credentials = new HarnessCredentials(engine.credentialTypes, options.credentials ?? {});
			executions += 1;
			const execution = prepare(options, String(executions), credentials, log);
			const end = await inScope(
				{ ...store, log },
				async () => await execute(execution, options, nodeTypes),
			);
			return toResult(end, logs, credentials);
		},

		async binary(item, field) {
			const data = item.binary?.[field];
			if (!data) throw new Error(`the item has no binary field "${field}"`);
			return await store.binaryData.getAsBuffer(data);
		},

		async close() {
			if (!closed) leaveEnvironment();
			closed = true;
			await Promise.resolve();
		},
	};
}
