import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	description: 'See who is connected and what the connection may do',
	defaultOperation: 'get',
	operations: Object.values(operations),
};
