import type { Simulator } from '../../../simulator';
import type { Answer } from './call';
import { read } from './library';
import { encoded, page, tokenFor, type RestCall } from './linkedin';

const day = 24 * 60 * 60 * 1000;

/** Midnight UTC, so many days ago. */
export function midnight(daysAgo: number): number {
	return Math.floor(Date.now() / day) * day - daysAgo * day;
}

export const noon = (daysAgo: number): number => midnight(daysAgo) + day / 2;

/** `(day:1,month:5,year:2026)`, so many days ago. */
export function calendarDay(daysAgo: number): string {
	const date = new Date(midnight(daysAgo));
	return `(day:${date.getUTCDate()},month:${date.getUTCMonth() + 1},year:${date.getUTCFullYear()})`;
}

export const range = (from: number, to: number): string =>
	`&dateRange=(start:${calendarDay(from)},end:${calendarDay(to)})`;

const everyStatisticsScope = [
	'rw_organization_admin',
	'r_organization_social',
	'r_member_postAnalytics',
	'r_ads_reporting',
];

const find = (
	simulator: Simulator,
	resource: string,
	query: string,
	how: RestCall,
): Promise<Answer> =>
	read(simulator, 'finder', resource, query, {
		...how,
		token: how.token ?? tokenFor(simulator, everyStatisticsScope),
	});

export const ofPage = (
	simulator: Simulator,
	more = '',
	how: RestCall & { readonly page?: string } = {},
): Promise<Answer> =>
	find(
		simulator,
		'organizationalEntityShareStatistics',
		`q=organizationalEntity&organizationalEntity=${encoded(how.page ?? page)}${more}`,
		how,
	);

export const ofMember = (
	simulator: Simulator,
	query: string,
	how: RestCall = {},
): Promise<Answer> => find(simulator, 'memberCreatorPostAnalytics', query, how);

export const ofMembersVideo = (
	simulator: Simulator,
	query: string,
	how: RestCall = {},
): Promise<Answer> => find(simulator, 'memberCreatorVideoAnalytics', query, how);

export const ofVideo = (
	simulator: Simulator,
	urn: string,
	more: string,
	how: RestCall = {},
): Promise<Answer> =>
	find(simulator, 'videoAnalytics', `q=entity&entity=${encoded(urn)}${more}`, how);

export const ofAds = (simulator: Simulator, query: string, how: RestCall = {}): Promise<Answer> =>
	find(simulator, 'adAnalytics', `q=analytics&pivot=SHARE&timeGranularity=ALL${query}`, how);
