import type { INodeParameters } from 'n8n-workflow';

import { byUrn, OWNER, scene, status } from './scene';
import { audience, day, noon, OF_MEMBERS } from './statisticsSupport';

const stage = scene();
const { calls, credential, linkedIn, plan, post, requests } = stage;
const { did, earlier, ofPage, own, seenBy } = audience(stage);

const statistics = (form: INodeParameters) =>
	post('getStatistics', { author: byUrn(OWNER), ...form }).scopes(...OF_MEMBERS);
const asked = () => requests('statistics.ofMembers');

test('an own post: one call for each number', async () => {
	const urn = await own();
	seenBy(urn, 3);
	did(urn, { view: 2, linkClick: 2, like: 1, comment: 4, share: 5 });
	const { json } = await statistics({ urns: urn });
	expect(json).toStrictEqual({
		urn,
		from: null,
		to: null,
		impressions: 5,
		uniqueImpressions: 4,
		clicks: 2,
		likes: 1,
		comments: 4,
		shares: 5,
		engagement: null,
		warnings: [],
	});
	expect(asked()).toHaveLength(6);
});

test('fewer numbers, fewer calls; and those that only members have', async () => {
	const urn = await own();
	did(urn, { save: 2, send: 3, follow: 1, profileView: 4, callToActionClick: 6 });
	const metrics = ['saves', 'sends', 'followersGained', 'profileViews', 'callToActionClicks'];
	const { json } = await statistics({ urns: urn }).options({ metrics });
	expect(json).toStrictEqual({
		urn,
		from: null,
		to: null,
		saves: 2,
		sends: 3,
		followersGained: 1,
		profileViews: 4,
		callToActionClicks: 6,
		warnings: [],
	});
	expect(asked()).toHaveLength(5);
});

test('of a period, whose last day is included', async () => {
	const urn = await earlier(9, own);
	did(urn, { view: 100 }, noon(8));
	did(urn, { view: 2 }, noon(6));
	did(urn, { view: 3 }, noon(4));
	did(urn, { view: 100 }, noon(3));
	const form = { urns: urn, from: day(6), to: day(4), options: { metrics: ['impressions'] } };
	expect((await statistics(form)).json).toMatchObject({ from: day(6), to: day(4), impressions: 5 });
});

test('by day, as far as LinkedIn counts by day', async () => {
	const urn = await earlier(9, own);
	did(urn, { like: 1, view: 1 }, noon(2));
	did(urn, { like: 2 }, noon(1));
	const form = { urns: urn, granularity: 'day', from: day(2), to: day(1) };
	const { jsons } = await statistics(form);
	expect(
		jsons.map(({ from, to, likes, comments, impressions }) => [
			from,
			to,
			likes,
			comments,
			impressions,
		]),
	).toEqual([
		[day(2), day(2), 1, 0, null],
		[day(1), day(1), 2, 0, null],
	]);
	expect(jsons[0]?.warnings).toEqual([
		'LinkedIn doesn’t count impressions, uniqueImpressions, clicks by day for a single post, so the output has null there.',
	]);
	expect(asked()).toHaveLength(3);
});

test('where LinkedIn has no numbers of today yet, the period ends yesterday', async () => {
	linkedIn.configure({ readings: { futureEnd: 'refused' } });
	const urn = await earlier(9, own);
	did(urn, { view: 2 }, noon(1));
	const form = { urns: urn, from: day(2), options: { metrics: ['impressions'] } };
	expect((await statistics(form)).json).toMatchObject({
		from: day(2),
		to: day(1),
		impressions: 2,
		warnings: [`LinkedIn has no numbers of today yet: the last day is ${day(1)}.`],
	});
});

test('all own posts together: by day with impressions, and as a total', async () => {
	const [one, other] = [await earlier(9, own), await earlier(9, own)];
	did(one, { view: 5 }, noon(2));
	did(other, { view: 2, comment: 1 }, noon(1));
	const whole = { statisticsOf: 'author' };
	const { json } = await statistics(whole);
	expect(json).toMatchObject({ urn: OWNER, from: null, to: null, impressions: 7, comments: 1 });
	const metrics = ['impressions', 'comments'];
	const form = { ...whole, granularity: 'day', from: day(2), to: day(0), options: { metrics } };
	const { jsons } = await statistics(form);
	expect(jsons.map(({ from, impressions, comments }) => [from, impressions, comments])).toEqual([
		[day(2), 5, 0],
		[day(1), 2, 1],
		[day(0), 0, 0],
	]);
	expect(asked()[0]?.query).toMatchObject({ q: 'me', aggregation: 'TOTAL' });
});

