import { at } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { account, asStranger, page, self, withScopes } from './support/linkedin';
import {
	created,
	dark,
	deletePost,
	findPosts,
	getPost,
	postCall,
	refusalOf,
	updatePost,
} from './support/posts';

const lab = useSimulator();

const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

/** URNs of the posts of the page, in the order of the list. */
async function found(more = '', author = page): Promise<unknown[]> {
	const { status, json } = await findPosts(lab.simulator, author, more);
	expect(status).toBe(200);
	const elements = at(json, 'elements');
	return (Array.isArray(elements) ? elements : []).map((element) => at(element, 'id'));
}

/** The oldest first. */
async function several(count: number): Promise<string[]> {
	const urns: string[] = [];
	for (let index = 0; index < count; index += 1) {
		urns.push((await created(lab.simulator, { commentary: `Post ${index}` })).urn);
	}
	return urns;
}

describe('the list', () => {
	fromPublic('has the posts of one author, each as a get shows it', async () => {
		const { urn } = await created(lab.simulator);
		const mine = await created(lab.simulator, { author: self });
		const { status, json } = await findPosts(lab.simulator, page);
		const one = (await getPost(lab.simulator, urn)).json;
		expect([status, json]).toEqual([
			200,
			{ elements: [one], paging: { start: 0, count: 10, links: [] } },
		]);
		expect(await found('', self)).toEqual([mine.urn]);
	});

	fromPublic('is in the order of the last change, or of the creation', async () => {
		const [first, second, third] = await several(3);
		await updatePost(lab.simulator, first ?? '', { $set: { commentary: 'Changed' } });
		expect(await found('&sortBy=CREATED')).toEqual([third, second, first]);
		expect(await found('&sortBy=LAST_MODIFIED')).toEqual([first, third, second]);
	});

	assumed('is in the order of the last change unless asked otherwise', async () => {
		const [first, second] = await several(2);
		await updatePost(lab.simulator, first ?? '', { $set: { commentary: 'Changed' } });
		expect(await found()).toEqual([first, second]);
		expect((await findPosts(lab.simulator, page, '&sortBy=RELEVANCE')).status).toBe(400);
	});

	fromPublic('comes in pages of 10, or of up to 100', async () => {
		const urns = (await several(12)).reverse();
		const first = await findPosts(lab.simulator, page);
		expect(at(first.json, 'elements')).toHaveLength(10);
		expect(at(first.json, 'paging')).toEqual({
			start: 0,
			count: 10,
			links: [
				{
					rel: 'next',
					type: 'application/json',
					href: `${lab.simulator.url}/rest/posts?q=author&author=${encodeURIComponent(page)}&start=10&count=10`,
				},
			],
		});
		expect(await found('&start=10')).toEqual(urns.slice(10));
		expect(await found('&start=4&count=3')).toEqual(urns.slice(4, 7));
		expect(await found('&count=100')).toEqual(urns);
		expect(await found('&start=50')).toEqual([]);
	});

	assumed('of more than 100 is refused', async () => {
		for (const more of ['&count=101', '&count=-1', '&start=x']) {
			expect((await findPosts(lab.simulator, page, more)).status).toBe(400);
		}
	});

	fromPublic('tells how many there are in the other reading', async () => {
		await several(3);
		lab.simulator.configure({ readings: { pagingTotal: 'given' } });
		const { json } = await findPosts(lab.simulator, page, '&count=2');
		expect(at(json, 'paging')).toMatchObject({ count: 2, total: 3 });
	});

	fromPublic('shows drafts to AUTHOR alone', async () => {
		lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
		const draft = await created(lab.simulator, { lifecycleState: 'DRAFT' });
		const post = await created(lab.simulator, { commentary: 'other' });
		expect(await found()).toEqual([post.urn]);
		expect(await found('&viewContext=READER')).toEqual([post.urn]);
		expect(await found('&viewContext=AUTHOR')).toEqual([post.urn, draft.urn]);
	});

	assumed('has no deleted posts', async () => {
		const { urn } = await created(lab.simulator);
		await deletePost(lab.simulator, urn);
		expect(await found()).toEqual([]);
		expect(await found('&viewContext=AUTHOR')).toEqual([]);
	});

	assumed('has posts that no feed shows, or has them not', async () => {
		const hidden = await created(lab.simulator, dark);
		const shown = await created(lab.simulator, { commentary: 'other' });
		expect(await found()).toEqual([shown.urn, hidden.urn]);
		lab.simulator.configure({ readings: { darkPostsFound: 'hidden' } });
		expect(await found()).toEqual([shown.urn]);
	});

	fromPublic('is asked for by isDsc in older samples', async () => {
		const hidden = await created(lab.simulator, dark);
		const shown = await created(lab.simulator, { commentary: 'other' });
		const { status, json } = await findPosts(lab.simulator, page, '&isDsc=true');
		expect([status, at(json, 'message')]).toEqual([
			403,
			'Unpermitted fields present in PARAMETER: Data Processing Exception while processing fields [/isDsc]',
		]);
		lab.simulator.configure({ readings: { finderIsDsc: 'accepted', darkPostsFound: 'hidden' } });
		expect(await found('&isDsc=true')).toEqual([hidden.urn]);
		expect(await found('&isDsc=false')).toEqual([shown.urn]);
		expect(await found()).toEqual([shown.urn]);
		expect((await findPosts(lab.simulator, page, '&isDsc=yes')).status).toBe(400);
	});
});

