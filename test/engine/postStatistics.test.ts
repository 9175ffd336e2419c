import type { INodeParameters } from 'n8n-workflow';

import { byUrn, PAGE, OWNER, item, scene } from './scene';
import { audience, day, noon, OF_PAGES } from './statisticsSupport';
import { tokenOf } from './tokenSupport';

const stage = scene();
const { calls, linkedIn, post, requests } = stage;
const { did, earlier, ofPage, own, seenBy } = audience(stage);

const statistics = (form: INodeParameters) =>
	post('getStatistics', { author: byUrn(PAGE), ...form }).scopes(...OF_PAGES);
const ofPosts = (...urns: readonly string[]) => statistics({ urns: urns.join(', ') });

const ZERO = {
	impressions: 0,
	uniqueImpressions: 0,
	clicks: 0,
	likes: 0,
	comments: 0,
	shares: 0,
	engagement: 0,
};
const UNKNOWN = Object.fromEntries(Object.keys(ZERO).map((name) => [name, null]));

describe('posts of a page', () => {
	test('as LinkedIn counts what people did, in one call', async () => {
		const { urn: ofVideo } = await audience(stage).withVideo(PAGE);
		const urn = await ofPage();
		seenBy(urn, 3);
		did(urn, { view: 7, click: 2, like: 1, comment: 1, share: 1 });
		did(ofVideo, { view: 4 });
		linkedIn.tell({ post: urn, kind: 'view', account: 'urn:li:sponsoredAccount:123456789' });
		const { jsons } = await ofPosts(urn, ofVideo);
		expect(jsons).toStrictEqual([
			{
				urn,
				from: null,
				to: null,
				impressions: 10,
				uniqueImpressions: 4,
				clicks: 2,
				likes: 1,
				comments: 1,
				shares: 1,
				engagement: 0.5,
				warnings: [],
			},
			{
				urn: ofVideo,
				from: null,
				to: null,
				...ZERO,
				impressions: 4,
				uniqueImpressions: 1,
				warnings: [],
			},
		]);
		expect(requests('statistics.ofPages')).toHaveLength(1);
		expect(requests('statistics.ofPages')[0]?.query).toMatchObject({
			shares: `List(${urn})`,
			ugcPosts: `List(${ofVideo})`,
		});
	});

	test('what LinkedIn leaves out is zero, if it is a post of the page', async () => {
		const quiet = await ofPage();
		const mine = await own();
		const { jsons, hints } = await statistics({
			urns: [quiet, mine, 'urn:li:share:7000000000000000001', quiet],
		}).scopes(...OF_PAGES, 'r_member_social');
		const foreign = `This post is by ${OWNER}, not by ${PAGE}: LinkedIn returns only statistics of the author’s own posts.`;
		const gone = 'LinkedIn can’t find this post, so its numbers are unknown.';
		expect(jsons).toMatchObject([
			{ urn: quiet, ...ZERO, warnings: [] },
			{ urn: mine, ...UNKNOWN, warnings: [foreign] },
			{ urn: 'urn:li:share:7000000000000000001', ...UNKNOWN, warnings: [gone] },
			{ urn: quiet, ...ZERO },
		]);
		expect(hints).toEqual(expect.arrayContaining([foreign, gone]));
		expect(calls().slice(-2)).toEqual(['statistics.ofPages', 'posts.batchGet']);
	});

	test('a post that the connection can’t read is none of the page', async () => {
		const [quiet, mine] = [await ofPage(), await own()];
		const { jsons } = await ofPosts(quiet, mine);
		expect(jsons).toMatchObject([
			{ urn: quiet, ...ZERO, warnings: [] },
			{
				urn: mine,
				...UNKNOWN,
				warnings: [expect.stringContaining(`so it isn’t a post of ${PAGE}`)],
			},
		]);
	});

	test('it is zero as LinkedIn documents it where nobody may look, with a warning', async () => {
		const quiet = await ofPage();
		const warnings = [
			`LinkedIn returned nothing for this post. That is zero only if it is a post of ${PAGE}, which this connection can’t check.`,
		];
		const { json, hints } = await ofPosts(quiet).scopes('rw_organization_admin');
		expect(json).toMatchObject({ urn: quiet, ...ZERO, warnings });
		expect(hints).toEqual(warnings);
		expect(calls().slice(-1)).toEqual(['statistics.ofPages']);
		linkedIn.configure({ readings: { batchGet: 'refused' } });
		expect((await ofPosts(quiet)).json).toMatchObject({ ...ZERO, warnings });
		linkedIn.configure({ readings: { batchGet: 'allowed' } });
		stage.plan('posts.batchGet', 500);
		const { json: unsure } = await ofPosts(quiet).options({ maxRetries: 0 });
		expect(unsure).toMatchObject({ ...ZERO, warnings });
	});

	test('a connection whose scopes nobody knows is asked', async () => {
		const gone = 'urn:li:share:7000000000000000001';
		const connected = stage.credential({ scopes: OF_PAGES });
		const oauthTokenData = { access_token: tokenOf(connected) };
		const { json } = await ofPosts(gone).by({ ...connected, oauthTokenData });
		expect(json).toMatchObject(UNKNOWN);
		expect(calls().slice(-1)).toEqual(['posts.batchGet']);
	});

	test('where LinkedIn takes a batch by POST only, that is how it is asked', async () => {
		linkedIn.configure({ readings: { postsBatchVerb: 'post' } });
		const gone = 'urn:li:share:7000000000000000001';
		expect((await ofPosts(gone)).json).toMatchObject(UNKNOWN);
		expect(requests('posts.batchGet').map(({ method }) => method)).toEqual(['GET', 'POST']);
	});

	test('a post that LinkedIn refuses fails none of the others', async () => {
		linkedIn.configure({ readings: { foreignPosts: 'refused' } });
		const urns = [await ofPage(), await ofPage(), await own(), await ofPage()];
		for (const urn of urns) did(urn, { view: 5 });
		const { jsons } = await ofPosts(...urns);
		expect(jsons.map(({ impressions }) => impressions)).toEqual([5, 5, null, 5]);
		expect(jsons[2]?.warnings).toEqual([
			expect.stringContaining(
				'LinkedIn returned no statistics for this post. LinkedIn said: "urn:li:share:',
			),
		]);
		await ofPosts(urns[2] ?? '').fails('LinkedIn rejected the request', 'is not a post of');
	});

	test('a list that LinkedIn finds too long is asked for in halves', async () => {
		linkedIn.configure({ readings: { statisticsList: 'atMost20' } });
		const urns = Array.from(
			{ length: 45 },
			(_, index) => `urn:li:share:70000000000000000${10 + index}`,
		);
		const { jsons } = await ofPosts(...urns).scopes('rw_organization_admin');
		expect(jsons.map(({ urn }) => urn)).toEqual(urns);
		expect(jsons.every(({ impressions }) => impressions === 0)).toBe(true);
		expect(requests('statistics.ofPages').map(({ status }) => status)).toEqual([
			400, 400, 200, 200, 200, 200,
		]);
	});

	test('several that LinkedIn refuses among many: the others keep their numbers', async () => {
		linkedIn.configure({ readings: { foreignPosts: 'refused' } });
		const foreign = [5, 30, 50, 80];
		const urns: string[] = [];
		for (let at = 0; at < 90; at += 1) {
			urns.push(foreign.includes(at) ? `urn:li:share:70000000000000000${10 + at}` : await ofPage());
		}
		for (const urn of urns) did(urn, { view: 5 });
		const { jsons } = await ofPosts(...urns);
		expect(jsons.map(({ urn }) => urn)).toEqual(urns);
		const unknown = jsons.filter(({ impressions }) => impressions === null);
		expect(unknown.map(({ urn }) => urn)).toEqual(
			expect.arrayContaining(foreign.map((at) => urns[at])),
		);
		expect(unknown.length).toBeLessThan(10);
		expect(jsons.filter(({ impressions }) => impressions === 5)).toHaveLength(90 - unknown.length);
		const said = unknown.map(({ warnings }) => JSON.stringify(warnings));
		expect(said.every((words) => words.includes('is not a post of'))).toBe(true);
		expect(said.filter((words) => words.includes('ask for fewer posts at a time'))).toHaveLength(
			unknown.length - 3,
		);
		expect(requests('statistics.ofPages').length).toBeLessThanOrEqual(41);
	});

	test('the length that LinkedIn takes is found once', async () => {
		linkedIn.configure({ readings: { statisticsList: 'atMost20' } });
		const urns = Array.from(
			{ length: 282 },
			(_, index) => `urn:li:share:7000000000000000${100 + index}`,
		);
		const { jsons } = await ofPosts(...urns).scopes('rw_organization_admin');
		expect(jsons.map(({ urn }) => urn)).toEqual(urns);
		expect(jsons.every(({ impressions }) => impressions === 0)).toBe(true);
		const statuses = requests('statistics.ofPages').map(({ status }) => status);
		expect(statuses.filter((status) => status === 400)).toHaveLength(3);
		expect(statuses.length).toBeLessThan(30);
	});

	test('hundreds of posts, about 90 in a call, each by its URL', async () => {
		const urns = Array.from(
			{ length: 250 },
			(_, index) => `urn:li:ugcPost:7000000000000000${100 + index}`,
		);
		const { jsons } = await ofPosts(...urns).scopes('rw_organization_admin');
		expect(jsons).toHaveLength(250);
		const asked = requests('statistics.ofPages');
		expect(asked).toHaveLength(3);
		expect(asked.map(({ method }) => method)).toEqual(['GET', 'GET', 'GET']);
	});

	test('several items by expression; a wrong one goes to the error branch', async () => {
		const [first, second] = [await ofPage(), await ofPage()];
		did(first, { view: 1 });
		did(second, { view: 2 });
		const { jsons, pairs, errorItems, failed } = await statistics({ urns: '={{ $json.posts }}' })
			.of(
				item({}, { posts: [first, second] }),
				item({}, { posts: 'nonsense' }),
				item({}, { posts: second }),
			)
			.onError('continueErrorOutput');
		expect(jsons.map(({ impressions }) => impressions)).toEqual([1, 2, 2]);
		expect(pairs).toEqual([{ item: 0 }, { item: 0 }, { item: 2 }]);
		expect(errorItems).toHaveLength(1);
		expect(failed.message).toContain('URNs: entry 1 "nonsense" is not a LinkedIn URN');
	});

	test('only the chosen numbers', async () => {
		const urn = await ofPage();
		did(urn, { view: 3, click: 1 });
		const { json } = await ofPosts(urn).options({ metrics: ['clicks', 'impressions'] });
		expect(json).toStrictEqual({
			urn,
			from: null,
			to: null,
			clicks: 1,
			impressions: 3,
			warnings: [],
		});
	});

	test('what is missing is named', async () => {
		await ofPosts('urn:li:share:1')
			.scopes('r_organization_social')
			.fails(
				'Could not read the statistics of urn:li:share:1: the connection lacks the scope "rw_organization_admin"',
				'"Company Pages"',
			);
		await ofPosts('urn:li:share:1')
			.with({ author: byUrn('urn:li:organization:5583111') })
			.fails('LinkedIn denied access', 'You must be an administrator of that page');
	});
});

