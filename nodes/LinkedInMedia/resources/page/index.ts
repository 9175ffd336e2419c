import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const page: Resource = {
	value: 'page',
	name: 'Page',
	description: 'Company, school and showcase pages, e.g. to mention them in posts',
	defaultOperation: 'get',
	operations: Object.values(operations),
};
