import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	defaultOperation: 'get',
	operations: Object.values(operations),
};
