import { at, call, statusAndMessage, textAt } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { everyKind, find, kinds, setting, update } from './support/library';
import { account, encoded, get, restHeaders, tokenFor, withScopes } from './support/linkedin';

const lab = useSimulator();

const others = 'urn:li:sponsoredAccount:521498108';
const looked = 'urn:li:sponsoredAccount:987654321';

describe.each(everyKind)('find %ss by account', (kind) => {
	const { path, filter, otherFilter, start } = kinds[kind];
	const add = (fill: object = {}) => lab.simulator.addLibraryEntries({ kind, ...fill });
	const ask = (more = '', how = {}) => find(lab.simulator, kind, account, more, how);
	const urns = (json: unknown): unknown[] => {
		const elements = at(json, 'elements');
		return (Array.isArray(elements) ? elements : []).map((each: unknown) => at(each, 'id'));
	};
	const links = (json: unknown): string[] => {
		const found = at(json, 'paging.links');
		return (Array.isArray(found) ? found : []).map(
			(link: unknown) => `${textAt(link, 'rel')} ${textAt(link, 'href')}`,
		);
	};

	documented('shows the entries of its library and of no other', async () => {
		const [mine] = add({ names: ['Mine'] });
		add({ account: looked });
		add({ account: '' });
		const { status, json } = await ask();
		expect(status).toBe(200);
		expect(urns(json)).toEqual([mine]);
		expect(at(json, 'elements.0')).toMatchObject({
			owner: 'urn:li:organization:2414183',
			status: 'AVAILABLE',
			mediaLibraryMetadata: {
				associatedAccount: account,
				assetName: 'Mine',
				mediaLibraryStatus: 'ACTIVE',
			},
		});
		expect(at(json, 'paging')).toEqual({ start: 0, count: 10, links: [] });
	});

	documented('shows an entry from initialize on', async () => {
		const mediaLibraryMetadata = { associatedAccount: account, assetName: 'One' };
		const { urn } = await start(lab.simulator, { mediaLibraryMetadata });
		expect(at((await ask()).json, 'elements')).toMatchObject([
			{ id: urn, status: 'WAITING_UPLOAD' },
		]);
	});

	documented('ten at a time, the last modified first', async () => {
		const all = add({ count: 25 }).reverse();
		expect(urns((await ask()).json)).toEqual(all.slice(0, 10));
		expect(urns((await ask('&start=20')).json)).toEqual(all.slice(20));
		expect(urns((await ask('&start=3&count=4')).json)).toEqual(all.slice(3, 7));
		expect(urns((await ask('&start=25')).json)).toEqual([]);
		expect(urns((await ask('&count=1000')).json)).toEqual(all);
	});

	documented('not more than 1,000 at a time', async () => {
		add({ count: 1001 });
		expect(urns((await ask('&count=1000')).json)).toHaveLength(1000);
		expect((await ask('&count=1001')).status).toBe(400);
	});

	assumed('start and count are whole numbers', async () => {
		for (const more of ['&start=-1', '&count=-1', '&count=x', '&start=1.5', '&start=']) {
			expect((await ask(more)).status).toBe(400);
		}
	});

	tool('10,000 entries are ten pages', async () => {
		const all = add({ count: 10_000 }).reverse();
		const seen: unknown[] = [];
		for (let start = 0; start < 10_000; start += 1000) {
			seen.push(...urns((await ask(`&start=${start}&count=1000`)).json));
		}
		expect(seen).toEqual(all);
	});

	documented('the next link has no filter and names another account, as the sample', async () => {
		add({ count: 2 });
		const { json } = await ask(`&start=0&count=1&mediaLibraryStatus=${filter}`);
		expect(at(json, 'paging.links')).toEqual([
			{
				rel: 'next',
				type: 'application/json',
				href: `${lab.simulator.url}/rest/${path}?associatedAccount=${encoded(others)}&q=associatedAccount&start=1&count=1`,
			},
		]);
	});

	assumed('the next link is sound, in the other reading', async () => {
		lab.simulator.configure({ readings: { nextLink: 'sound' } });
		const all = add({ count: 3 }).reverse();
		let query: string | undefined = `&mediaLibraryStatus=${filter}&count=1`;
		const { json } = await ask(query);
		const seen = urns(json);
		query = links(json)[0];
		while (query?.startsWith('next ') === true) {
			const answer = await call(query.slice(5), {
				headers: restHeaders(tokenFor(lab.simulator), 'finder'),
			});
			seen.push(...urns(answer.json));
			query = links(answer.json).find((link) => link.startsWith('next '));
		}
		expect(seen).toEqual(all);
	});

	fromPublic('a link to the page before, once past the first', async () => {
		add({ count: 25 });
		expect(links((await ask('&start=5')).json)).toEqual([
			expect.stringContaining('prev ') as string,
			expect.stringContaining('next ') as string,
		]);
		expect(links((await ask('&start=20')).json)).toHaveLength(1);
		expect(links((await ask('&start=5')).json)[0]).toContain('start=0&count=10');
		expect(links((await ask('&start=5')).json)[1]).toContain('start=15&count=10');
	});

	fromPublic('a last page that is full has a next link, in the other reading', async () => {
		add({ count: 20 });
		expect(links((await ask('&start=10')).json)).toHaveLength(1);
		lab.simulator.configure({ readings: { lastFullPage: 'withNext' } });
		expect(links((await ask('&start=10')).json)[1]).toContain('start=20');
		expect(urns((await ask('&start=20')).json)).toEqual([]);
		expect(links((await ask('&start=20')).json)).toHaveLength(1);
	});

	assumed('the total is given in the other reading', async () => {
		add({ count: 12 });
		lab.simulator.configure({ readings: { pagingTotal: 'given' } });
		expect(at((await ask('&count=5')).json, 'paging.total')).toBe(12);
	});

	documented('filters by the status in the library, in the form of its page', async () => {
		const [active] = add();
		const [archived] = add({ mediaLibraryStatus: 'ARCHIVED' });
		expect(urns((await ask()).json)).toEqual([archived, active]);
		expect(urns((await ask(`&mediaLibraryStatus=${filter}`)).json)).toEqual([active]);
		const other = filter.replace('ACTIVE', 'ARCHIVED');
		expect(urns((await ask(`&mediaLibraryStatus=${other}`)).json)).toEqual([archived]);
		expect((await ask(`&mediaLibraryStatus=${filter.replace('ACTIVE', 'active')}`)).status).toBe(
			400,
		);
		expect((await ask('&mediaLibraryStatus=(values:ACTIVE)')).status).toBe(400);
		expect((await ask('&mediaLibraryStatus=List(ACTIVE)')).status).toBe(400);
	});

	assumed('the form of the other page: refused, understood, or the only one', async () => {
		add();
		const both = async () => [
			(await ask(`&mediaLibraryStatus=${filter}`)).status,
			(await ask(`&mediaLibraryStatus=${otherFilter}`)).status,
		];
		expect(await both()).toEqual([200, 400]);
		lab.simulator.configure({ readings: { libraryFilter: 'both' } });
		expect(await both()).toEqual([200, 200]);
		lab.simulator.configure({ readings: { libraryFilter: 'other' } });
		expect(await both()).toEqual([400, 200]);
	});

	documented('a page may be shown as a company, in the other reading', async () => {
		add();
		lab.simulator.configure({ readings: { mediaOwner: 'company' } });
		expect(at((await ask()).json, 'elements.0.owner')).toBe('urn:li:company:2414183');
	});

	documented('with r_ads or rw_ads, and a role in the account', async () => {
		for (const scope of ['r_ads', 'rw_ads']) {
			expect((await ask('', withScopes(lab.simulator, scope))).status).toBe(200);
		}
		const social = withScopes(lab.simulator, 'w_member_social', 'w_organization_social');
		expect((await ask('', social)).status).toBe(403);
		lab.simulator.configure({ readings: { scopeRefusal: 'gateway' } });
		expect(at((await ask('', social)).json, 'message')).toContain('.FINDER-associatedAccount.');
		expect((await find(lab.simulator, kind, looked)).status).toBe(200);
		expect((await find(lab.simulator, kind, others)).status).toBe(403);
	});

	documented('an account is needed, and it is an ad account', async () => {
		const none = await find(lab.simulator, kind, 'urn:li:organization:2414183');
		expect(at(none.json, 'code')).toBe('INVALID_URN_TYPE');
		expect((await find(lab.simulator, kind, '123456789')).status).toBe(400);
		expect(at((await find(lab.simulator, kind, `${account}0`)).json, 'code')).toBe(
			'INVALID_URN_ID',
		);
		const missing = await get(lab.simulator, `${path}?q=associatedAccount`, {
			headers: { 'x-restli-method': 'finder' },
		});
		expect(statusAndMessage(missing)).toEqual([
			400,
			'Query parameter associatedAccount is required',
		]);
	});

	describe('the order', () => {
		const order = (...names: string[]) => {
			const all = add({ names });
			return {
				all,
				now: async () => {
					const found = urns((await ask('&count=100')).json);
					return found.map((urn) => names[all.indexOf(String(urn))]);
				},
			};
		};

		documented('is not changed by a new status in the library', async () => {
			const { all, now } = order('a', 'b');
			const archive = setting({ mediaLibraryStatus: 'ARCHIVED' });
			expect((await update(lab.simulator, all[0] ?? '', account, archive)).status).toBe(204);
			lab.simulator.setLibraryStatus(all[0] ?? '', 'ACTIVE');
			expect(await now()).toEqual(['b', 'a']);
		});

		assumed('is changed by a new name, unless the other reading is played', async () => {
			const { all, now } = order('a', 'b');
			const [first = '', second = ''] = all;
			await update(lab.simulator, first, account, setting({ assetName: 'new' }));
			expect(await now()).toEqual(['a', 'b']);
			await update(lab.simulator, second, account, setting({ assetName: 'b' }));
			expect(await now()).toEqual(['a', 'b']);
			lab.simulator.configure({ readings: { renaming: 'leaves' } });
			await update(lab.simulator, second, account, setting({ assetName: 'new' }));
			expect(await now()).toEqual(['a', 'b']);
		});

		assumed('is changed by the end of the processing, whenever it is noticed', async () => {
			const [first = ''] = add({ status: 'PROCESSING' });
			const processing = { kind: 'afterMs', ms: 1000 } as const;
			const [timed = ''] = add({ status: 'PROCESSING', processing });
			const [last = ''] = add();
			expect(urns((await ask()).json)).toEqual([last, timed, first]);
			lab.simulator.clock.advance(60_000);
			expect(urns((await ask()).json)).toEqual([timed, last, first]);
			const [late = ''] = add({ status: 'PROCESSING', processing });
			lab.simulator.clock.advance(60_000);
			const [newest = ''] = add();
			expect(urns((await ask()).json)).toEqual([newest, late, timed, last, first]);
			lab.simulator.removeAsset(newest);
			lab.simulator.removeAsset(late);
			lab.simulator.finishProcessing(first, { failure: 'broken' });
			expect(urns((await ask()).json)).toEqual([first, timed, last]);
		});

		tool('is given by ages, and counts reads', async () => {
			const [young] = add({ ageMs: 1000 });
			const [old] = add({ ageMs: 5000 });
			const reads = { kind: 'afterReads', reads: 1 } as const;
			const [waiting] = add({ ageMs: 9000, status: 'PROCESSING', processing: reads });
			expect(urns((await ask()).json)).toEqual([young, old, waiting]);
			await ask();
			expect(urns((await ask()).json)).toEqual([waiting, young, old]);
		});
	});
});
