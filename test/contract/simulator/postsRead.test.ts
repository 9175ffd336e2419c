import type { Simulator } from '../../simulator';
import { at, call } from './support/call';
import { control } from './support/control';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { idsOf } from './support/library';
import {
	account,
	asStranger,
	encoded,
	page,
	self,
	uploadImage,
	withScopes,
} from './support/linkedin';
import { created, createPost, deletePost, getPost, postCall } from './support/posts';

const lab = useSimulator();

const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

const listOf = (urns: readonly string[]) => `?${idsOf(urns)}`;
const batchGet = (urns: readonly string[], how = {}) =>
	postCall(lab.simulator, 'GET', 'batch_get', listOf(urns), how);
const unknown = 'urn:li:share:7000000000000000000';

describe('get', () => {
	documented('answers with the post as the samples show it', async () => {
		const image = await uploadImage(lab.simulator);
		const { urn, createdAt } = await created(lab.simulator, {
			commentary: 'test strings',
			content: { media: { id: image.urn } },
		});
		const { status, json } = await getPost(lab.simulator, urn);
		expect([status, json]).toEqual([
			200,
			{
				id: urn,
				author: page,
				commentary: 'test strings',
				visibility: 'PUBLIC',
				distribution: { feedDistribution: 'MAIN_FEED', thirdPartyDistributionChannels: [] },
				content: { media: { id: image.urn } },
				lifecycleState: 'PUBLISHED',
				lifecycleStateInfo: { isEditedByAuthor: false },
				isReshareDisabledByAuthor: false,
				createdAt,
				publishedAt: createdAt,
				lastModifiedAt: createdAt,
			},
		]);
	});

	fromPublic(
		'shows an empty content for a post of text, or none in the other reading',
		async () => {
			const { urn } = await created(lab.simulator);
			expect(at((await getPost(lab.simulator, urn)).json, 'content')).toEqual({});
			lab.simulator.configure({ readings: { textPostContent: 'omitted' } });
			expect((await getPost(lab.simulator, urn)).json).not.toHaveProperty('content');
		},
	);

	fromPublic('shows what else was given', async () => {
		const targetEntities = [{ geoLocations: ['urn:li:geo:103644278'] }];
		const { urn } = await created(lab.simulator, {
			distribution: { feedDistribution: 'NONE', targetEntities },
			adContext: { dscAdAccount: account, dscName: 'One' },
			isReshareDisabledByAuthor: true,
			contentLandingPage: 'https://example.com',
			contentCallToActionLabel: 'DOWNLOAD',
		});
		expect((await getPost(lab.simulator, urn)).json).toMatchObject({
			distribution: { feedDistribution: 'NONE', targetEntities },
			adContext: { dscAdAccount: account, dscName: 'One', dscStatus: 'ACTIVE', isDsc: true },
			isReshareDisabledByAuthor: true,
			contentLandingPage: 'https://example.com',
			contentCallToActionLabel: 'DOWNLOAD',
		});
		lab.simulator.configure({ readings: { targetsInAnswers: 'omitted' } });
		expect((await getPost(lab.simulator, urn)).text).not.toContain('geoLocations');
	});

	documented('names a company for the page in the other reading', async () => {
		const { urn } = await created(lab.simulator);
		lab.simulator.configure({ readings: { postAuthor: 'company' } });
		const { json } = await getPost(lab.simulator, urn);
		expect(at(json, 'author')).toBe('urn:li:company:2414183');
	});

	fromPublic('needs r_organization_social and a role, or r_member_social and oneself', async () => {
		const ofPage = await created(lab.simulator);
		const mine = await created(lab.simulator, { author: self });
		const status = async (urn: string, ...scopes: string[]) =>
			(await getPost(lab.simulator, urn, token(...scopes))).status;
		expect(await status(ofPage.urn, 'r_organization_social')).toBe(200);
		expect(await status(mine.urn, 'r_member_social')).toBe(200);
		expect(await status(ofPage.urn, 'r_member_social', 'w_organization_social')).toBe(403);
		expect(await status(mine.urn, 'r_organization_social', 'w_member_social')).toBe(403);
		const stranger = asStranger(lab.simulator, 'r_organization_social', 'r_member_social');
		for (const { urn } of [ofPage, mine]) {
			expect((await getPost(lab.simulator, urn, stranger)).json).toEqual({
				status: 403,
				serviceErrorCode: 100,
				code: 'ACCESS_DENIED',
				message: 'Not enough permissions to access: partnerApiPostsExternal.GET.20260701',
			});
		}
	});

	fromPublic('is 404 for what is not there, and for a share that is a ugcPost', async () => {
		const { urn } = await created(lab.simulator);
		expect(await getPost(lab.simulator, unknown)).toMatchObject({
			status: 404,
			json: { code: 'NOT_FOUND' },
		});
		expect((await getPost(lab.simulator, urn.replace('share', 'ugcPost'))).status).toBe(404);
	});

	fromPublic('takes no other URN', async () => {
		const code = async (urn: string) => at((await getPost(lab.simulator, urn)).json, 'code');
		expect(await code('urn:li:activity:7000000000000000000')).toBe('INVALID_URN_TYPE');
		expect(await code('urn:li:share:abc')).toBe('INVALID_URN_ID');
	});

	assumed('shows a draft to its author', async () => {
		lab.simulator.configure({ readings: { draftOnCreate: 'accepted' } });
		const { urn } = await created(lab.simulator, { lifecycleState: 'DRAFT' });
		const as = (query: string) => postCall(lab.simulator, 'GET', 'get', `/${encoded(urn)}${query}`);
		expect((await as('')).status).toBe(404);
		expect((await as('?viewContext=READER')).status).toBe(404);
		const author = await as('?viewContext=AUTHOR');
		expect(author.json).toMatchObject({ id: urn, lifecycleState: 'DRAFT' });
		expect(author.text).not.toContain('publishedAt');
		expect((await as('?viewContext=ADMIN')).status).toBe(400);
		expect((await as('?fields=id')).status).toBe(403);
	});
});

