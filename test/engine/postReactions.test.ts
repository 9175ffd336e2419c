import type { INodeParameters } from 'n8n-workflow';

import { REACTION_TYPES } from '../../linkedin/social/reactions';
import { activityOf } from '../simulator';
import {
	LOST_ANSWER,
	OWNER,
	PAGE,
	byExpression,
	byUrn,
	item,
	postUrn,
	scene,
	status,
} from './scene';
import { commenting } from './commentSupport';
import { READING } from './postSupport';
import { audience } from './statisticsSupport';

const stage = scene();
const { calls, linkedIn, plan, post, requests } = stage;
const { aComment } = commenting(stage);
const { did, ofPage, own } = audience(stage);

const FEED = ['w_member_social_feed', 'w_organization_social_feed'];
const react = (urn: string, form: INodeParameters = {}) =>
	post('react', { urn: postUrn(urn), actor: byUrn(PAGE), ...form }).scopes(...FEED);
const unreact = (urn: string, form: INodeParameters = {}) =>
	post('unreact', { urn: postUrn(urn), actor: byUrn(PAGE), ...form }).scopes(...FEED);
const types = () => linkedIn.reactions().map(({ actor, reactionType }) => [actor, reactionType]);

describe('React', () => {
	test('as a page and as yourself, with a like unless another is chosen', async () => {
		const urn = await ofPage();
		const { json } = await react(urn);
		expect(json).toStrictEqual({ urn, actor: PAGE, reactionType: 'LIKE', calls: 1, warnings: [] });
		await react(urn, { actor: byUrn(OWNER), reactionType: 'PRAISE' });
		expect(types()).toEqual([
			[PAGE, 'LIKE'],
			[OWNER, 'PRAISE'],
		]);
	});

	test.each(REACTION_TYPES)('%s takes the place of another one', async (reactionType) => {
		const urn = await ofPage();
		await react(urn, { reactionType: reactionType === 'LIKE' ? 'PRAISE' : 'LIKE' });
		await react(urn, { reactionType });
		expect(types()).toEqual([[PAGE, reactionType]]);
	});

	test('another status than 201 is a success only if it names the reaction', async () => {
		linkedIn.configure({ readings: { reactionReplaced: '200' } });
		const urn = await ofPage();
		await react(urn);
		expect((await react(urn, { reactionType: 'EMPATHY' })).json).toMatchObject({ calls: 1 });
		expect(types()).toEqual([[PAGE, 'EMPATHY']]);
		const body = { ok: true };
		plan('reactions.create', status(200, { body }), { call: 'every' });
		await react(urn, { reactionType: 'INTEREST' }).fails('it names no reaction');
	});

	test('by the activity’s URN, the website’s links, and to a comment', async () => {
		const urn = await ofPage();
		const activity = activityOf(urn);
		const id = activity.split(':')[3] ?? '';
		for (const named of [
			activity,
			`https://www.linkedin.com/feed/update/${activity}/?utm=x`,
			`https://www.linkedin.com/posts/acme_hello-activity-${id}-x1Yz?utm_source=share`,
		]) {
			const { json } = await react(named);
			expect(json.urn).toBe(activity);
			await unreact(named);
		}
		expect(types()).toEqual([]);
		const comment = await aComment();
		await react(comment);
		expect(linkedIn.reactions()).toMatchObject([{ root: comment }]);
		expect((await unreact(comment)).json).toMatchObject({ urn: comment, removed: true });
	});

	test('under the name that LinkedIn wants, where it wants another', async () => {
		linkedIn.configure({ readings: { threadUrn: 'post' } });
		const urn = await ofPage();
		const { json } = await react(activityOf(urn));
		expect(json).toMatchObject({ urn: activityOf(urn), calls: 2 });
		expect(linkedIn.reactions()).toMatchObject([{ root: urn }]);
		expect((await unreact(activityOf(urn))).json).toMatchObject({ removed: true });
	});

	test('... and to a comment: never to the post that it stands below', async () => {
		const comment = await aComment();
		const below = linkedIn.comments()[0]?.post ?? '';
		linkedIn.configure({ readings: { threadUrn: 'post', reactionGone: '404' } });
		await react(below, { reactionType: 'PRAISE' });
		const { json } = await react(comment);
		expect(json).toMatchObject({ urn: comment, calls: 2 });
		const reactions = () => linkedIn.reactions().map(({ root }) => root);
		expect(reactions()).toEqual([below, comment]);
		expect((await unreact(comment)).json).toMatchObject({ removed: true });
		expect(reactions()).toEqual([below]);
		const again = await unreact(comment);
		expect(again.json).toMatchObject({ removed: false });
		expect(reactions()).toEqual([below]);
	});

	test('a comment that is not there is not found', async () => {
		const urn = await ofPage();
		await react(`urn:li:comment:(${activityOf(urn)},7)`).fails('LinkedIn can’t find');
		expect(types()).toEqual([]);
	});

	test('a lost answer, and a gateway’s page: once more, which does no harm', async () => {
		const urn = await ofPage();
		plan('reactions.create', LOST_ANSWER);
		await react(urn);
		plan('reactions.create', { kind: 'html' });
		await react(urn, { reactionType: 'EMPATHY' });
		expect(types()).toEqual([[PAGE, 'EMPATHY']]);
		expect(requests('reactions.create')).toHaveLength(4);
		plan('reactions.create', LOST_ANSWER);
		plan('reactions.create', 409, { call: 2 });
		await react(urn);
		plan('reactions.create', 409);
		await react(urn).fails('Could not react to');
	});

	test('several items by expression; one that fails goes to the error branch', async () => {
		const [first, second] = [await ofPage(), await ofPage()];
		const { jsons, errorItems, failed } = await react('={{ $json.post }}', {
			reactionType: '={{ $json.with }}',
		})
			.of(
				item({}, { post: first, with: 'LIKE' }),
				item({}, { post: 'urn:li:share:7000000000000000001', with: 'LIKE' }),
				item({}, { post: second, with: 'INTEREST' }),
			)
			.onError('continueErrorOutput');
		expect(jsons.map(({ urn, reactionType }) => [urn, reactionType])).toEqual([
			[first, 'LIKE'],
			[second, 'INTEREST'],
		]);
		expect(errorItems).toHaveLength(1);
		expect(failed).toMatchObject({ status: 404 });
		expect(types()).toEqual([
			[PAGE, 'LIKE'],
			[PAGE, 'INTEREST'],
		]);
	});

	test.each<[string, INodeParameters, string]>([
		['nonsense', {}, 'Post or Comment "nonsense" is not a LinkedIn URN'],
		['urn:li:comment:(1,2)', {}, 'is not the URN of a comment'],
		['={{ undefined }}', {}, 'Post or Comment is empty'],
		['urn:li:share:1', { reactionType: '={{ "MAYBE" }}' }, 'Reaction is "MAYBE", not "PRAISE" or'],
		['urn:li:share:1', { reactionType: '={{ undefined }}' }, 'Reaction is empty'],
		['urn:li:share:1', { actor: byExpression('Ada') }, 'Actor "Ada" is not a LinkedIn URN'],
	])('%s %j: told before the first call', async (urn, form, words) => {
		await react(urn, form).failsAtOnce(words);
	});

	test('the former names of the scopes are enough where LinkedIn takes them', async () => {
		linkedIn.configure({ readings: { oldReactionScopes: 'accepted' } });
		const urn = await ofPage();
		await react(urn).scopes('w_organization_social');
		await react(urn, { actor: byUrn(OWNER) }).scopes('w_member_social');
		expect(types()).toEqual([
			[PAGE, 'LIKE'],
			[OWNER, 'LIKE'],
		]);
		const { json } = await unreact(urn).scopes('w_organization_social');
		expect(json).toMatchObject({ removed: true });
	});

	test('... and where it doesn’t, the error names the scope and the app that bring it', async () => {
		const urn = await ofPage();
		await react(urn)
			.scopes('w_organization_social')
			.fails(
				'LinkedIn denied access',
				'has "w_organization_social", which LinkedIn’s earlier documentation names',
				'the current one names "w_organization_social_feed". Connect a credential',
				'"Company Pages" with "Comments"',
			);
	});

	test('... which a check tells before, without calling it a problem', async () => {
		const urn = await ofPage();
		const check = (...scopes: string[]) =>
			react(urn)
				.options({ checkOnly: true })
				.scopes(...scopes);
		const { json } = await check('w_organization_social');
		expect(json).toMatchObject({ ok: true, problems: [] });
		expect(json.warnings).toEqual([
			`It’s unclear whether this connection can react to ${urn}. The connection has "w_organization_social", which LinkedIn’s earlier documentation names; the current one names "w_organization_social_feed". If LinkedIn refuses it, connect a credential whose LinkedIn App is "Company Pages" with "Comments".`,
		]);
		expect((await check(...FEED)).json).toMatchObject({ ok: true, warnings: [] });
		expect((await check('w_member_social')).json).toMatchObject({ ok: false });
		expect(types()).toEqual([]);
	});

	test('what is missing is named: the scope, and the role', async () => {
		const urn = await ofPage();
		await react(urn)
			.scopes('w_member_social')
			.fails(
				`Could not react to ${urn}: the connection lacks the scope "w_organization_social_feed"`,
				'"Company Pages" with "Comments"',
			);
		await react(urn, { actor: byUrn('urn:li:organization:999') }).fails(
			'LinkedIn denied access for urn:li:organization:999',
			'To react as a page',
		);
		await react(urn, { actor: byUrn('urn:li:person:m3mbEr_2') }).fails(
			'You can react only as the member who connected the credential',
		);
	});
});