describe('posts that a page published in a period', () => {
	const inPeriod = (from: string, to = '') => statistics({ statisticsOf: 'period', from, to });

	test('the newest first, with their lifetime; none before or after', async () => {
		const old = await earlier(9, ofPage);
		const first = await earlier(6, ofPage);
		const second = await earlier(4, ofPage);
		const young = await ofPage();
		for (const urn of [old, first, second, young]) did(urn, { view: 2 });
		const { jsons } = await inPeriod(`${day(6)}T00:00:00`, day(2));
		expect(jsons.map(({ urn, impressions }) => [urn, impressions])).toEqual([
			[second, 2],
			[first, 2],
		]);
		expect((await inPeriod(day(4))).urns).toEqual([young, second]);
		expect((await inPeriod(day(3), day(1))).jsons).toEqual([]);
	});

	test('a quiet one is zero without another look', async () => {
		const quiet = await ofPage();
		const { jsons } = await inPeriod(day(1));
		expect(jsons).toMatchObject([{ urn: quiet, ...ZERO }]);
		expect(calls().slice(-2)).toEqual(['posts.find', 'statistics.ofPages']);
	});
});

describe('a page as a whole', () => {
	const whole = (form: INodeParameters = {}) => statistics({ statisticsOf: 'author', ...form });

	async function busyPage(): Promise<void> {
		const [one, other] = [await earlier(40, ofPage), await earlier(40, ofPage)];
		did(one, { view: 5, click: 1 }, noon(3));
		did(other, { view: 2, like: 1 }, noon(3));
		did(one, { view: 4 }, noon(1));
		did(one, { view: 100 }, noon(39));
	}

	test('since the beginning', async () => {
		await busyPage();
		const { json } = await whole();
		expect(json).toMatchObject({ urn: PAGE, from: null, to: null, impressions: 111, clicks: 1 });
	});

	test('by day, the last included', async () => {
		await busyPage();
		const { jsons } = await whole({ granularity: 'day', from: day(3), to: day(1) });
		expect(jsons.map(({ from, to, impressions, likes }) => [from, to, impressions, likes])).toEqual(
			[
				[day(3), day(3), 7, 1],
				[day(2), day(2), 0, 0],
				[day(1), day(1), 4, 0],
			],
		);
		expect(requests('statistics.ofPages')).toHaveLength(1);
	});

	test('a day that LinkedIn leaves out is null, not zero', async () => {
		linkedIn.configure({ readings: { quietDays: 'omitted' } });
		await busyPage();
		const { jsons } = await whole({ granularity: 'day', from: day(3), to: day(1) });
		expect(jsons.map(({ from, impressions }) => [from, impressions])).toEqual([
			[day(3), 7],
			[day(2), null],
			[day(1), 4],
		]);
		expect(jsons[1]?.warnings).toEqual([
			'LinkedIn returned no numbers for some days, which are null here.',
		]);
		expect(jsons[0]?.warnings).toEqual([]);
	});

	test('where LinkedIn has no numbers of today yet, it ends yesterday, and says so', async () => {
		linkedIn.configure({ readings: { futureEnd: 'refused' } });
		await busyPage();
		const { jsons, hints } = await whole({ granularity: 'day', from: day(3) });
		expect(jsons.map(({ from, impressions }) => [from, impressions])).toEqual([
			[day(3), 7],
			[day(2), 0],
			[day(1), 4],
		]);
		const warning = `LinkedIn has no numbers of today yet: the last day is ${day(1)}.`;
		expect(jsons[0]?.warnings).toEqual([warning]);
		expect(hints).toEqual([warning]);
		await whole({ granularity: 'day', from: day(0) }).fails('the end is in the future');
	});

	test('by its URL, which is looked up', async () => {
		await busyPage();
		const author = { __rl: true, mode: 'url', value: 'linkedin.com/company/page-with-an-admin' };
		expect((await whole({ author })).json).toMatchObject({ urn: PAGE, impressions: 111 });
		expect(requests('organizations')).toHaveLength(1);
	});

	test('by month, from its first day on', async () => {
		const urn = await earlier(100, ofPage);
		const now = new Date();
		const inMonth = (back: number, date: number) =>
			new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, date, 12));
		const named = (...of: [back: number, date: number]) =>
			inMonth(...of)
				.toISOString()
				.slice(0, 10);
		did(urn, { view: 3 }, inMonth(2, 5).getTime());
		did(urn, { view: 4 }, inMonth(1, 28).getTime());
		did(urn, { view: 50 }, inMonth(3, 28).getTime());
		const { jsons } = await whole({ granularity: 'month', from: named(2, 15) });
		expect(jsons.map(({ from, to, impressions }) => [from, to, impressions])).toEqual([
			[named(2, 1), named(1, 0), 3],
			[named(1, 1), named(0, 0), 4],
			[named(0, 1), day(0), 0],
		]);
	});

	test.each([
		{ statisticsBound: 'day' },
		{ statisticsBound: 'millisecond' },
		{ statisticsBound: 'millisecond', futureEnd: 'refused' },
	] as const)('as far back as LinkedIn goes, if nothing else is said: %j', async (readings) => {
		linkedIn.configure({ readings });
		const { jsons } = await whole({ granularity: 'day' });
		expect(jsons.length).toBeGreaterThanOrEqual(364);
		if (readings.futureEnd) return;
		expect(jsons.at(-1)).toMatchObject({ to: day(0) });
		expect((await whole({ granularity: 'month' })).jsons.length).toBeGreaterThanOrEqual(12);
	});
});

