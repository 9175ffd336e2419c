import { Container } from '@n8n/di';
import { ExecutionLifecycleHooks, ExternalSecretsProxy } from 'n8n-core';
import type { IWorkflowBase, IWorkflowExecuteAdditionalData } from 'n8n-workflow';
import type { HarnessCredentials } from './credentials';
import type { RunScope } from './environment';
import { toText } from './text';
import type { WorkflowJson } from './types';

export const MODE = 'manual';
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

/** What n8n gives to a run of a workflow. */
export interface Execution {
	data: IWorkflowBase;
	hooks: ExecutionLifecycleHooks;
	additionalData: IWorkflowExecuteAdditionalData;
}

export function prepare(
	workflow: WorkflowJson,
	executionId: string,
	credentialsHelper: HarnessCredentials,
	log: RunScope['log'],
): Execution {
	const data = toWorkflowData(workflow);
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
