import type { INodeParameters } from 'n8n-workflow';

import { ACCOUNT, ACCOUNT_OF_OTHERS, byExpression, byUrn, OWNER, PAGE, item, scene } from './scene';
import { audience, day, noon, OF_MEMBERS, OF_PAGES } from './statisticsSupport';

const stage = scene();
const { calls, linkedIn, requests, video } = stage;
const { earlier, ofPage, withVideo } = audience(stage);

const statistics = (form: INodeParameters) =>
	video('getStatistics', { author: byUrn(PAGE), ...form }).scopes(...OF_PAGES);

/** Each watches it for so many milliseconds. */
const watched = (post: string, ...milliseconds: readonly number[]): void => {
	linkedIn.tell(
		...milliseconds.map((ms, at) => ({ post, kind: 'watch' as const, ms, member: `m${at % 2}` })),
	);
};

describe('of a page', () => {
	test('views, viewers and time, as LinkedIn counts them, in three calls', async () => {
		const { urn } = await withVideo(PAGE);
		watched(urn, 5000, 2900, 4500, 3000);
		const { json } = await statistics({ urns: urn });
		expect(json).toStrictEqual({
			urn,
			from: null,
			to: null,
			videoViews: 3,
			videoViewers: 2,
			watchTimeSeconds: 15.4,
			warnings: [],
		});
		expect(requests('statistics.ofVideos')).toHaveLength(3);
	});

	test('also where LinkedIn writes numbers as text', async () => {
		linkedIn.configure({ readings: { videoValue: 'text' } });
		const { urn } = await withVideo(PAGE);
		watched(urn, 5000);
		expect((await statistics({ urns: urn })).json).toMatchObject({
			videoViews: 1,
			watchTimeSeconds: 5,
		});
	});

	test('by the video, whose post is looked for in one call', async () => {
		const [one, other] = [await withVideo(PAGE), await withVideo(PAGE)];
		watched(one.urn, 5000);
		watched(other.urn, 5000, 6000);
		const legacy = other.video.replace(':video:', ':digitalmediaAsset:');
		const { jsons } = await statistics({ urns: `${one.video}, ${legacy}, ${one.urn}` });
		expect(jsons.map(({ urn, videoViews }) => [urn, videoViews])).toEqual([
			[one.urn, 1],
			[other.urn, 2],
			[one.urn, 1],
		]);
		expect(requests('posts.find')).toHaveLength(1);
	});

	test('a video whose post is not found: the error says which URN is needed', async () => {
		await withVideo(PAGE);
		const alone = stage.entry('video', { owner: PAGE, account: '' });
		await statistics({ urns: alone }).fails(
			`URNs contains the video ${alone}, but LinkedIn counts views by post, and none of the newest 100 posts of ${PAGE} shows it`,
			'Enter the URN of the post that shows the video (urn:li:ugcPost:…)',
		);
		await statistics({ urns: alone, author: byUrn(OWNER) })
			.scopes(...OF_MEMBERS)
			.fails('and this connection can’t look for it');
		expect(requests('statistics.ofVideos')).toEqual([]);
	});

	test('a share: LinkedIn’s pages name ugcPosts, so it is tried', async () => {
		linkedIn.configure({ readings: { postUrn: 'share' } });
		const { urn } = await withVideo(PAGE);
		expect(urn).toMatch(/^urn:li:share:/);
		await statistics({ urns: urn }).fails(
			`LinkedIn has no video statistics of ${urn}, which is a share`,
			'ugcPost',
		);
		linkedIn.configure({ readings: { postUrn: 'share', videoShares: 'accepted' } });
		watched(urn, 5000);
		expect((await statistics({ urns: urn })).json).toMatchObject({ videoViews: 1 });
	});

	test.each([1, 2, 3])('a number that LinkedIn refuses costs no other: %i', async (call) => {
		const { urn } = await withVideo(PAGE);
		watched(urn, 5000, 4000);
		stage.plan('statistics.ofVideos', 400, { call });
		const { json } = await statistics({ urns: urn });
		const numbers = [json.videoViews, json.videoViewers, json.watchTimeSeconds];
		expect(numbers.filter((number) => number === null)).toHaveLength(1);
		expect(numbers.filter((number) => typeof number === 'number')).toHaveLength(2);
		expect(json.warnings).toEqual([
			expect.stringMatching(/^LinkedIn returned no number for \w+\. LinkedIn said/),
		]);
	});

	test('whoever may not see the first number is asked for no other', async () => {
		const { urn } = await withVideo(PAGE);
		await statistics({ urns: urn }).scopes('w_organization_social').ends();
		expect(requests('statistics.ofVideos')).toHaveLength(1);
	});

	test('after six months LinkedIn has no numbers: null', async () => {
		const urn = await earlier(200, async () => (await withVideo(PAGE)).urn);
		const { json } = await statistics({ urns: urn });
		expect(json).toMatchObject({ videoViews: null, videoViewers: null, watchTimeSeconds: null });
		expect(json.warnings).toHaveLength(3);
	});

	test('several items by expression; a post without a video fails only its item', async () => {
		const [{ urn }, text] = [await withVideo(PAGE), await ofPage()];
		watched(urn, 5000);
		const { jsons, errorItems } = await statistics({ urns: '={{ $json.post }}' })
			.of(item({}, { post: urn }), item({}, { post: text }), item({}, { post: [text, urn] }))
			.onError('continueErrorOutput');
		expect(jsons.map(({ videoViews }) => videoViews)).toEqual([1, null, 1]);
		expect(jsons[1]?.warnings).toEqual([
			expect.stringContaining('LinkedIn returned no statistics'),
		]);
		expect(errorItems).toHaveLength(1);
	});

	test('what is missing is named', async () => {
		const { urn } = await withVideo(PAGE);
		await statistics({ urns: urn })
			.scopes('w_organization_social')
			.fails('the connection lacks the scope "r_organization_social"');
	});
});

