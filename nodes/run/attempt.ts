import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { toErrorItem, toNodeError } from './errors';
import type { OutputItem } from './output';
import type { Run } from './run';

/** An item that was run: without an output it failed. */
export interface Attempt {
	readonly output?: readonly OutputItem[];
	readonly inputFields?: IDataObject;
	readonly error?: unknown;
}

/** What an item gives out, or the item that takes its place where it failed. */
export function toItems(
	run: Run,
	{ output, inputFields, error }: Attempt,
	itemIndex: number,
): INodeExecutionData[] {
	if (!output) return [errorItem(run.execution, itemIndex, error)];
	const warnings = run.connectionWarnings();
	return output.map(({ json, ...rest }) => ({
		...rest,
		json: { ...inputFields, ...withWarnings(json, warnings) },
		pairedItem: { item: itemIndex },
	}));
}

/** Items that have warnings of their own name the connection's too; the others only where there are any. */
function withWarnings(json: IDataObject, warnings: readonly string[]): IDataObject {
	return warnings.length === 0 || 'warnings' in json ? json : { ...json, warnings: [...warnings] };
}

/** The item that takes the place of one that failed. */
export function errorItem(
	execution: IExecuteFunctions,
	itemIndex: number,
	error: unknown,
): INodeExecutionData {
	const input = execution.getInputData()[itemIndex] ?? { json: {} };
	return toErrorItem(
		toNodeError(execution.getNode(), error, { itemIndex }),
		error,
		input,
		itemIndex,
	);
}
