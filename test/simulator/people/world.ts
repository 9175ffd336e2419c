export interface Member {
	readonly givenName: string;
	readonly familyName: string;
	readonly email: string;
}

/** Member id -> roles. */
export type Assignments = Readonly<Record<string, readonly string[]>>;

export interface Holder {
	readonly name: string;
	readonly roles: Assignments;
}

export interface World {
	readonly members: Readonly<Record<string, Member>>;
	readonly organizations: Readonly<Record<string, Holder>>;
	readonly sponsoredAccounts: Readonly<Record<string, Holder>>;
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
	return holder?.roles[memberId] ?? [];
}
