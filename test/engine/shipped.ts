import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { withPicks, type Picks } from '../picks';
import type { InputItem, RunResult, WorkflowJson } from './harness';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import type { Scene } from './scene';

export const TEMPLATES = join(__dirname, '..', '..', 'templates');

/** A shipped workflow. */
export function template(file: string): WorkflowJson {
	return JSON.parse(readFileSync(join(TEMPLATES, file), 'utf8')) as WorkflowJson;
}

export interface ShippedRun {
	/** By default the one trigger. */
	readonly start?: string;
	readonly items?: InputItem[];
	/** From the lists of its nodes. */
	readonly picks?: Picks;
	/** By the node's name, over those that it is shipped with. */
	readonly parameters?: Record<string, INodeParameters>;
}

/** Runs a shipped workflow, set up as its note says; the key of a webhook is n8n's own business. */
export function runShipped(
	{ engine, credential }: Pick<Scene, 'engine' | 'credential'>,
	file: string,
	{ items = [{}], picks = {}, parameters = {}, ...run }: ShippedRun,
): Promise<RunResult> {
	const workflow = template(file);
	const nodes = withPicks(workflow.nodes, picks).map((node) => ({
		...node,
		parameters: { ...node.parameters, ...parameters[node.name] },
		...(node.type === NODE_TYPE && { credentials: { [CREDENTIAL_TYPE]: { id: 'c', name: 'c' } } }),
	}));
	return engine.run({
		...run,
		items,
		workflow: { ...workflow, nodes },
		credentials: { c: { type: CREDENTIAL_TYPE, data: credential() } },
	});
}

/** What somebody enters into a node "Settings". */
export function settings(fields: Record<string, string | number>): INodeParameters {
	const assignments = Object.entries(fields).map(([name, value]) => ({
		id: name,
		name,
		value,
		type: typeof value,
	}));
	return { assignments: { assignments } };
}
