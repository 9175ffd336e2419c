import { randomUUID } from 'node:crypto';

import type { Lab } from '../harness/lab';
import type { Execution, Workflow, WorkflowNode } from '../harness/session';
import { postForm, webhookNode } from '../harness/workflows';

/**
 * Runs a template whose trigger needs a service of others: a webhook starts it, and an Edit Fields node
 * of the trigger's name gives the one item that the trigger would have given.
 */
export async function startedWith(
	lab: Lab,
	workflow: Workflow,
	trigger: string,
	item: object,
): Promise<Execution> {
	const path = randomUUID();
	const start = webhookNode('Webhook', path, true);
	const given: WorkflowNode = {
		id: randomUUID(),
		name: trigger,
		type: 'n8n-nodes-base.set',
		typeVersion: 3.4,
		position: [0, 0],
		parameters: { mode: 'raw', jsonOutput: JSON.stringify(item), options: {} },
	};
	const others = workflow.nodes.filter(({ name }) => name !== trigger);
	const id = await lab.session.createWorkflow({
		...workflow,
		nodes: [start, given, ...others],
		connections: {
			...workflow.connections,
			[start.name]: { main: [[{ node: trigger, type: 'main', index: 0 }]] },
		},
	});
	await lab.session.activate(id);
	await postForm(`${lab.n8n.url}/webhook/${path}`, {});
	return lab.session.finished(id);
}
