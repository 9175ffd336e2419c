import type { LinkedInClient } from '../api/client';
import { foreignWords } from '../api/foreignWords';
import { mostElements, nextStart } from '../api/paging';
import { UnexpectedAnswer, type JsonFields } from '../api/parse';
import { buildQuery } from '../api/restli';

/** An ad account in which the member has a role. */
export interface AdAccount {
	/** `urn:li:sponsoredAccount:…` */
	readonly urn: string;
	/** Its name, or its number if it has none. */
	readonly name: string;
	/** `ACTIVE`, `CANCELED`, `DRAFT`, ...; undefined if LinkedIn doesn't say. */
	readonly status?: string;
	/** LinkedIn's kind of account for testing. */
	readonly test: boolean;
}

/** Some of the accounts. */
interface AdAccountList {
	readonly accounts: readonly AdAccount[];
	/** What requests the rest; undefined if there is no more. */
	readonly next: string | undefined;
}

/** For pages that are requested by index. */
const COUNT = 100;

/**
 * `adAccounts?q=search` without criteria: every account that the member may see.
 *
 * Paging is by token since version 202401 (LinkedIn's "Cursor Based Pagination"), but samples still
 * show paging by index. The first answer shows which it is, so that no parameter is sent that the
 * other doesn't know.
 *
 * @param next from {@link AdAccountList}
 * @throws LinkedInError
 */
export function listAdAccounts(client: LinkedInClient, next = ''): Promise<AdAccountList> {
	const [, by, at = ''] = /^(token|start):(.*)$/s.exec(next) ?? [];
	const start = by === 'start' ? at : undefined;
	return client.call(
		{
			method: 'GET',
			restliMethod: 'finder',
			path: `/rest/adAccounts${buildQuery([
				['q', 'search'],
				['pageToken', by === 'token' ? at : undefined],
				['start', start],
				['count', start === undefined ? undefined : String(COUNT)],
			])}`,
			purpose: { doing: 'list your ad accounts', right: 'listAdAccounts' },
		},
		(answer) => ({
			accounts: answer.list('elements', mostElements(COUNT)).map(readAccount),
			next: nextOf(answer, at, Number(start ?? 0)),
		}),
	);
}

function nextOf(answer: JsonFields, asked: string, start: number): string | undefined {
	const token = answer.optionalObject('metadata')?.optionalString('nextPageToken') ?? '';
	// The same token again would loop forever.
	if (token !== '' && token !== asked) return `token:${token}`;
	const index = nextStart(answer, start, answer.list('elements').length);
	return index === undefined ? undefined : `start:${index}`;
}

function readAccount(element: JsonFields): AdAccount {
	const { id, test } = element.all();
	const digits = String(typeof id === 'number' || typeof id === 'string' ? id : '')
		.split(':')
		.at(-1);
	if (digits === undefined || !/^[0-9]{1,100}$/.test(digits)) {
		throw new UnexpectedAnswer('the id of an ad account is not a number');
	}
	const name = foreignWords(element.optionalString('name') ?? '');
	const status = element.optionalString('status');
	return {
		urn: `urn:li:sponsoredAccount:${digits}`,
		name: name === '' ? digits : name,
		status: status === undefined ? undefined : foreignWords(status),
		test: test === true,
	};
}
