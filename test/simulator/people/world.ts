export interface Member {
	readonly givenName: string;
	readonly familyName: string;
	readonly email: string;
}

/** Member id -> roles. */
export type Assignments = Readonly<Record<string, readonly string[]>>;

export const aclStates = ['APPROVED', 'REQUESTED', 'REJECTED', 'REVOKED'] as const;

export type AclState = (typeof aclStates)[number];

export interface Holder {
	readonly name: string;
	readonly roles: Assignments;
	/** Member id -> state of the roles on a page; `APPROVED` when absent. */
	readonly states?: Readonly<Record<string, AclState>>;
	/** In a page's address; made of its name when absent. */
	readonly vanityName?: string;
	/** A showcase page. */
	readonly brand?: boolean;
	/** A page that LinkedIn shows to nobody but its administrators. */
	readonly hidden?: boolean;
}

export const accountStatuses = [
	'ACTIVE',
	'CANCELED',
	'DRAFT',
	'PENDING_DELETION',
	'REMOVED',
] as const;

export type AccountStatus = (typeof accountStatuses)[number];

export interface AdAccount extends Holder {
	/** `ACTIVE` when absent. */
	readonly status?: AccountStatus;
	/** A test account; not one when absent. */
	readonly test?: boolean;
	/** URN of the page; `urn:li:organization:2414183` when absent. */
	readonly reference?: string;
}

export interface World {
	readonly members: Readonly<Record<string, Member>>;
	readonly organizations: Readonly<Record<string, Holder>>;
	readonly sponsoredAccounts: Readonly<Record<string, AdAccount>>;
}

/** Each holder differs from the next by what the first member may do there. */
export const defaultWorld: World = {
	members: {
		m3mbEr_1: { givenName: 'Ada', familyName: 'Example', email: 'ada@example.com' },
		m3mbEr_2: { givenName: 'Ben', familyName: 'Example', email: 'ben@example.com' },
	},
	organizations: {
		'2414183': { name: 'Page with an admin', roles: { m3mbEr_1: ['ADMINISTRATOR'] } },
		'5583111': {
			name: 'Page with a sponsored content poster',
			roles: { m3mbEr_1: ['DIRECT_SPONSORED_CONTENT_POSTER'] },
		},
		'5515715': {
			name: 'Page with a content admin',
			roles: { m3mbEr_1: ['CONTENT_ADMINISTRATOR'] },
		},
		'999': { name: 'Page of others', roles: { m3mbEr_2: ['ADMINISTRATOR'] } },
	},
	sponsoredAccounts: {
		'123456789': { name: 'Campaigns', roles: { m3mbEr_1: ['CAMPAIGN_MANAGER'] } },
		'987654321': { name: 'Look, do not touch', roles: { m3mbEr_1: ['VIEWER'] } },
		'521498108': { name: 'Account of others', roles: { m3mbEr_2: ['ACCOUNT_MANAGER'] } },
	},
};

export function rolesOf(holder: Holder | undefined, memberId: string): readonly string[] {
	const approved = (holder?.states?.[memberId] ?? 'APPROVED') === 'APPROVED';
	return approved ? (holder?.roles[memberId] ?? []) : [];
}

/** So many pages, `Page 1` and so on, of which the member is admin. */
export function manyPages(count: number, memberId = 'm3mbEr_1'): Record<string, Holder> {
	return many(count, 7_000_000, 'Page', { [memberId]: ['ADMINISTRATOR'] });
}

/** So many ad accounts, `Account 1` and so on, in which the member manages campaigns. */
export function manyAccounts(count: number, memberId = 'm3mbEr_1'): Record<string, AdAccount> {
	return many(count, 500_000_000, 'Account', { [memberId]: ['CAMPAIGN_MANAGER'] });
}

function many(
	count: number,
	from: number,
	name: string,
	roles: Assignments,
): Record<string, Holder> {
	return Object.fromEntries(
		Array.from({ length: count }, (_, index): [string, Holder] => [
			String(from + index + 1),
			{ name: `${name} ${index + 1}`, roles },
		]),
	);
}
