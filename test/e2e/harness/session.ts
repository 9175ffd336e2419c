import { randomUUID } from 'node:crypto';
import { parse } from 'flatted';
import { setTimeout as wait } from 'node:timers/promises';
import { Json } from './json';

export const OWNER = {
	email: 'ada@example.com',
	firstName: 'Ada',
	lastName: 'Example',
	password: 'Only-4-this-machine',
} as const;

export interface WorkflowNode {
	readonly id?: string;
	readonly name: string;
	readonly type: string;
	readonly typeVersion: number;
	readonly position: readonly [number, number];
	readonly parameters: Readonly<Record<string, unknown>>;
	readonly credentials?: Readonly<Record<string, { readonly id: string; readonly name: string }>>;
	readonly webhookId?: string;
	readonly onError?: string;
}

export interface Workflow {
	readonly name: string;
	readonly nodes: readonly WorkflowNode[];
	readonly connections: Readonly<Record<string, unknown>>;
	readonly settings?: Readonly<Record<string, unknown>>;
}

/** n8n's REST interface as the editor uses it, with the owner logged in. */
export class Session {
	/** Of n8n's own cookie jar: what it set last, by name. */
	private readonly cookies = new Map<string, string>();
	private readonly browserId = randomUUID();

	private constructor(readonly url: string) {}

	/** Creates the owner of a new n8n, who is then logged in. */
	static async setUp(url: string): Promise<Session> {
		const session = new Session(url);
		await session.post('/rest/owner/setup', OWNER);
		return session;
	}

	get(path: string): Promise<Json> {
		return this.request('GET', path);
	}

	post(path: string, body: unknown = {}): Promise<Json> {
		return this.request('POST', path, body);
	}

	async request(method: string, path: string, body?: unknown): Promise<Json> {
		const response = await this.fetch(method, path, body);
		const text = await response.text();
		if (!response.ok) throw new Error(`n8n: ${method} ${path}: ${response.status} ${text}`);
		const answer = new Json(JSON.parse(text), `${method} ${path}`);
		return answer.has('data') ? answer.at('data') : answer;
	}

	/** Follows no redirect. */
	async fetch(method: string, path: string, body?: unknown): Promise<Response> {
		const response = await fetch(new URL(path, this.url), {
			method,
			redirect: 'manual',
			headers: {
				'browser-id': this.browserId,
				cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
				...(body === undefined ? {} : { 'content-type': 'application/json' }),
			},
			...(body === undefined ? {} : { body: JSON.stringify(body) }),
		});
		for (const cookie of response.headers.getSetCookie()) {
			const [, name, value] = /^([^=]+)=([^;]*)/.exec(cookie) ?? [];
			if (name !== undefined && value !== undefined) this.cookies.set(name, value);
		}
		return response;
	}

	/** @returns the id */
	async createCredential(name: string, type: string, data: object): Promise<string> {
		return (await this.post('/rest/credentials', { name, type, data })).at('id').text();
	}

	/**
	 * The authorization code flow as the browser runs it: n8n's address, the authorization page's
	 * redirect, n8n's callback.
	 */
	async connect(credentialId: string): Promise<void> {
		const page = (await this.get(`/rest/oauth2-credential/auth?id=${credentialId}`)).text();
		const authorized = await fetch(page, { redirect: 'manual' });
		const back = authorized.headers.get('location');
		if (back === null) throw new Error(`no redirect from ${page}: ${await authorized.text()}`);
		const { pathname, search } = new URL(back);
		const callback = await this.fetch('GET', `${pathname}${search}`);
		const text = await callback.text();
		if (!callback.ok || /error/i.test(/<title>[^<]*/.exec(text)?.[0] ?? '')) {
			throw new Error(`n8n's callback: ${callback.status} ${text}`);
		}
	}

	/** @returns the id */
	async createWorkflow(workflow: Workflow): Promise<string> {
		const body = { settings: { executionOrder: 'v1' }, active: false, ...workflow };
		return (await this.post('/rest/workflows', body)).at('id').text();
	}

	/** Its triggers listen from now on. */
	async activate(workflowId: string): Promise<void> {
		const workflow = await this.get(`/rest/workflows/${workflowId}`);
		await this.post(`/rest/workflows/${workflowId}/activate`, {
			versionId: workflow.at('versionId').text(),
		});
	}

	/** Ids of the executions of a workflow, the newest first. */
	async executions(workflowId: string): Promise<Array<{ id: string; status: string }>> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId }));
		const answer = await this.get(`/rest/executions?filter=${filter}&limit=100`);
		return answer
			.at('results')
			.list()
			.map((each) => ({ id: each.at('id').text(), status: each.at('status').text() }));
	}

	async execution(id: string): Promise<Execution> {
		const answer = await this.get(`/rest/executions/${id}`);
		return new Execution(
			answer.at('status').text(),
			new Json(parse(answer.at('data').text()), `execution ${id}`),
		);
	}

	/** Of all workflows. */
	async newestExecution(): Promise<Execution> {
		const answer = await this.get('/rest/executions?limit=1');
		return this.execution(answer.at('results', 0, 'id').text());
	}

	/** Waits until the newest execution of this workflow has ended. */
	async finished(workflowId: string, timeoutMs = 120_000): Promise<Execution> {
		for (const limit = Date.now() + timeoutMs; Date.now() < limit;) {
			await wait(200);
			const [newest] = await this.executions(workflowId);
			if (newest && !['new', 'running', 'waiting'].includes(newest.status)) {
				return this.execution(newest.id);
			}
		}
		throw new Error(`no execution of workflow ${workflowId} ended in ${timeoutMs / 1000} s`);
	}
}

/** What n8n stored of an execution. */
export class Execution {
	constructor(
		readonly status: string,
		readonly data: Json,
	) {}

	/** The json of the items that a node gave in its last run. */
	items(node: string): Json[] {
		return this.output(node).map((item) => item.at('json'));
	}

	/** What n8n stores of a file: that of the first item that a node gave. */
	file(node: string, field: string): Json {
		const [item] = this.output(node);
		if (!item) throw new Error(`"${node}" gave no item`);
		return item.at('binary', field);
	}

	private output(node: string): Json[] {
		const runs = this.data.at('resultData', 'runData', node).list();
		return runs.at(-1)?.at('data', 'main', 0).list() ?? [];
	}

	hints(node: string): string[] {
		const run = this.data.at('resultData', 'runData', node).list().at(-1);
		if (!run?.has('hints')) return [];
		return run
			.at('hints')
			.list()
			.map((hint) => hint.at('message').text());
	}

	/** In words, for a test that expected none. */
	get problem(): string {
		return this.error === undefined ? 'no error' : JSON.stringify(this.error.value).slice(0, 2000);
	}

	/** Of the whole execution, when it failed. */
	get error(): Json | undefined {
		const result = this.data.at('resultData');
		return result.has('error') ? result.at('error') : undefined;
	}
}