test('of your own: plays of two seconds', async () => {
	const { urn } = await withVideo(OWNER);
	watched(urn, 5000, 2500, 1000);
	const { json } = await statistics({ urns: urn, author: byUrn(OWNER) }).scopes(...OF_MEMBERS);
	expect(json).toMatchObject({ urn, videoViews: 2, videoViewers: 2, watchTimeSeconds: 8.5 });
	expect(calls().filter((name) => name === 'statistics.ofMembersVideos')).toHaveLength(3);
});

describe('in ads', () => {
	const ADS = ['r_ads', 'r_ads_reporting', ...OF_PAGES];
	// Without an author: whose posts they are makes no difference.
	const inAds = (form: INodeParameters) =>
		video('getStatistics', {
			views: 'sponsored',
			associatedAccount: byUrn(ACCOUNT),
			...form,
		}).scopes(...ADS);

	test('a video’s URN: the post is what LinkedIn counts', async () => {
		const { video: urn } = await withVideo(PAGE);
		const { told } = await inAds({ urns: urn }).failsAtOnce('but LinkedIn counts views by post');
		expect(told).toContain('Enter the URN of the post that shows the video');
	});

	test('quartiles and completions, in one call for all posts', async () => {
		const [one, other] = [await withVideo(PAGE), await withVideo(PAGE)];
		const ad = (post: string, part: number, ms: number, daysAgo = 1): void => {
			linkedIn.tell(
				{ post, kind: 'view', account: ACCOUNT, at: noon(daysAgo) },
				{ post, kind: 'watch', account: ACCOUNT, at: noon(daysAgo), ms, part },
			);
		};
		ad(one.urn, 1, 9000);
		ad(one.urn, 0.8, 7000);
		ad(one.urn, 0.3, 1500);
		ad(one.urn, 1, 9000, 5);
		ad(other.urn, 0.1, 500);
		watched(one.urn, 60_000);
		const { jsons } = await inAds({ urns: [one.urn, other.urn], from: day(3), to: day(1) });
		expect(jsons[0]).toStrictEqual({
			urn: one.urn,
			from: day(3),
			to: day(1),
			impressions: 3,
			videoStarts: 3,
			videoViews: 2,
			firstQuartileCompletions: 3,
			midpointCompletions: 2,
			thirdQuartileCompletions: 2,
			videoCompletions: 1,
			fullScreenPlays: 0,
			warnings: [],
		});
		expect(jsons[1]).toMatchObject({ urn: other.urn, videoStarts: 1, firstQuartileCompletions: 0 });
		expect(calls().filter((name) => name === 'statistics.ofAds')).toHaveLength(1);
		expect((await inAds({ urns: one.urn })).json).toMatchObject({ videoStarts: 4, to: day(0) });
	});

	test('what LinkedIn leaves out is null: nothing shown, or no role', async () => {
		const { urn } = await withVideo(PAGE);
		const { json } = await inAds({ urns: urn, associatedAccount: byUrn(ACCOUNT_OF_OTHERS) });
		expect(json).toMatchObject({ urn, impressions: null, videoCompletions: null });
		expect(json.warnings).toEqual([expect.stringContaining('you have no role in the ad account')]);
	});

	test('the scope is named, with its choice in the credential', async () => {
		await inAds({ urns: 'urn:li:ugcPost:1' })
			.scopes('r_ads')
			.fails(
				'the connection lacks the scope "r_ads_reporting"',
				'"Company Pages and Ad Accounts" with "Ad Statistics"',
			);
	});

	test.each<[INodeParameters, string]>([
		[{ urns: 'urn:li:ugcPost:1', from: '2999-01-01' }, 'in the future'],
		[
			{ urns: 'urn:li:ugcPost:1', associatedAccount: byExpression('Campaigns') },
			'Ad Account "Campaigns" is not',
		],
		[{ urns: '={{ [] }}' }, 'URNs is empty'],
		[{ urns: 'urn:li:image:C5' }, 'is a URN of type "image"'],
	])('%j: told before the first call', async (form, words) => {
		await inAds(form).failsAtOnce(words);
	});
});
