import { accountStatuses, aclStates, type AdAccount, type World } from '../people/world';
import type { Simulator } from '../types';
import { flag, listOf, oneOf, Reader, recordOf, text, type Parser } from './parser';

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** Pages and ad accounts by the test's hand. */
export const worldRoutes: readonly [string, (simulator: Simulator, body: unknown) => unknown][] = [
	['GET world', (simulator) => simulator.world],
	[
		'POST world',
		(simulator, body) => {
			const reader = new Reader(body, 'body');
			const world: Partial<Mutable<World>> = {};
			reader.optional('organizations', recordOf(page), (found) => (world.organizations = found));
			reader.optional('sponsoredAccounts', recordOf(account), (found) => {
				world.sponsoredAccounts = found;
			});
			reader.done();
			simulator.populate(world);
			return simulator.world;
		},
	],
];

const roles = recordOf(listOf(text));

const page: Parser<World['organizations'][string]> = (value, path) => {
	const reader = new Reader(value, path);
	const found: Mutable<World['organizations'][string]> = {
		name: reader.get('name', text),
		roles: reader.get('roles', roles),
	};
	reader.optional('states', recordOf(oneOf(aclStates)), (states) => (found.states = states));
	reader.optional('vanityName', text, (vanityName) => (found.vanityName = vanityName));
	reader.optional('brand', flag, (brand) => (found.brand = brand));
	reader.optional('hidden', flag, (hidden) => (found.hidden = hidden));
	reader.done();
	return found;
};

const account: Parser<AdAccount> = (value, path) => {
	const reader = new Reader(value, path);
	const found: Mutable<AdAccount> = {
		name: reader.get('name', text),
		roles: reader.get('roles', roles),
	};
	reader.optional('status', oneOf(accountStatuses), (status) => (found.status = status));
	reader.optional('test', flag, (test) => (found.test = test));
	reader.optional('reference', text, (reference) => (found.reference = reference));
	reader.done();
	return found;
};
