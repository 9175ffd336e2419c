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

/** What a caller sends that is not as the API wants it. */
export interface WrongCall {
	readonly method?: 'POST' | 'PUT';
	readonly contentType?: string;
	readonly headers?: Readonly<Record<string, string>>;
	readonly body: string | Uint8Array<ArrayBuffer>;
}

/** @returns status and text, of a call with the key */
export async function refused(url: string, wrong: WrongCall): Promise<[number, string]> {
	const { method = 'POST', contentType = 'application/json', headers = {}, body } = wrong;
	const response = await fetch(url, {
		method,
		headers: { authorization: KEY, 'content-type': contentType, ...headers },
		body,
	});
	const text = await response.text();
	return [response.status, text];
}

/** Bodies that are no JSON object, and what the workflow, or n8n before it, answers. */
export const MALFORMED: ReadonlyArray<readonly [number, WrongCall]> = [
	[400, { body: '[]' }],
	[400, { body: 'null' }],
	[400, { body: '"text"' }],
	[400, { body: '{}' }],
	[400, { body: '{"__proto__": {"a": 1}}' }],
	[400, { contentType: 'text/plain', body: 'hello' }],
	[400, { contentType: 'application/octet-stream', body: '{"mediaType": "video"}' }],
	[400, { contentType: 'application/x-www-form-urlencoded', body: 'videos=1&mediaType=video' }],
	// n8n itself reads JSON before the workflow runs.
	[422, { body: '{"videos": [' }],
	[422, { body: '\u0000' }],
];

/** Each is refused with its status. */
export async function expectRefused(
	url: string,
	calls: ReadonlyArray<readonly [number, WrongCall]>,
): Promise<void> {
	for (const [status, wrong] of calls) {
		const [answered, text] = await refused(url, wrong);
		const said = `${wrong.contentType ?? 'JSON'} ${String(wrong.body).slice(0, 60)}: ${text}`;
		assert.equal(answered, status, said);
		if (status === 422) continue;
		// The workflow's own answer is one sentence.
		const { error, ...more } = JSON.parse(text) as Record<string, unknown>;
		assert.deepEqual(more, {}, said);
		assert.match(String(error), /^.{5,600}$/, said);
		assert.doesNotMatch(String(error), /node_modules|\bat .*:\d+:\d+|\[item/, said);
	}
}