describe('Remove Reaction', () => {
	test('takes it back; what is not there is told, and no error', async () => {
		linkedIn.configure({ readings: { reactionGone: '404' } });
		const urn = await ofPage();
		await react(urn);
		const { json } = await unreact(urn);
		expect(json).toStrictEqual({ urn, actor: PAGE, removed: true, calls: 1, warnings: [] });
		expect(types()).toEqual([]);
		const again = await unreact(urn);
		expect(again.json).toMatchObject({
			removed: false,
			warnings: [`LinkedIn found no reaction of ${PAGE} to ${urn}.`],
		});
	});

	test('several items by expression; one that fails goes to the error branch', async () => {
		const [first, second] = [await ofPage(), await ofPage()];
		await react(first);
		const { jsons, errorItems } = await unreact('={{ $json.post }}')
			.of(item({}, { post: first }), item({}, { post: 'nonsense' }), item({}, { post: second }))
			.onError('continueErrorOutput');
		expect(jsons.map(({ urn, removed }) => [urn, removed])).toEqual([
			[first, true],
			[second, true],
		]);
		expect(errorItems).toHaveLength(1);
		expect(types()).toEqual([]);
	});

	test('after a lost answer it is removed', async () => {
		linkedIn.configure({ readings: { reactionGone: '404' } });
		const urn = await ofPage();
		await react(urn);
		plan('reactions.delete', LOST_ANSWER);
		expect((await unreact(urn)).json).toMatchObject({ removed: true, warnings: [] });
		await react(urn);
		plan('reactions.delete', { kind: 'html' });
		expect((await unreact(urn)).json).toMatchObject({ removed: true });
		expect(types()).toEqual([]);
	});
});

