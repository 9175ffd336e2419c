import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

import { Json } from '../harness/json';
import { ModelServer } from '../harness/modelServer';
import { withSettings } from '../harness/templates';
import { postForm } from '../harness/workflows';
import type { TemplateCheck } from './check';

const PASSWORD = 'open sesame, please';
const DRAFT = '# News\n\n**We** are live';

/** A model writes; a wrong password publishes nothing; the right one, twice, publishes once. */
export const check: TemplateCheck = async ({ lab, workflow }) => {
	const { session, simulator, n8n } = lab;
	const model = await ModelServer.start();
	try {
		model.says = DRAFT;
		const id = await session.createCredential('Writing model', 'openAiApi', {
			apiKey: 'key of the scripted model',
			url: model.url,
		});
		const nodes = workflow.nodes.map((node) => {
			const { parameters } = node;
			if (node.name !== 'Chat Model') return node;
			return {
				...node,
				parameters: { ...parameters, model: { __rl: true, mode: 'id', value: 'scripted' } },
				credentials: { openAiApi: { id, name: 'Writing model' } },
			};
		});
		const ready = withSettings({ ...workflow, nodes }, { approvalPassword: PASSWORD });
		const workflowId = await session.createWorkflow(ready);
		await session.activate(workflowId);

		const form = nodes.find(({ type }) => type === 'n8n-nodes-base.formTrigger');
		const begun = await postForm(`${n8n.url}/form/${form?.webhookId ?? ''}`, {
			'field-0': 'Our launch',
			'field-1': '',
		});
		assert.equal(begun.status, 200, JSON.stringify(begun.body));
		const next = new Json(begun.body, 'the form').at('formWaitingUrl').text();
		const { pathname, search } = new URL(next);
		const page = `${n8n.url}${pathname}${search}`;
		const decide = (password: string) =>
			ask(page, {
				'field-0': DRAFT,
				'field-1': 'Publish',
				'field-2': '',
				'field-3': password,
			});
		/** The page that the execution waits with; n8n shows nothing while it works. */
		async function shows(text: string): Promise<void> {
			let html = '';
			for (const limit = Date.now() + 60_000; Date.now() < limit; await wait(300)) {
				html = await ask(page);
				if (html.includes(text)) return;
			}
			throw new Error(`the page does not show "${text}": ${html.slice(0, 2000)}`);
		}

		const published = async () =>
			(await simulator.state()).posts.filter(({ text }) => text === 'News\n\nWe are live').length;
		await shows('**We** are live');
		assert.equal(await published(), 0, 'before anybody approved');
		await decide('a wrong password');
		await shows('the approval password is wrong');
		assert.equal(await published(), 0, 'with a wrong password');
		await Promise.all([decide(PASSWORD), decide(PASSWORD)]);
		await shows('Published');
		await decide(PASSWORD);
		assert.equal(await published(), 1);
	} finally {
		await model.close();
	}
};

/**
 * Gets the page, or submits its fields. n8n leaves a request unanswered that comes while the execution
 * works.
 */
async function ask(page: string, fields?: Readonly<Record<string, string>>): Promise<string> {
	const body = new FormData();
	for (const [name, value] of Object.entries(fields ?? {})) body.append(name, value);
	const signal = AbortSignal.timeout(5000);
	try {
		const response = await fetch(page, fields ? { method: 'POST', body, signal } : { signal });
		return await response.text();
	} catch {
		return '';
	}
}