const GOOD = { urns: 'urn:li:share:1' };
test.each<[INodeParameters, string, string]>([
	[{ urns: '' }, 'URNs is empty', 'Enter one or more URNs'],
	[{ urns: '={{ [] }}' }, 'URNs is empty', 'Enter one or more URNs'],
	[{ urns: 'urn:li:activity:1' }, 'contains an activity ID', 'Use the URN that Create returned'],
	[{ ...GOOD, from: '2026-05-01' }, 'over their whole lifetime only', 'Clear "From" and "To"'],
	[{ ...GOOD, granularity: 'day' }, 'doesn’t count the posts of a page by day', '"Granularity"'],
	[{ statisticsOf: 'period' }, 'From is empty', 'Enter the first day'],
	[{ statisticsOf: 'period', from: '31.12.2026' }, 'From "31.12.2026" is not a date', '2026-05-31'],
	[{ statisticsOf: 'period', from: '2026-02-30' }, 'From "2026-02-30" is not a date', ''],
	[{ statisticsOf: 'period', from: '={{ 5 }}' }, 'From is not a date', ''],
	[{ statisticsOf: 'period', from: '2999-01-01' }, 'which is in the future', ''],
	[
		{ statisticsOf: 'period', from: '2026-05-02', to: '2026-05-01' },
		'From is 2026-05-02, which is after To (2026-05-01)',
		'Swap',
	],
	[{ statisticsOf: 'author', from: '2026-05-01' }, 'by day or month only', 'Set "Granularity"'],
	[
		{ statisticsOf: 'author', granularity: 'day', from: '2020-05-01' },
		'From is 2020-05-01, but LinkedIn keeps the statistics of a page for 12 months',
		'or a later day',
	],
	[{ ...GOOD, options: { metrics: ['saves'] } }, 'doesn’t count saves for the posts of a page', ''],
	[{ ...GOOD, options: { metrics: [] } }, 'Metrics is empty', 'Choose at least one'],
	[
		{ ...GOOD, options: { metrics: '={{ ["nonsense"] }}' } },
		'Metrics contains an unknown metric',
		'',
	],
	[
		{ author: byUrn(OWNER), statisticsOf: 'period', from: '2026-05-01' },
		'doesn’t let apps list the posts of a member',
		'"Posts by URN"',
	],
	[
		{ ...GOOD, author: byUrn(OWNER), granularity: 'month' },
		'of a member by month',
		'"Day" or "All"',
	],
	[{ ...GOOD, author: byUrn(OWNER), granularity: 'day' }, 'From is empty', ''],
	[{ ...GOOD, author: byUrn(OWNER), to: '2026-05-01' }, 'From is empty', ''],
	[
		{ ...GOOD, author: byUrn(OWNER), options: { metrics: ['engagement'] } },
		'no engagement rate for the posts of a member',
		'',
	],
	[
		{
			...GOOD,
			author: byUrn(OWNER),
			granularity: 'day',
			from: '2026-05-01',
			options: { metrics: ['impressions', 'clicks'] },
		},
		'doesn’t count impressions, clicks by day for a single post',
		'choose other metrics',
	],
])('%j: told before the first call', async (form, message, advice) => {
	await statistics(form).failsAtOnce(message, advice);
});