describe('Get, with counts', () => {
	const get = (urn: string, options: INodeParameters = { includeCounts: true }) =>
		post('get', { urn: postUrn(urn) })
			.options(options)
			.scopes(...READING, 'r_organization_social_feed');

	test('of comments and reactions, in one call more', async () => {
		const urn = await ofPage();
		await react(urn, { reactionType: 'PRAISE' });
		did(urn, { comment: 2, like: 3 });
		linkedIn.tell({ post: urn, kind: 'comment', reply: true });
		const { json } = await get(urn);
		expect(json).toMatchObject({
			urn,
			text: expect.stringContaining('Post') as string,
			commentsState: 'OPEN',
			commentCount: 3,
			topLevelCommentCount: 2,
			reactionCount: 4,
			reactions: { LIKE: 3, PRAISE: 1 },
			warnings: [],
		});
		expect(calls().slice(-2)).toEqual(['posts.get', 'socialMetadata.get']);
		const raw = await get(urn).with({ simplify: false });
		expect(raw.json).toMatchObject({ id: urn, reactionCount: 4 });
	});

	test('of several items by expression; one that fails goes to the error branch', async () => {
		const [first, second] = [await ofPage(), await ofPage()];
		did(second, { like: 2 });
		const { jsons, errorItems } = await get('={{ $json.post }}')
			.of(item({}, { post: first }), item({}, { post: 'nonsense' }), item({}, { post: second }))
			.onError('continueErrorOutput');
		expect(jsons.map(({ urn, reactionCount }) => [urn, reactionCount])).toEqual([
			[first, 0],
			[second, 2],
		]);
		expect(errorItems).toHaveLength(1);
	});

	test('a post without any has zero of them', async () => {
		const urn = await ofPage();
		expect((await get(urn)).json).toMatchObject({
			commentCount: 0,
			reactionCount: 0,
			reactions: {},
		});
	});

	test('not asked for, nothing is read', async () => {
		const urn = await ofPage();
		const { json } = await get(urn, {});
		expect(Object.keys(json)).not.toContain('reactionCount');
		expect(calls()).not.toContain('socialMetadata.get');
	});

	test('of a connection with the former name of the scope, where LinkedIn takes it', async () => {
		linkedIn.configure({ readings: { oldReactionScopes: 'accepted' } });
		const urn = await ofPage();
		did(urn, { like: 2 });
		const { json } = await get(urn).scopes('r_organization_social');
		expect(json).toMatchObject({ reactionCount: 2, warnings: [] });
	});

	test('what the token may not see is null, with a warning', async () => {
		const urn = await ofPage();
		const { json, hints } = await get(urn).scopes(...READING);
		expect(json).toMatchObject({
			urn,
			commentsState: null,
			commentCount: null,
			topLevelCommentCount: null,
			reactionCount: null,
			reactions: null,
		});
		expect(json.warnings).toEqual([
			expect.stringContaining(
				'has "r_organization_social", which LinkedIn’s earlier documentation names; the current one names "r_organization_social_feed". Connect a credential',
			),
		]);
		expect(hints).toEqual(json.warnings);
	});

	test.each([400, 404])(
		'a post that has none for LinkedIn, by %i: the post stays',
		async (refused) => {
			linkedIn.configure({ readings: { draftOnCreate: 'accepted' } });
			const urn = await ofPage({ lifecycleState: 'DRAFT' });
			plan('socialMetadata.get', refused);
			const { json } = await get(urn, { includeCounts: true, includeDrafts: true });
			expect(json).toMatchObject({ urn, lifecycleState: 'DRAFT', commentCount: null });
			expect(json).toMatchObject({ reactionCount: null, reactions: null, commentsState: null });
			expect(json.warnings).toEqual([
				expect.stringContaining(`Could not count the reactions and comments of ${urn}`),
			]);
		},
	);

	test('what LinkedIn leaves out is null, and named', async () => {
		const urn = await ofPage();
		const leftOut = (...fields: string[]) => {
			plan('socialMetadata.get', { kind: 'missingFields', fields });
		};
		leftOut('commentSummary');
		const { json } = await get(urn);
		expect(json).toMatchObject({ commentCount: null, reactionCount: 0, commentsState: 'OPEN' });
		expect(json.warnings).toEqual([
			'LinkedIn returned nothing for commentCount, topLevelCommentCount.',
		]);
		leftOut('reactionSummaries', 'commentsState');
		const other = await get(urn);
		expect(other.json).toMatchObject({ commentCount: 0, reactionCount: null, reactions: null });
		expect(other.json.warnings).toEqual([
			'LinkedIn returned nothing for commentsState, reactionCount, reactions.',
		]);
	});

	test('a failure of LinkedIn’s is one', async () => {
		const urn = await ofPage();
		plan('socialMetadata.get', 500, { call: 'every' });
		await get(urn, { includeCounts: true, maxRetries: 0 }).fails(
			'Could not count the reactions and comments of',
		);
	});

	test('of an own post: the closed permission is named', async () => {
		const urn = await own();
		const { json } = await post('get', { urn: postUrn(urn) })
			.options({ includeCounts: true })
			.scopes('r_member_social');
		expect(json.warnings).toEqual([expect.stringContaining('selected partners only')]);
	});
});

