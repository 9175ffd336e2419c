import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { withPicks } from '../../picks';
import { Json } from './json';
import { ACCOUNT_URN, PAGE, type Lab } from './lab';
import { repositoryPath } from './paths';
import type { Execution, Workflow } from './session';
import { postForm, webhookNode } from './workflows';

const folder = repositoryPath('templates');

/** File names without `.json`, as `upload-video`. */
export function templateNames(): string[] {
	return readdirSync(folder)
		.filter((name) => name.endsWith('.json'))
		.map((name) => name.slice(0, -'.json'.length))
		.sort();
}

/** What the lists of its nodes offer. */
const PICKS = { owner: PAGE, author: PAGE, associatedAccount: ACCOUNT_URN };

/** With the page and the ad account selected, as its note asks for; nothing is typed. */
export function withAccounts(workflow: Workflow): Workflow {
	return { ...workflow, nodes: withPicks(workflow.nodes, PICKS) };
}

/** As it is in the repository: what a user pastes into n8n. */
export function template(name: string): Workflow {
	return JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')) as Workflow;
}

/**
 * Runs a template that a schedule starts: a webhook takes the schedule's place, because nobody waits
 * until Monday. Its other nodes stay as they are, but for what `Settings` has.
 *
 * @param settings replaces values of the node `Settings`
 */
export async function runByWebhook(
	lab: Lab,
	workflow: Workflow,
	settings: Readonly<Record<string, unknown>>,
): Promise<Execution> {
	const path = randomUUID();
	const nodes = workflow.nodes.map((node) => {
		if (node.type === 'n8n-nodes-base.scheduleTrigger') return webhookNode(node.name, path, true);
		return node;
	});
	const id = await lab.session.createWorkflow(withSettings({ ...workflow, nodes }, settings));
	await lab.session.activate(id);
	await postForm(`${lab.n8n.url}/webhook/${path}`, {});
	return lab.session.finished(id);
}

/** The workflow with other values in its node `Settings`, as its read-me asks for. */
export function withSettings(
	workflow: Workflow,
	settings: Readonly<Record<string, unknown>>,
): Workflow {
	const nodes = workflow.nodes.map((node) =>
		node.name === 'Settings' ? { ...node, parameters: changed(node.parameters, settings) } : node,
	);
	return { ...workflow, nodes };
}

/** The parameters of a Set node with other values. */
function changed(
	parameters: Readonly<Record<string, unknown>>,
	settings: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
	const list = new Json(parameters, 'Settings').at('assignments', 'assignments').list();
	const assignments = list.map((each) => {
		const name = each.at('name').text();
		return name in settings
			? {
					...Object.fromEntries(each.entries().map(([key, { value }]) => [key, value])),
					value: settings[name],
				}
			: each.value;
	});
	return { ...parameters, assignments: { assignments } };
}
