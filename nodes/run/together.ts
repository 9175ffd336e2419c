import type { INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../linkedin/api/http';
import { toItems, type Attempt } from './attempt';
import { toNodeError } from './errors';
import type { Item } from './item';
import type { ItemOutcome, SharedOperation } from './operation';
import type { Run } from './run';

/**
 * The items by one call of the operation; each has its own output, and its own failure.
 *
 * @throws NodeApiError, NodeOperationError of the first that failed, where n8n is not to go on
 */
export async function runTogether(
	run: Run,
	operation: SharedOperation,
): Promise<INodeExecutionData[]> {
	const { execution } = run;
	const items = execution.getInputData().map((_, index) => run.item(index));
	const attempts = await attemptAll(items, operation);
	run.tellConnection();
	const itemIndex = attempts.findIndex(({ output }) => output === undefined);
	const { error } = attempts[itemIndex] ?? {};
	if (itemIndex >= 0 && (!execution.continueOnFail() || error instanceof CancelledError)) {
		throw toNodeError(execution.getNode(), error, { itemIndex, warnings: run.warnings });
	}
	return attempts.flatMap((attempt, index) => toItems(run, attempt, index));
}

async function attemptAll(
	items: readonly Item[],
	operation: SharedOperation,
): Promise<readonly Attempt[]> {
	try {
		const outcomes = await operation.executeTogether(items);
		return items.map((item, index) => attemptOf(item, outcomes[index]));
	} catch (error) {
		return items.map(() => ({ error }));
	} finally {
		await Promise.all(items.map((item) => item.end()));
	}
}

function attemptOf(item: Item, outcome: ItemOutcome = { output: [] }): Attempt {
	if ('error' in outcome) return outcome;
	try {
		return { ...outcome, inputFields: item.inputFields };
	} catch (error) {
		return { error };
	}
}
