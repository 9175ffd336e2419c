import { defaultWorld, manyAccounts, manyPages } from '../../simulator';
import { at, call } from './support/call';
import { control } from './support/control';
import { assumed, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { read } from './support/library';
import { encoded, get, initializeVideo, restHeaders, tokenFor } from './support/linkedin';

const lab = useSimulator();

const admin = () => ({ token: tokenFor(lab.simulator, ['rw_organization_admin']) });
const ads = () => ({ token: tokenFor(lab.simulator, ['r_ads']) });
const denied = (callName: string) => ({
	status: 403,
	serviceErrorCode: 100,
	code: 'ACCESS_DENIED',
	message: `Not enough permissions to access: ${callName}.20260701`,
});
const listAt = (json: unknown, path: string): unknown[] => {
	const found = at(json, path);
	return Array.isArray(found) ? found : [];
};
const names = (json: unknown): unknown[] =>
	listAt(json, 'elements').map((each) => at(each, 'name'));

describe('organizationAcls', () => {
	const acls = (more = '', how = admin()) =>
		read(lab.simulator, 'finder', 'organizationAcls', `q=roleAssignee${more}`, how);
	const organizations = (json: unknown): unknown[] =>
		listAt(json, 'elements').map((each) => at(each, 'organization'));

	fromPublic("are the caller's roles, one element for each", async () => {
		const { status, json } = await acls();
		expect([status, json]).toEqual([
			200,
			{
				elements: [
					['2414183', 'ADMINISTRATOR'],
					['5515715', 'CONTENT_ADMINISTRATOR'],
					['5583111', 'DIRECT_SPONSORED_CONTENT_POSTER'],
				].map(([id, role]) => ({
					organization: `urn:li:organization:${id}`,
					role,
					roleAssignee: 'urn:li:person:m3mbEr_1',
					state: 'APPROVED',
				})),
				paging: { start: 0, count: 10, links: [] },
			},
		]);
	});

	fromPublic('are filtered by role and state', async () => {
		const states = { m3mbEr_1: 'REQUESTED' } as const;
		const roles = { m3mbEr_1: ['ADMINISTRATOR'] };
		const pending = { name: 'Pending', roles, states };
		lab.simulator.populate({ organizations: { ...defaultWorld.organizations, 31337: pending } });
		expect(organizations((await acls()).json)).toHaveLength(4);
		expect(organizations((await acls('&state=APPROVED')).json)).toHaveLength(3);
		expect(organizations((await acls('&state=REQUESTED')).json)).toEqual([
			'urn:li:organization:31337',
		]);
		expect(organizations((await acls('&state=APPROVED&role=ADMINISTRATOR')).json)).toEqual([
			'urn:li:organization:2414183',
		]);
		expect((await acls('&state=approved')).status).toBe(400);
	});

	assumed('a role that is not approved gives no rights', async () => {
		const roles = { m3mbEr_1: ['ADMINISTRATOR'] };
		const page = { name: 'Page', roles, states: { m3mbEr_1: 'REVOKED' } } as const;
		lab.simulator.populate({ organizations: { 2414183: page } });
		expect((await initializeVideo(lab.simulator)).status).toBe(403);
		lab.simulator.populate({ organizations: { 2414183: { name: 'Page', roles } } });
		expect((await initializeVideo(lab.simulator)).status).toBe(200);
	});

	fromPublic('ten at a time, with start and count', async () => {
		lab.simulator.populate({ organizations: manyPages(150) });
		const first = await acls();
		expect(organizations(first.json)).toHaveLength(10);
		expect(at(first.json, 'paging.links.0.href')).toBe(
			`${lab.simulator.url}/rest/organizationAcls?q=roleAssignee&start=10&count=10`,
		);
		const last = await acls('&start=100&count=100');
		expect(organizations(last.json)).toHaveLength(50);
		expect(listAt(last.json, 'paging.links')).toHaveLength(1);
		expect((await acls('&count=101')).status).toBe(400);
		lab.simulator.configure({ readings: { aclLinks: 'omitted' } });
		expect(at((await acls()).json, 'paging.links')).toEqual([]);
	});

	fromPublic('need a scope of the administration', async () => {
		for (const scope of ['rw_organization_admin', 'r_organization_admin']) {
			expect((await acls('', { token: tokenFor(lab.simulator, [scope]) })).status).toBe(200);
		}
		const token = tokenFor(lab.simulator, ['r_organization_social', 'r_ads']);
		expect((await acls('', { token })).json).toEqual(
			denied('organizationAcls.FINDER-roleAssignee'),
		);
		lab.simulator.configure({ readings: { aclScopes: 'social' } });
		expect((await acls('', { token })).status).toBe(200);
	});
});

describe('organizations', () => {
	const ids = (...all: string[]) => `ids=List(${all.join(',')})`;
	const entity = {
		id: 2414183,
		localizedName: 'Page with an admin',
		name: {
			localized: { en_US: 'Page with an admin' },
			preferredLocale: { country: 'US', language: 'en' },
		},
		vanityName: 'page-with-an-admin',
	};

	fromPublic('one by its bare id', async () => {
		expect((await get(lab.simulator, 'organizations/2414183', admin())).json).toMatchObject(entity);
		expect((await get(lab.simulator, 'organizations/31337', admin())).status).toBe(404);
		const urn = encoded('urn:li:organization:2414183');
		expect((await get(lab.simulator, `organizations/${urn}`, admin())).status).toBe(400);
	});

	fromPublic('many, keyed by id, each with its own error', async () => {
		const query = ids('2414183', '999', '31337');
		const { status, json } = await read(
			lab.simulator,
			'batch_get',
			'organizations',
			query,
			admin(),
		);
		expect(status).toBe(200);
		expect(at(json, 'statuses')).toEqual({ 2414183: 200, 999: 403, 31337: 404 });
		expect(at(json, 'results')).toMatchObject({ 2414183: entity });
		expect(at(json, 'errors')).toMatchObject({
			999: denied('organizations.GET'),
			31337: { status: 404, code: 'NOT_FOUND' },
		});
	});

	assumed('only to administrators, or to whoever has a role', async () => {
		const status = async () => (await get(lab.simulator, 'organizations/5583111', admin())).status;
		expect(await status()).toBe(403);
		lab.simulator.configure({ readings: { organizationsFor: 'roleHolders' } });
		expect(await status()).toBe(200);
		expect((await get(lab.simulator, 'organizations/999', admin())).status).toBe(403);
	});

	const byName = (name: string, how = admin(), more = '') =>
		read(lab.simulator, 'finder', 'organizations', `q=vanityName&vanityName=${name}${more}`, how);
	const idsIn = (json: unknown): unknown[] =>
		listAt(json, 'elements').map((each) => at(each, 'id'));

	fromPublic('any page by its vanity name, in any case, with its public fields', async () => {
		const { status, json } = await byName('page-with-an-admin');
		expect([status, json]).toEqual([
			200,
			{
				elements: [{ ...entity, primaryOrganizationType: 'NONE', locations: [] }],
				paging: { start: 0, count: 10, links: [] },
			},
		]);
		expect(idsIn((await byName('Page-Of-OTHERS')).json)).toEqual([999]);
	});

	assumed('an unknown vanity name finds nothing', async () => {
		for (const name of ['page', 'page-of-others-', '*', "''"]) {
			const { status, json } = await byName(name);
			expect([status, listAt(json, 'elements')]).toEqual([200, []]);
		}
		const { status } = await read(
			lab.simulator,
			'finder',
			'organizations',
			'q=vanityName',
			admin(),
		);
		expect(status).toBe(400);
	});

	assumed('a vanity name of other letters, and one that two pages have, in pages', async () => {
		const page = { name: 'One', roles: {}, vanityName: 'lor\u00e9al' };
		lab.simulator.populate({ organizations: { 1: page, 2: { ...page, name: 'Two' } } });
		expect(idsIn((await byName('lor%C3%A9al')).json)).toEqual([1, 2]);
		expect(idsIn((await byName('lor%C3%89al', admin(), '&start=1&count=1')).json)).toEqual([2]);
		expect((await byName('one', admin(), '&count=101')).status).toBe(400);
		expect((await byName('one', admin(), '&fields=id')).status).toBe(403);
	});

	fromPublic('the lookup names any page', async () => {
		const query = ids('999', '31337');
		const how = admin();
		const { json } = await read(lab.simulator, 'batch_get', 'organizationsLookup', query, how);
		expect(at(json, 'results')).toMatchObject({
			999: { id: 999, localizedName: 'Page of others' },
		});
		expect(at(json, 'statuses')).toEqual({ 999: 200, 31337: 404 });
	});

	const lookUp = (query: string, how = admin()) =>
		read(lab.simulator, 'batch_get', 'organizationsLookup', query, how);
	const roles = { m3mbEr_1: ['ADMINISTRATOR'] };

	fromPublic('a forbidden page is 403 in the statuses of the lookup', async () => {
		lab.simulator.populate({ organizations: { 5: { name: 'Five', roles, hidden: true } } });
		const { status, json } = await lookUp(ids('5'));
		expect([status, at(json, 'statuses'), at(json, 'results')]).toEqual([200, { 5: 403 }, {}]);
		expect(at(json, 'errors.5')).toEqual(denied('organizationsLookup.GET'));
	});

	assumed('a forbidden page is one for its administrators alone', async () => {
		lab.simulator.populate({ organizations: { 5: { name: 'Five', roles, hidden: true } } });
		expect((await get(lab.simulator, 'organizations/5', admin())).status).toBe(200);
		expect(idsIn((await byName('five')).json)).toEqual([]);
	});

	fromPublic('showcase pages are brands, with a URN of their own', async () => {
		lab.simulator.populate({ organizations: { 5: { name: 'Five', roles, brand: true } } });
		const { json } = await lookUp(ids('5'));
		expect(at(json, 'results.5')).toMatchObject({ id: 5, primaryOrganizationType: 'BRAND' });
		expect(at(json, 'results.5.$URN')).toBeUndefined();
		const { json: administered } = await get(lab.simulator, 'organizations/5', admin());
		expect(administered).toMatchObject({ id: 5, $URN: 'urn:li:organizationBrand:5' });
	});

	fromPublic('no batch get on the development tier', async () => {
		lab.simulator.configure({ readings: { batchGet: 'refused' } });
		for (const path of ['organizations', 'organizationsLookup']) {
			const answer = await read(lab.simulator, 'batch_get', path, ids('2414183'), admin());
			expect(answer.json).toEqual(denied(`${path}.BATCH_GET`));
		}
		expect((await get(lab.simulator, 'organizations/2414183', admin())).status).toBe(200);
	});

	assumed('the lookup may ask for no scope', async () => {
		const how = { token: tokenFor(lab.simulator, ['w_member_social']) };
		expect((await lookUp(ids('999'), how)).status).toBe(403);
		lab.simulator.configure({ readings: { lookupScope: 'none' } });
		expect(at((await lookUp(ids('999'), how)).json, 'results.999.id')).toBe(999);
		expect((await get(lab.simulator, 'organizations/2414183', how)).status).toBe(403);
	});

	fromPublic('need a scope of the administration', async () => {
		const how = { token: tokenFor(lab.simulator, ['w_organization_social', 'r_ads']) };
		expect((await get(lab.simulator, 'organizations/2414183', how)).json).toEqual(
			denied('organizations.GET'),
		);
		expect((await byName('page-of-others', how)).json).toEqual(
			denied('organizations.FINDER-vanityName'),
		);
		for (const path of ['organizations', 'organizationsLookup']) {
			const answer = await read(lab.simulator, 'batch_get', path, ids('2414183'), how);
			expect(answer.json).toEqual(denied(`${path}.BATCH_GET`));
		}
	});
});

describe('adAccounts', () => {
	const search = (more = '', how = ads()) =>
		read(lab.simulator, 'finder', 'adAccounts', `q=search${more}`, how);

	fromPublic('are those in which the caller has a role', async () => {
		const { status, json } = await search();
		expect(status).toBe(200);
		expect(json).toEqual({
			metadata: {},
			elements: [
				expect.objectContaining({
					id: 123456789,
					name: 'Campaigns',
					status: 'ACTIVE',
					test: false,
				}) as object,
				expect.objectContaining({ id: 987654321, name: 'Look, do not touch' }) as object,
			],
		});
	});

	fromPublic('a hundred at a time, on by the token until there is none', async () => {
		lab.simulator.populate({ sponsoredAccounts: manyAccounts(250) });
		const seen: unknown[] = [];
		const sizes: number[] = [];
		let token: unknown = '';
		while (typeof token === 'string') {
			const { json } = await search(token === '' ? '' : `&pageToken=${token}`);
			sizes.push(names(json).length);
			seen.push(...names(json));
			token = at(json, 'metadata.nextPageToken');
		}
		expect(sizes).toEqual([100, 100, 50]);
		expect(new Set(seen).size).toBe(250);
		expect(names((await search('&pageSize=7')).json)).toHaveLength(7);
	});

	assumed('refuse other sizes, strange tokens, and an index', async () => {
		for (const more of ['&pageSize=0', '&pageSize=1001', '&pageToken=abc']) {
			expect((await search(more)).status).toBe(400);
		}
		expect((await search('&start=0')).status).toBe(403);
	});

	assumed('go by index in the other reading', async () => {
		lab.simulator.configure({ readings: { adAccountsPaging: 'index', pagingTotal: 'given' } });
		lab.simulator.populate({ sponsoredAccounts: manyAccounts(25) });
		const { json } = await search('&start=20&count=10');
		expect(names(json)).toHaveLength(5);
		expect(at(json, 'paging')).toMatchObject({ start: 20, count: 10, total: 25 });
		expect((await search('&pageSize=10')).status).toBe(403);
	});

	fromPublic('are searched by criteria that all have to hold', async () => {
		const roles = { m3mbEr_1: ['ACCOUNT_MANAGER'] };
		const reference = 'urn:li:organization:5583111';
		lab.simulator.populate({
			sponsoredAccounts: {
				1: { name: 'First (Draft), one', roles, status: 'DRAFT' },
				2: { name: 'Second', roles, test: true },
				3: { name: 'Third', roles, reference },
			},
		});
		const find = async (criteria: string) =>
			names((await search(`&search=${criteria}`)).json).map((name) => String(name).slice(0, 5));
		expect(await find('(status:(values:List(ACTIVE)))')).toEqual(['Secon', 'Third']);
		expect(await find('(status:(values:List(ACTIVE,DRAFT)),test:false)')).toEqual([
			'First',
			'Third',
		]);
		expect(await find('(test:true)')).toEqual(['Secon']);
		expect(await find('(name:(values:List(first%20%28draft%29%2C)))')).toEqual(['First']);
		expect(await find('(id:(values:List(urn%3Ali%3AsponsoredAccount%3A3)))')).toEqual(['Third']);
		expect(await find(`(reference:(values:List(${encoded(reference)})))`)).toEqual(['Third']);
		expect(await find('(type:(values:List(BUSINESS)))')).toHaveLength(3);
		expect(await find('(type:(values:List(ENTERPRISE)))')).toEqual([]);
		expect(await find('()')).toHaveLength(3);
	});

	fromPublic('refuse criteria that they cannot read', async () => {
		for (const criteria of [
			'(status:ACTIVE)',
			'(status:(values:List(active)))',
			'(test:maybe)',
			'(colour:(values:List(red)))',
			'status',
			'(name:(values:List(a b)))',
		]) {
			expect((await search(`&search=${criteria.replace(' ', '(')}`)).status).toBe(400);
		}
	});

	fromPublic('need r_ads or rw_ads', async () => {
		const token = tokenFor(lab.simulator, ['rw_organization_admin']);
		expect((await search('', { token })).json).toEqual(denied('adAccounts.FINDER-search'));
		const writer = tokenFor(lab.simulator, ['rw_ads']);
		expect((await search('', { token: writer })).status).toBe(200);
	});
});

tool('a fault can be planned on each', async () => {
	const fault = { kind: 'status', status: 503 } as const;
	const calls = [
		['organizationAcls', 'organizationAcls?q=roleAssignee', 'finder'],
		['organizations', 'organizations/2414183', 'get'],
		['organizations', 'organizations?ids=List(1)', 'batch_get'],
		['organizations', 'organizations?q=vanityName&vanityName=x', 'finder'],
		['adAccounts', 'adAccounts?q=search', 'finder'],
	] as const;
	for (const [on, path, method] of calls) {
		lab.simulator.plan({ on, fault });
		const headers = restHeaders(tokenFor(lab.simulator), method);
		expect((await call(`${lab.simulator.url}/rest/${path}`, { headers })).status).toBe(503);
	}
});

tool('the world is replaced in sections, by control too, until the next reset', async () => {
	const post = (body: unknown) => control(lab.simulator, 'POST', 'world', body);
	const organizations = {
		5: {
			name: 'Five',
			roles: { m3mbEr_1: ['ADMINISTRATOR'] },
			states: { m3mbEr_1: 'REVOKED' },
			vanityName: 'v',
			brand: true,
			hidden: false,
		},
	};
	const sponsoredAccounts = {
		6: { name: 'Six', roles: {}, status: 'DRAFT', test: true, reference: 'urn:li:organization:5' },
	};
	expect((await post({ organizations, sponsoredAccounts })).status).toBe(200);
	expect(lab.simulator.world).toEqual({ ...defaultWorld, organizations, sponsoredAccounts });
	const { json } = await control(lab.simulator, 'GET', 'world');
	expect(json).toEqual(lab.simulator.world);
	expect((await post({ organizations: { 5: { name: 'Five' } } })).status).toBe(400);
	expect((await post({ members: {} })).status).toBe(400);
	await lab.simulator.reset();
	expect(lab.simulator.world).toEqual(defaultWorld);
});
