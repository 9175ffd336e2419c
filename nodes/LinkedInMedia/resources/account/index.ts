import type { Resource } from '../../../run/operation';
import * as operations from './operations';

export const account: Resource = {
	value: 'account',
	name: 'Account',
	description: 'The connected member, their pages and ad accounts',
	defaultOperation: 'get',
	operations: Object.values(operations),
};
