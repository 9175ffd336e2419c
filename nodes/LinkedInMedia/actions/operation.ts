import type {
	IBinaryKeyData,
	IDataObject,
	IExecuteFunctions,
	INodeExecutionData,
} from 'n8n-workflow';

import type { ItemRun, MediaRun } from './run';

/** What an operation gives: an item without its pairing, which is the router's business. */
export interface OutputItem {
	readonly json: IDataObject;
	readonly binary?: IBinaryKeyData;
}

/**
 * One operation on one input item. It gives the output items that belong to it, mostly one, or
 * throws; the router alone knows of pairing, continue-on-fail and hints.
 */
export type MediaOperation = (
	this: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
) => Promise<readonly OutputItem[]>;

/** The operations of one resource by name: a Map, because an object would answer to `constructor`. */
export type Operations = ReadonlyMap<string, MediaOperation>;

/**
 * One operation on all items of a run at once. Its output is paired by itself, and of what fails with
 * continue-on-fail it makes error items by itself.
 *
 * @throws NodeApiError, NodeOperationError
 */
export type RunOperation = (
	this: IExecuteFunctions,
	run: MediaRun,
) => Promise<INodeExecutionData[]>;

export type RunOperations = ReadonlyMap<string, RunOperation>;
