import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { Json } from '../harness/json';
import type { Session, Workflow, WorkflowNode } from '../harness/session';

/** What another program sends with each call of a template that is an API. */
export const KEY = 'Bearer key-of-the-api';

/** Activates it with the key chosen where a webhook asks for one, and with other settings. */
export async function openApi(session: Session, workflow: Workflow): Promise<void> {
	const name = 'Key of the API';
	const id = await session.createCredential(name, 'httpHeaderAuth', {
		name: 'Authorization',
		value: KEY,
	});
	const withKey = (node: WorkflowNode): WorkflowNode =>
		node.parameters.authentication === 'headerAuth'
			? { ...node, credentials: { httpHeaderAuth: { id, name } } }
			: node;
	await session.activate(
		await session.createWorkflow({ ...workflow, nodes: workflow.nodes.map(withKey) }),
	);
}

/** One call with the key. @param body makes it a POST */
export async function call(url: string, body?: object): Promise<Json> {
	for (const limit = Date.now() + 15_000; ;) {
		const response = await fetch(url, {
			method: body === undefined ? 'GET' : 'POST',
			headers: { authorization: KEY, 'content-type': 'application/json' },
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		const text = await response.text();
		// n8n registers a new address a moment after it was activated.
		if (response.status === 404 && Date.now() < limit) {
			await wait(250);
			continue;
		}
		assert.equal(response.status, 200, text);
		return new Json(JSON.parse(text), url);
	}
}
