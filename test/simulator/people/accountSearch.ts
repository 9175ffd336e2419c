import { refusals } from '../core/catalogue';
import { textsOf } from '../rules/queryValues';
import { RestliRecord, type RestliValue } from '../rules/restli';
import type { AccountEntity } from './adAccounts';
import { accountStatuses } from './world';

type Matcher = (account: AccountEntity) => boolean;

/**
 * public (ad accounts), "Search for Accounts": `(status:(values:List(ACTIVE)),test:false)`; the
 * criteria are id, name, reference, type, status and test, and every one has to hold. assumed: a
 * name is found by a part of it, in any case of letters.
 */
export function matcherOf(search: RestliRecord | undefined): Matcher {
	const matchers = [...(search?.entries ?? [])].map(([name, value]) => criterion(name, value));
	return (account) => matchers.every((matches) => matches(account));
}

function criterion(name: string, value: RestliValue): Matcher {
	switch (name) {
		case 'test': {
			if (value !== 'true' && value !== 'false') return unreadable(name);
			return ({ test }) => String(test) === value;
		}
		case 'id':
			return among(name, value, ({ id }, wanted) => `urn:li:sponsoredAccount:${id}` === wanted);
		case 'name':
			return among(name, value, (account, wanted) =>
				account.name.toLowerCase().includes(wanted.toLowerCase()),
			);
		case 'status': {
			const known: readonly string[] = accountStatuses;
			if (!valuesOf(name, value).every((status) => known.includes(status))) {
				return unreadable(name);
			}
			return among(name, value, ({ status }, wanted) => status === wanted);
		}
		case 'type':
			return among(name, value, ({ type }, wanted) => type === wanted);
		case 'reference':
			return among(name, value, ({ reference }, wanted) => reference === wanted);
		default:
			return unreadable(name);
	}
}

function among(
	name: string,
	value: RestliValue,
	equals: (account: AccountEntity, wanted: string) => boolean,
): Matcher {
	const values = valuesOf(name, value);
	return (account) => values.some((wanted) => equals(account, wanted));
}

function valuesOf(name: string, value: RestliValue): readonly string[] {
	const values = value instanceof RestliRecord ? value.entries.get('values') : undefined;
	return values === undefined ? unreadable(name) : textsOf(`search.${name}`, values);
}

function unreadable(name: string): never {
	throw refusals.invalidQuery('search', `${name} is not understood`);
}
