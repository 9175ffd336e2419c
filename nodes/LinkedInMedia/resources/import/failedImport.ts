import type { INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../../linkedin/api/http';
import type { FailedImport } from '../../../../linkedin/imports/result';
import { toData } from '../../../run/data';
import { hasErrorOutput } from '../../../run/errorOutput';
import { toErrorItem, toNodeError, withDetails } from '../../../run/errors';
import type { Run } from '../../../run/run';
import type { ImportGroup } from './groups';
import { pairedWith } from './output';

/**
 * What an import gives out that failed as a whole: an item like that of any other import, or an error item
 * where the node has an output for those, or where n8n is to try again because of it.
 *
 * @param isTriedAgain n8n runs the node again
 * @throws NodeApiError, NodeOperationError where n8n is not to go on: `context.import` is the import
 */
export function toFailedItem(
	run: Run,
	{ items, from, progress }: ImportGroup,
	error: unknown,
	isTriedAgain: boolean,
): INodeExecutionData {
	const { execution, warnings, finished } = run;
	const [{ index }] = items;
	// Of many items none in particular is to blame.
	const place = from === 'items' ? {} : { itemIndex: index };
	const node = execution.getNode();
	const failed: FailedImport = { id: progress.id, finished: true, state: 'failed', videos: [] };
	if (!execution.continueOnFail() || error instanceof CancelledError) {
		const nodeError = toNodeError(node, error, { ...place, warnings, finished });
		if (!(error instanceof CancelledError)) nodeError.context.import = toData({ ...failed });
		throw nodeError;
	}
	const pairedItem = pairedWith(items.map((item) => item.index));
	if (hasErrorOutput(execution) || isTriedAgain) {
		const input = execution.getInputData()[index] ?? { json: {} };
		const item = toErrorItem(toNodeError(node, error, place), error, input, index);
		return { ...withDetails(item, { import: toData({ ...failed }) }), pairedItem };
	}
	const { message: reason, description } = toNodeError(node, error);
	const why = { reason, ...(typeof description === 'string' && { description }) };
	return { json: toData({ ...failed, ...why }), pairedItem };
}