test('the totals are those of whoever is connected: nobody else’s are shown as them', async () => {
	const form = { statisticsOf: 'author', author: byUrn('urn:li:person:m3mbEr_2') };
	await statistics(form).fails(
		'Author is urn:li:person:m3mbEr_2, but the credential was connected by Ada Example (urn:li:person:m3mbEr_1)',
	);
	expect(asked()).toEqual([]);
	const { json } = await statistics({ ...form, author: byUrn(OWNER) }).scopes(
		'r_member_postAnalytics',
	);
	expect(json.warnings).toEqual([
		'LinkedIn doesn’t say who connected the credential: these are the statistics of that member.',
	]);
});

test('before version 202604 LinkedIn counts fewer numbers, and says so in another form', async () => {
	const urn = await own();
	did(urn, { view: 5, linkClick: 2 });
	const old = credential({ scopes: OF_MEMBERS }, { apiVersion: '202603' });
	const { json, hints } = await statistics({ urns: urn }).by(old);
	expect(json).toMatchObject({ impressions: 5, likes: 0, clicks: null });
	expect(json.warnings).toEqual([
		expect.stringContaining('LinkedIn returned no number for clicks. LinkedIn said: "'),
	]);
	expect(hints).toEqual(json.warnings);
});

test('a number that LinkedIn leaves out is null', async () => {
	linkedIn.configure({ readings: { quietMember: 'omitted' } });
	const urn = await own();
	did(urn, { view: 5 });
	const { json } = await statistics({ urns: urn }).options({ metrics: ['impressions', 'likes'] });
	expect(json).toMatchObject({
		impressions: 5,
		likes: null,
		warnings: ['LinkedIn returned no number for likes.'],
	});
	const days = {
		urns: urn,
		granularity: 'day',
		from: day(1),
		options: { metrics: ['likes', 'comments'] },
	};
	did(urn, { like: 1 }, noon(0));
	const { jsons } = await statistics(days);
	expect(jsons.map(({ likes }) => likes)).toEqual([null, 1]);
	expect(jsons[0]?.warnings).toContain(
		'LinkedIn returned no numbers for some days, which are null here.',
	);
});

describe('posts of somebody else', () => {
	test('among own ones are null, with LinkedIn’s words, for one call each', async () => {
		const [mine, foreign] = [await own(), await ofPage()];
		did(mine, { view: 5 });
		const { jsons } = await statistics({ urns: [mine, foreign, mine] });
		expect(jsons.map(({ urn, impressions }) => [urn, impressions])).toEqual([
			[mine, 5],
			[foreign, null],
			[mine, 5],
		]);
		expect(jsons[1]?.warnings).toEqual([
			expect.stringContaining(
				'LinkedIn said: "Not enough permissions to access: memberCreatorPostAnalytics',
			),
		]);
		expect(asked()).toHaveLength(7);
	});

	test('many of them are told in the items, and a few above the output', async () => {
		const mine = await own();
		const foreign = [];
		for (let count = 0; count < 7; count += 1) foreign.push(await ofPage());
		const { jsons, hints } = await statistics({ urns: [mine, ...foreign] }).options({
			metrics: ['impressions'],
		});
		expect(jsons.filter(({ impressions }) => impressions === null)).toHaveLength(7);
		expect(hints).toHaveLength(6);
		expect(hints.at(-1)).toBe('2 more warnings are in the items.');
	});

	test('alone are an error, after three of them', async () => {
		const urns = [await ofPage(), await ofPage(), await ofPage(), await ofPage()];
		await statistics({ urns }).fails(
			'LinkedIn denied access',
			'LinkedIn shows the statistics of a member’s posts to that member only',
		);
		expect(asked()).toHaveLength(3);
		await statistics({ urns: urns[0] ?? '' }).fails('LinkedIn denied access');
	});
});

test('a connection without the scope: the app and its choice are named, after one call', async () => {
	const urn = await own();
	await statistics({ urns: [urn, urn] })
		.scopes('w_member_social')
		.fails(
			'the connection lacks the scope "r_member_postAnalytics"',
			'"Company Pages" with "Member Statistics"',
		);
	expect(asked()).toHaveLength(1);
});

test('LinkedIn’s own failure is none of a number', async () => {
	const urn = await own();
	plan('statistics.ofMembers', status(500), { call: 'every' });
	await statistics({ urns: urn })
		.options({ maxRetries: 0 })
		.fails('LinkedIn returned a server error');
	expect(calls().filter((name) => name === 'statistics.ofMembers')).toHaveLength(1);
});

test('Stop ends it: no further number is asked for', async () => {
	const urns = [await own(), await own(), await own()];
	await statistics({ urns }).stoppedWhen(() => asked().length >= 2);
	expect(asked().length).toBeLessThanOrEqual(6);
});
