import { getAsset } from '../../../../linkedin/upload/asset/entity';
import { readOperation } from './read';

/** Whether a legacy asset may be shown, and the state of its recipes. */
export const get = readOperation(
	{
		value: 'get',
		name: 'Get',
		action: 'Get a legacy asset',
		description: 'Get the status of an asset and of its recipes',
	},
	getAsset,
);
