import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import type { RunNodeResult } from '../harness';
import { errorIn, sessionOf, told } from '../lab';

/** What came out of a run. What is not there throws when it is asked for. */
export interface Outcome extends Omit<RunNodeResult, 'hints'> {
	/** Their texts. */
	readonly hints: string[];
	/** The first item. */
	readonly json: IDataObject;
	readonly jsons: IDataObject[];
	readonly urns: unknown[];
	/** Of each item: which of the input it belongs to. */
	readonly pairs: Array<INodeExecutionData['pairedItem']>;
	/** Message and description of the error that stopped the workflow. */
	readonly told: string;
	/** The upload session of that error. */
	readonly session: Record<string, unknown>;
	/** The error of the first item on the error branch. */
	readonly failed: Record<string, unknown>;
}

export function outcomeOf(result: RunNodeResult): Outcome {
	const { items, errorItems } = result;
	return {
		...result,
		hints: result.hints.map(({ message }) => message),
		get json() {
			const [first] = items;
			if (!first) throw new Error('the node gave no item');
			return first.json;
		},
		jsons: items.map(({ json }) => json),
		urns: items.map(({ json }) => json.urn),
		pairs: items.map(({ pairedItem }) => pairedItem),
		get told() {
			return told(result);
		},
		get session() {
			return sessionOf(result);
		},
		get failed() {
			return errorIn(errorItems[0]);
		},
	};
}
