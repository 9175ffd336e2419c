import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { NODE_TYPE, withCredential, type Credential } from './lab';
import type { Workflow, WorkflowNode } from './session';

/** A node of this package with these parameters. */
export function mediaNode(
	name: string,
	parameters: Readonly<Record<string, unknown>>,
	more: Partial<WorkflowNode> = {},
): WorkflowNode {
	return {
		id: randomUUID(),
		name,
		type: NODE_TYPE,
		typeVersion: 1,
		position: [240, 0],
		parameters,
		...more,
	};
}

/** A resource locator filled in by hand. */
export function byUrn(value: string): object {
	return { __rl: true, mode: 'urn', value };
}

/**
 * POST a form with files to `/webhook/<path>`: each file is a binary field of the item, and the
 * answer is what the last of the nodes gave, or, where nobody `waits` for it, comes at once.
 */
export function webhookWorkflow(
	path: string,
	nodes: readonly WorkflowNode[],
	credential: Credential,
	waits = true,
): Workflow {
	const webhook = webhookNode('Webhook', path, waits);
	return { name: path, ...chain([webhook, ...withCredential(nodes, credential)]) };
}

export function webhookNode(name: string, path: string, waits: boolean): WorkflowNode {
	return {
		id: randomUUID(),
		name,
		type: 'n8n-nodes-base.webhook',
		typeVersion: 2,
		position: [0, 0],
		webhookId: randomUUID(),
		parameters: {
			httpMethod: 'POST',
			path,
			responseMode: waits ? 'lastNode' : 'onReceived',
			responseData: 'allEntries',
			options: {},
		},
	};
}

/** The nodes one after the other. */
export function chain(nodes: readonly WorkflowNode[]): Pick<Workflow, 'nodes' | 'connections'> {
	const connections = Object.fromEntries(
		nodes
			.slice(0, -1)
			.map(({ name }, index) => [
				name,
				{ main: [[{ node: nodes[index + 1]?.name, type: 'main', index: 0 }]] },
			]),
	);
	return { nodes, connections };
}

export interface FormAnswer {
	readonly status: number;
	readonly body: unknown;
}

/** Posts a form; n8n registers a new address a moment after it was activated. */
export async function postForm(
	url: string,
	fields: Readonly<Record<string, string | File>>,
): Promise<FormAnswer> {
	for (const limit = Date.now() + 15_000; ;) {
		const form = new FormData();
		for (const [name, value] of Object.entries(fields)) form.append(name, value);
		const response = await fetch(url, { method: 'POST', body: form });
		const text = await response.text();
		const registered = response.status !== 404 || Date.now() > limit;
		if (registered) return { status: response.status, body: parseJson(text) };
		await wait(250);
	}
}

function parseJson(text: string): unknown {
	try {
		return JSON.parse(text) as unknown;
	} catch {
		return text;
	}
}
