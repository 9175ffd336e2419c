import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';

import type { ItemRun } from './run';

/**
 * One operation on one item. It gives the item's json or throws; the router alone knows of pairing,
 * continue-on-fail and hints.
 */
export type MediaOperation = (
	this: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
) => Promise<IDataObject>;
