import { readPage, pagingOf, sameQuery } from '../assets/paging';
import { refusals } from '../core/catalogue';
import { json, type SimRequest, type SimResponse } from '../core/http';
import type { Simulation } from '../core/simulation';
import { enterControlPlane } from '../rules/controlPlane';
import type { QueryValues } from '../rules/queryValues';
import { mayReadLibrary } from '../rules/rights';
import { matcherOf } from './accountSearch';
import { requireAnyScope } from './scopes';
import type { AdAccount } from './world';

/** public (cursor-based pagination): the default is 100. assumed: at most 1,000. */
const cursorPage = { size: 100, largest: 1000 };
/** public (ad accounts): "the max count=1000". */
const indexPage = { size: 10, largest: 1000 };

/**
 * public (ad accounts), "Search for Accounts": `q=search`, without criteria every account in which
 * the caller has a role. public (cursor-based pagination): from version 202401 by `pageSize` and
 * `pageToken`; the end is an answer without `nextPageToken`.
 */
export function searchAdAccounts(simulation: Simulation, request: SimRequest): SimResponse {
	const byIndex = simulation.settings.readings.adAccountsPaging === 'index';
	const paging = byIndex ? ['start', 'count'] : ['pageSize', 'pageToken'];
	const caller = enterControlPlane(request, simulation, 'finder', ['q', 'search', ...paging]);
	requireAnyScope(caller, ['r_ads', 'rw_ads'], 'adAccounts.FINDER-search');
	const matches = matcherOf(caller.query.record('search'));
	const found = Object.entries(simulation.world.sponsoredAccounts)
		.filter(([id]) => mayReadLibrary(simulation, caller.bearer, id))
		.map(([id, account]) => entityOf(Number(id), account))
		.filter(matches);
	if (byIndex) {
		const page = readPage(caller.query, indexPage);
		const elements = found.slice(page.start, page.start + page.count);
		const extent = { shown: elements.length, total: found.length };
		const links = sameQuery(simulation, request);
		return json(200, { elements, paging: pagingOf(simulation, page, extent, links) });
	}
	const { start, size } = readCursor(caller.query);
	const more = start + size < found.length;
	return json(200, {
		metadata: more ? { nextPageToken: tokenOf(start + size) } : {},
		elements: found.slice(start, start + size),
	});
}

export interface AccountEntity {
	readonly id: number;
	readonly name: string;
	readonly status: string;
	readonly type: string;
	readonly currency: string;
	readonly test: boolean;
	readonly reference: string;
	readonly servingStatuses: readonly string[];
}

function entityOf(id: number, account: AdAccount): AccountEntity {
	return {
		id,
		name: account.name,
		status: account.status ?? 'ACTIVE',
		type: 'BUSINESS',
		currency: 'USD',
		test: account.test ?? false,
		reference: account.reference ?? 'urn:li:organization:2414183',
		servingStatuses: ['RUNNABLE'],
	};
}

const mark = 'from:';

/** Opaque to a client. */
function tokenOf(start: number): string {
	return Buffer.from(`${mark}${start}`).toString('base64url');
}

function readCursor(query: QueryValues): { readonly start: number; readonly size: number } {
	const size = query.count('pageSize', cursorPage.size, cursorPage.largest);
	if (size === 0) throw refusals.invalidQuery('pageSize', 'it must be at least 1');
	const token = query.optionalText('pageToken');
	if (token === undefined) return { start: 0, size };
	const text = Buffer.from(token, 'base64url').toString();
	const start = text.startsWith(mark) ? Number(text.slice(mark.length)) : NaN;
	if (!Number.isSafeInteger(start)) throw refusals.invalidQuery('pageToken', 'it is none of ours');
	return { start, size };
}
