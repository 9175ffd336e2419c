import { appendFileSync } from 'node:fs';
import path from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../../linkedin/api/parse';
import type { RunNodeOptions, RunNodeResult } from './runNode';

/** What `npm run messages` sets: the folder for what users would have read. */
const FOLDER = process.env.MESSAGES_FOLDER;

/** The package's nodes, also as tools of agents. What the nodes of a test say, no user ever reads. */
const OURS = /^n8n-nodes-linkedin-media\./;

/** One text, and the operation that said it. */
interface Message {
	readonly operation: string;
	readonly kind: 'error' | 'warning';
	readonly text: string;
}

/** Writes down what a run of the package said to its user, if that is collected: a file per process. */
export async function recordMessages(
	{ type, parameters }: Pick<RunNodeOptions, 'type' | 'parameters'>,
	{ error, errorItems, hints, items }: RunNodeResult,
): Promise<void> {
	if (FOLDER === undefined || !OURS.test(type)) return;
	const operation = await nameOf(parameters);
	const said = [
		...(error ? [{ operation, kind: 'error' as const, text: textOf(error) }] : []),
		...[...items, ...errorItems].flatMap(({ json }): Message[] =>
			isRecord(json.error) ? [{ operation, kind: 'error', text: textOf(json.error) }] : [],
		),
		...hints.map(({ message }) => ({ operation, kind: 'warning' as const, text: message })),
	];
	const lines = said.map((message) => `${JSON.stringify(message)}\n`);
	if (lines.length > 0) appendFileSync(path.join(FOLDER, `${process.pid}.jsonl`), lines.join(''));
}

function textOf(error: object): string {
	const { message, description }: { message?: unknown; description?: unknown } = error;
	return [message, description]
		.filter((text) => typeof text === 'string' && text !== '')
		.join('\n');
}

/** As the form shows it: `Video: Upload`. */
async function nameOf(parameters: INodeParameters | undefined): Promise<string> {
	const { RESOURCES } = await import('../../../nodes/LinkedInMedia/resources');
	const resource = RESOURCES.find(({ value }) => value === parameters?.resource);
	const operation = resource?.operations.find(({ value }) => value === parameters?.operation);
	return resource && operation ? `${resource.name}: ${operation.name}` : 'Other';
}