describe('Retry On Fail', () => {
	const URNS = '={{ $json.post }}';

	test('what an earlier try did for an item is not done again, and its output stays', async () => {
		linkedIn.configure({ readings: { reactionGone: '404' } });
		const [first, second] = [await ofPage(), await ofPage()];
		const both = [item({}, { post: first }), item({}, { post: second })];
		plan('reactions.create', 429, { call: 2 });
		const reacted = await react(URNS)
			.of(...both)
			.options({ maxRetries: 0, itemConcurrency: 1 })
			.tries(3);
		expect(reacted.jsons.map(({ urn }) => urn)).toEqual([first, second]);
		expect(requests('reactions.create')).toHaveLength(3);
		plan('reactions.delete', 429, { call: 2 });
		const { jsons } = await unreact(URNS)
			.of(...both)
			.options({ maxRetries: 0, itemConcurrency: 1 })
			.tries(3);
		expect(jsons).toMatchObject([
			{ urn: first, removed: true, warnings: [] },
			{ urn: second, removed: true, warnings: [] },
		]);
		expect(requests('reactions.delete')).toHaveLength(3);
	});

	test('what was done in spite of a lost answer is a success of the next try', async () => {
		linkedIn.configure({ readings: { reactionGone: '404' } });
		const urn = await ofPage();
		plan('reactions.create', LOST_ANSWER);
		plan('reactions.create', 409, { call: 2 });
		await react(urn).options({ maxRetries: 0 }).tries(3);
		expect(requests('reactions.create')).toHaveLength(2);
		plan('reactions.delete', LOST_ANSWER);
		const { json } = await unreact(urn).options({ maxRetries: 0 }).tries(3);
		expect(json).toMatchObject({ removed: true, warnings: [] });
	});

	test('what a try was clearly refused was not done by it', async () => {
		linkedIn.configure({ readings: { reactionGone: '404' } });
		const urn = await ofPage();
		plan('reactions.delete', 429);
		const { json } = await unreact(urn).options({ maxRetries: 0 }).tries(3);
		expect(json).toMatchObject({ removed: false });
	});
});