describe('batch get', () => {
	fromPublic('an app on the development tier is refused, in the other reading', async () => {
		const { urn } = await created(lab.simulator);
		lab.simulator.configure({ readings: { batchGet: 'refused' } });
		expect((await batchGet([urn])).status).toBe(403);
	});

	documented('answers by URN', async () => {
		const one = await created(lab.simulator, { commentary: 'one' });
		const two = await created(lab.simulator, { commentary: 'two' });
		const { status, json } = await batchGet([one.urn, two.urn]);
		expect([status, json]).toEqual([
			200,
			{
				results: {
					[one.urn]: expect.objectContaining({ id: one.urn, commentary: 'one' }) as unknown,
					[two.urn]: expect.objectContaining({ id: two.urn, commentary: 'two' }) as unknown,
				},
				statuses: { [one.urn]: 200, [two.urn]: 200 },
				errors: {},
			},
		]);
	});

	assumed('tells of each URN what a get would tell', async () => {
		const mine = await created(lab.simulator, { author: self });
		const ofPage = await created(lab.simulator);
		const wrong = 'urn:li:activity:1';
		const how = token('r_organization_social');
		const { status, json } = await batchGet([ofPage.urn, mine.urn, unknown, wrong], how);
		expect(status).toBe(200);
		expect(at(json, 'results')).toEqual({
			[ofPage.urn]: expect.objectContaining({ id: ofPage.urn }) as unknown,
		});
		expect(at(json, 'statuses')).toEqual({
			[ofPage.urn]: 200,
			[mine.urn]: 403,
			[unknown]: 404,
			[wrong]: 400,
		});
		expect(at(json, 'errors')).toEqual({
			[mine.urn]: expect.objectContaining({ code: 'ACCESS_DENIED' }) as unknown,
			[unknown]: expect.objectContaining({ status: 404, code: 'NOT_FOUND' }) as unknown,
			[wrong]: expect.objectContaining({ code: 'INVALID_URN_TYPE' }) as unknown,
		});
	});

	fromPublic('wants the notation of Rest.li, and the method', async () => {
		const { urn } = await created(lab.simulator);
		const status = async (method: string, query: string) =>
			(await postCall(lab.simulator, 'GET', method, query)).status;
		expect(await status('batch_get', `?ids=List%28${encoded(urn)}%29`)).toBe(400);
		expect(await status('batch_get', `?ids=List(${urn})`)).toBe(400);
		expect(await status('get', listOf([urn]))).toBe(400);
		expect(await status('BATCH_GET', listOf([urn]))).toBe(200);
	});

	documented('is a POST on the page: only in the other reading', async () => {
		const { urn } = await created(lab.simulator);
		const post = () => postCall(lab.simulator, 'POST', 'batch_get', listOf([urn]));
		expect((await post()).status).toBe(405);
		lab.simulator.configure({ readings: { postsBatchVerb: 'getOrPost' } });
		expect(at((await post()).json, 'statuses')).toEqual({ [urn]: 200 });
		expect((await batchGet([urn])).status).toBe(200);
		lab.simulator.configure({ readings: { postsBatchVerb: 'post' } });
		expect(at((await post()).json, 'statuses')).toEqual({ [urn]: 200 });
		expect((await batchGet([urn])).status).toBe(405);
	});

	fromPublic('may be tunnelled through a POST', async () => {
		const { urn } = await created(lab.simulator);
		const { status, json } = await call(`${lab.simulator.url}/rest/posts`, {
			method: 'POST',
			headers: {
				authorization: `Bearer ${token('r_organization_social').token}`,
				'linkedin-version': '202607',
				'x-restli-protocol-version': '2.0.0',
				'x-restli-method': 'batch_get',
				'x-http-method-override': 'GET',
				'content-type': 'application/x-www-form-urlencoded',
			},
			body: listOf([urn]).slice(1),
		});
		expect([status, at(json, 'statuses')]).toEqual([200, { [urn]: 200 }]);
	});
});

