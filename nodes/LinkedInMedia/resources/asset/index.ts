import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const asset: Resource = {
	value: 'asset',
	name: 'Asset (Legacy)',
	description: 'Images and videos by the older Vector Assets API',
	defaultOperation: 'upload',
	operations: Object.values(operations),
};
