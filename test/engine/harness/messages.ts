import { appendFileSync } from 'node:fs';
import path from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { isRecord } from '../../../linkedin/api/parse';
import type { RunNodeResult } from './runNode';

/** What `npm run messages` sets: the folder for what users would have read. */
const FOLDER = process.env.MESSAGES_FOLDER;

/** One text, and the operation that said it. */
interface Message {
	readonly operation: string;
	readonly kind: 'error' | 'warning';
	readonly text: string;
}

/** Writes down what a run said to its user, where someone collects it: a file for each process. */
export async function recordMessages(
	parameters: INodeParameters | undefined,
	{ error, errorItems, hints, items }: RunNodeResult,
): Promise<void> {
	if (FOLDER === undefined) return;
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