describe('delete', () => {
	fromPublic('is 204, and again 204', async () => {
		const { urn } = await created(lab.simulator);
		const first = await deletePost(lab.simulator, urn);
		const second = await deletePost(lab.simulator, urn);
		expect([first.status, first.text, second.status]).toEqual([204, '', 204]);
		expect(lab.simulator.post(urn)).toMatchObject({ deleted: true, visible: false });
		expect((await getPost(lab.simulator, urn)).status).toBe(404);
		expect(at((await batchGet([urn])).json, 'statuses')).toEqual({ [urn]: 404 });
	});

	fromPublic('is for whoever may post for the author', async () => {
		const ofPage = await created(lab.simulator);
		const mine = await created(lab.simulator, { author: self });
		const status = async (urn: string, ...scopes: string[]) =>
			(await deletePost(lab.simulator, urn, token(...scopes))).status;
		expect(await status(ofPage.urn, 'w_member_social', 'r_organization_social')).toBe(403);
		expect(await status(mine.urn, 'w_organization_social')).toBe(403);
		const stranger = asStranger(lab.simulator, 'w_organization_social', 'w_member_social');
		for (const { urn } of [ofPage, mine]) {
			expect((await deletePost(lab.simulator, urn, stranger)).status).toBe(403);
		}
		expect(lab.simulator.posts().map(({ deleted }) => deleted)).toEqual([false, false]);
		expect(await status(ofPage.urn, 'w_organization_social')).toBe(204);
		expect(await status(mine.urn, 'w_member_social')).toBe(204);
	});

	assumed('is 404 for what never was', async () => {
		expect((await deletePost(lab.simulator, unknown)).status).toBe(404);
	});

	fromPublic('has a method of its own', async () => {
		const { urn } = await created(lab.simulator);
		const wrong = await postCall(lab.simulator, 'DELETE', 'get', `/${encoded(urn)}`);
		expect(wrong.status).toBe(400);
		expect(lab.simulator.post(urn).deleted).toBe(false);
	});
});