describe('who may list', () => {
	const answer = async (author: string, how: { readonly token: string }) => {
		const { status, json } = await findPosts(lab.simulator, author, '', how);
		return [status, at(json, 'message')];
	};
	const denied = [
		403,
		'Not enough permissions to access: partnerApiPostsExternal.FINDER-author.20260701',
	];
	const allowed = [200, undefined];

	documented('a page: r_organization_social, and a role that posts', async () => {
		const reader = token('r_organization_social');
		for (const [id, may] of [
			['2414183', true],
			['5583111', true],
			['5515715', true],
			['999', false],
			['31337', false],
		] as const) {
			expect(await answer(`urn:li:organization:${id}`, reader)).toEqual(may ? allowed : denied);
		}
		expect(await answer(page, token('w_organization_social', 'r_member_social'))).toEqual(denied);
		expect(await answer(page, asStranger(lab.simulator, 'r_organization_social'))).toEqual(denied);
	});

	fromPublic('a member: r_member_social, and it is oneself', async () => {
		expect(await answer(self, token('r_member_social'))).toEqual(allowed);
		expect(await answer(self, token('w_member_social', 'r_organization_social'))).toEqual(denied);
		expect(await answer('urn:li:person:m3mbEr_2', token('r_member_social'))).toEqual(denied);
	});

	fromPublic('the author is a person or an organization, and given', async () => {
		for (const author of [account, 'urn:li:company:2414183', 'nobody']) {
			expect(refusalOf(await findPosts(lab.simulator, author))).toEqual([400, 'INVALID_URN_TYPE']);
		}
		expect((await postCall(lab.simulator, 'GET', 'finder', '?q=author')).status).toBe(400);
	});

	fromPublic('has a method of its own, and the notation of Rest.li', async () => {
		const status = async (method: string, author: string) =>
			(await postCall(lab.simulator, 'GET', method, `?q=author&author=${author}`)).status;
		expect(await status('get', encodeURIComponent(page))).toBe(400);
		expect(await status('finder', page)).toBe(400);
		expect(await status('FINDER', encodeURIComponent(page))).toBe(200);
	});

	tool('can be made to fail, and stands in the journal', async () => {
		lab.simulator.plan({ on: 'posts.find', fault: { kind: 'status', status: 503 } });
		expect((await findPosts(lab.simulator, page)).status).toBe(503);
		expect((await findPosts(lab.simulator, page)).status).toBe(200);
		expect(lab.simulator.journal.map(({ endpoint }) => endpoint)).toEqual([
			'posts.find',
			'posts.find',
		]);
	});
});
