import { getAsset } from '../../../../linkedin/upload/asset/entity';
import { readOperation } from './read';

/** Whether a legacy asset may be shown, and what its recipes have come to. */
export const get = readOperation(
	{
		value: 'get',
		name: 'Get',
		action: 'Get an asset',
		description: 'Get the status of an asset and its recipes',
	},
	getAsset,
);