describe('the same post again', () => {
	const duplicateOf = (urn: string) => ({
		status: 422,
		errorDetailType: 'com.linkedin.common.error.BadRequest',
		message: `com.linkedin.content.common.exception.BadRequestResponseException: Content is a duplicate of ${urn}`,
		errorDetails: {
			inputErrors: [
				{ description: 'Duplicate post is detected', input: {}, code: 'DUPLICATE_POST' },
			],
		},
	});

	fromPublic('is a duplicate for ten minutes', async () => {
		const { urn } = await created(lab.simulator);
		const again = await createPost(lab.simulator);
		expect([again.status, again.json]).toEqual([422, duplicateOf(urn)]);
		lab.simulator.clock.advance(10 * 60 * 1000);
		expect((await createPost(lab.simulator)).status).toBe(201);
	});

	fromPublic('is one even after the first was deleted', async () => {
		const { urn } = await created(lab.simulator);
		await deletePost(lab.simulator, urn);
		expect((await createPost(lab.simulator)).json).toEqual(duplicateOf(urn));
	});

	assumed('is another with another text, content or author', async () => {
		const article = (title: string) => ({
			content: { article: { source: 'https://example.com', title } },
		});
		for (const fields of [
			{},
			{ commentary: 'Hello again' },
			{ commentary: 'Hello (one)' },
			{ commentary: 'Hello (two)' },
			{ author: self },
			article('one'),
			article('two'),
		]) {
			expect((await createPost(lab.simulator, fields)).status).toBe(201);
		}
		expect((await createPost(lab.simulator, { visibility: 'LOGGED_IN' })).status).toBe(422);
	});
});

describe('for tests', () => {
	const failingOn = async (simulator: Simulator, urn: string) => [
		(await createPost(simulator, { commentary: 'other' })).status,
		(await getPost(simulator, urn)).status,
		(await batchGet([urn])).status,
		(await deletePost(simulator, urn)).status,
	];

	tool('each call can be made to fail', async () => {
		const { simulator } = lab;
		const { urn } = await created(simulator);
		const fault = { kind: 'status', status: 503 } as const;
		for (const on of ['posts.create', 'posts.get', 'posts.batchGet', 'posts.delete'] as const) {
			simulator.plan({ on, fault });
		}
		expect(await failingOn(simulator, urn)).toEqual([503, 503, 503, 503]);
		expect(simulator.posts()).toHaveLength(1);
		expect(await failingOn(simulator, urn)).toEqual([201, 200, 200, 204]);
	});

	tool(
		'a create whose answer is lost leaves one post, and the next try is a duplicate',
		async () => {
			const { simulator } = lab;
			simulator.plan({ on: 'posts.create', fault: { kind: 'resetAfterCarriedOut' } });
			await expect(createPost(simulator)).rejects.toThrow();
			expect(simulator.posts()).toHaveLength(1);
			expect((await createPost(simulator)).status).toBe(422);
			expect(simulator.posts()).toHaveLength(1);
			expect(simulator.journal[0]).toMatchObject({ endpoint: 'posts.create', carriedOut: true });
		},
	);

	tool('the state shows them, and a reset forgets them', async () => {
		const { urn } = await created(lab.simulator, { commentary: 'See (this)' });
		const state = await control(lab.simulator, 'GET', 'state');
		expect(at(state.json, 'posts.0')).toMatchObject({ urn, text: 'See ', lostText: '(this)' });
		expect(() => lab.simulator.post(unknown)).toThrow(`the simulator knows no ${unknown}`);
		await lab.simulator.reset();
		expect(lab.simulator.posts()).toEqual([]);
	});
});