test('dates as expressions give them: Luxon’s, JavaScript’s, text with a time', async () => {
	const urn = await earlier(2, ofPage);
	for (const from of [
		'={{ $now.minus({ days: 3 }) }}',
		'={{ new Date(Date.now() - 3 * 864e5) }}',
		`={{ "${day(3)}T10:00:00.000+02:00" }}`,
	]) {
		expect((await statistics({ statisticsOf: 'period', from })).urns).toEqual([urn]);
	}
});

describe('what LinkedIn answers is read, not believed', () => {
	const broken = (fields: Record<string, unknown>) => {
		stage.plan('statistics.ofPages', { kind: 'replaceFields', fields });
	};

	test('likes below zero, which LinkedIn documents; a number that is not there', async () => {
		const urn = await ofPage();
		did(urn, { view: 1 });
		broken({
			'elements.0.totalShareStatistics.likeCount': -2,
			'elements.0.totalShareStatistics.engagement': null,
		});
		expect((await ofPosts(urn)).json).toMatchObject({
			impressions: 1,
			likes: -2,
			engagement: null,
		});
	});

	test.each<[Record<string, unknown>, string]>([
		[{ 'elements.0.totalShareStatistics.likeCount': 'many' }, 'likeCount is not a number'],
		[{ 'elements.0.totalShareStatistics': 5 }, 'totalShareStatistics is not an object'],
		[{ elements: null }, 'elements is missing'],
	])('%j is an error', async (fields, words) => {
		const urn = await ofPage();
		did(urn, { view: 1 });
		broken(fields);
		await ofPosts(urn).fails('LinkedIn’s response can’t be used', words);
	});

	test('a lifetime is never taken for a day', async () => {
		const urn = await ofPage();
		did(urn, { view: 1 });
		const days = { statisticsOf: 'author', granularity: 'day', from: day(0) };
		stage.plan('statistics.ofPages', { kind: 'missingFields', fields: ['elements.0.timeRange'] });
		await statistics(days).fails('LinkedIn’s response can’t be used', 'timeRange is missing');
		broken({ 'elements.0.timeRange.end': 9e15 });
		await statistics(days).fails('timeRange is none');
	});

	test('numbers of something else: the post is not taken for one without activity', async () => {
		const urn = await ofPage();
		did(urn, { view: 1 });
		stage.plan('statistics.ofPages', { kind: 'missingFields', fields: ['elements.0.share'] });
		await ofPosts(urn).fails('it counts something else than these posts');
		broken({ 'elements.0.share': 'urn:li:share:1' });
		await ofPosts(urn).fails('it counts something else than these posts');
	});
});
