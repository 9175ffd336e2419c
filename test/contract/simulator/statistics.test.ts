import { at, statusAndCode, type Answer } from './support/call';
import { control } from './support/control';
import { assumed, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	asStranger,
	encoded,
	page,
	self,
	uploadVideo,
	withScopes,
} from './support/linkedin';
import { containing } from './support/match';
import { created, deletePost } from './support/posts';
import {
	calendarDay,
	midnight,
	noon,
	ofAds,
	ofMember,
	ofMembersVideo,
	ofPage,
	ofVideo,
	range,
} from './support/statistics';

const lab = useSimulator();

const elementsOf = ({ status, json }: Answer): unknown[] => {
	expect(status).toBe(200);
	const elements = at(json, 'elements');
	return Array.isArray(elements) ? elements : [];
};
const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);
const mine = { author: self };
const listOf = (...urns: readonly string[]) => `List(${urns.map(encoded).join(',')})`;

async function videoPost(fields: object = {}): Promise<string> {
	const { urn: id } = await uploadVideo(lab.simulator, 'author' in fields ? { owner: self } : {});
	return (await created(lab.simulator, { content: { media: { id } }, ...fields })).urn;
}

describe('of a page', () => {
	fromPublic('counts what people did in the feed, for each post and since it exists', async () => {
		const { urn } = await created(lab.simulator);
		const ofVideoPost = await videoPost();
		lab.simulator.tell(
			{ post: urn, kind: 'view', member: 'a', times: 3 },
			{ post: urn, kind: 'view', member: 'b' },
			{ post: urn, kind: 'click' },
			{ post: urn, kind: 'like', times: 2 },
			{ post: urn, kind: 'comment' },
			{ post: urn, kind: 'view', account, times: 50 },
			{ post: ofVideoPost, kind: 'share' },
		);
		const found = await ofPage(
			lab.simulator,
			`&shares=${listOf(urn)}&ugcPosts=${listOf(ofVideoPost)}`,
		);
		expect(elementsOf(found)).toEqual([
			{
				organizationalEntity: page,
				share: urn,
				totalShareStatistics: {
					impressionCount: 4,
					uniqueImpressionsCount: 2,
					clickCount: 1,
					likeCount: 2,
					commentCount: 1,
					shareCount: 0,
					engagement: 1,
				},
			},
			{
				organizationalEntity: page,
				ugcPost: ofVideoPost,
				totalShareStatistics: expect.objectContaining({ shareCount: 1, engagement: 0 }) as object,
			},
		]);
		expect(elementsOf(await ofPage(lab.simulator))).toMatchObject([
			{ organizationalEntity: page, totalShareStatistics: { impressionCount: 4, shareCount: 1 } },
		]);
	});

	fromPublic('leaves out posts without activity', async () => {
		const { urn } = await created(lab.simulator);
		expect(elementsOf(await ofPage(lab.simulator, `&shares=${listOf(urn)}`))).toEqual([]);
	});

	assumed('leaves out posts of others, or refuses the call for one', async () => {
		const { urn } = await created(lab.simulator, mine);
		lab.simulator.tell({ post: urn, kind: 'view' });
		const query = `&shares=${listOf(urn)}`;
		expect(elementsOf(await ofPage(lab.simulator, query))).toEqual([]);
		lab.simulator.configure({ readings: { foreignPosts: 'refused' } });
		expect((await ofPage(lab.simulator, query)).status).toBe(400);
	});

	assumed('takes any number of posts, or 20', async () => {
		const urns = Array.from({ length: 21 }, (_, index) => `urn:li:share:7${index}`);
		const query = `&shares=${listOf(...urns)}`;
		expect((await ofPage(lab.simulator, query)).status).toBe(200);
		lab.simulator.configure({ readings: { statisticsList: 'atMost20' } });
		expect((await ofPage(lab.simulator, query)).status).toBe(400);
	});

	fromPublic('by day and month for the page as a whole, the end excluded', async () => {
		const { urn } = await created(lab.simulator);
		for (const daysAgo of [3, 2, 0]) {
			lab.simulator.tell({ post: urn, kind: 'view', at: noon(daysAgo), times: daysAgo + 1 });
		}
		const interval = (granularity: string) =>
			`&timeIntervals=(timeRange:(start:${midnight(3)},end:${midnight(0)}),timeGranularityType:${granularity})`;
		const days = elementsOf(await ofPage(lab.simulator, interval('DAY')));
		expect(days).toMatchObject([
			{
				timeRange: { start: midnight(3), end: midnight(2) },
				totalShareStatistics: { impressionCount: 4 },
			},
			{ timeRange: { start: midnight(2) }, totalShareStatistics: { impressionCount: 3 } },
			{
				timeRange: { start: midnight(1), end: midnight(0) },
				totalShareStatistics: { impressionCount: 0 },
			},
		]);
		const months = elementsOf(await ofPage(lab.simulator, interval('MONTH')));
		expect(months.length).toBeLessThanOrEqual(2);
		lab.simulator.configure({ readings: { quietDays: 'omitted' } });
		expect(elementsOf(await ofPage(lab.simulator, interval('DAY')))).toHaveLength(2);
	});

	assumed('may end in the future, or not', async () => {
		const query = `&timeIntervals=(timeRange:(start:${midnight(1)},end:${midnight(-1)}),timeGranularityType:DAY)`;
		const member = `q=me&queryType=COMMENT${range(1, -1)}`;
		expect((await ofPage(lab.simulator, query)).status).toBe(200);
		expect((await ofMember(lab.simulator, member)).status).toBe(200);
		lab.simulator.configure({ readings: { futureEnd: 'refused' } });
		expect((await ofPage(lab.simulator, query)).status).toBe(400);
		expect((await ofMember(lab.simulator, member)).status).toBe(400);
	});

	assumed('reaches 12 months back, counted by days or to the millisecond', async () => {
		const start = new Date(midnight(0));
		start.setUTCFullYear(start.getUTCFullYear() - 1);
		const query = `&timeIntervals=(timeRange:(start:${start.getTime()},end:${midnight(0)}),timeGranularityType:DAY)`;
		expect((await ofPage(lab.simulator, query)).status).toBe(200);
		lab.simulator.configure({ readings: { statisticsBound: 'millisecond' } });
		expect((await ofPage(lab.simulator, query)).status).toBe(400);
	});

	assumed('refuses intervals that it cannot read, that are too old, or of posts', async () => {
		const day = (start: number, end: number, more = '') =>
			`&timeIntervals=(timeRange:(start:${start},end:${end}),timeGranularityType:DAY${more})`;
		for (const query of [
			day(midnight(1), midnight(1)),
			day(midnight(368), midnight(300)),
			day(midnight(2), midnight(1), ',other:x'),
			`&timeIntervals=(timeRange:(start:${midnight(1)}),timeGranularityType:DAY)`,
			`&timeIntervals=(timeRange:(start:${midnight(2)},end:${midnight(1)}),timeGranularityType:WEEK)`,
			`&timeIntervals=(timeGranularityType:DAY)`,
			`&shares=List(urn%3Ali%3Ashare%3A1)${day(midnight(2), midnight(1))}`,
			'&shares=List(urn%3Ali%3AugcPost%3A1)',
			'&ugcPosts=List(urn%3Ali%3Ashare%3A1)',
		]) {
			expect([query, (await ofPage(lab.simulator, query)).status]).toEqual([query, 400]);
		}
	});

	fromPublic('is for administrators with rw_organization_admin', async () => {
		const denied = [403, 'ACCESS_DENIED'];
		const scope = 'rw_organization_admin';
		expect(statusAndCode(await ofPage(lab.simulator, '', token('r_organization_social')))).toEqual(
			denied,
		);
		expect(
			statusAndCode(await ofPage(lab.simulator, '', asStranger(lab.simulator, scope))),
		).toEqual(denied);
		const others = { page: 'urn:li:organization:5583111' };
		expect(statusAndCode(await ofPage(lab.simulator, '', others))).toEqual(denied);
	});

	fromPublic('has dotted parameters only in the older protocol', async () => {
		const query = '&timeIntervals.timeGranularityType=DAY';
		expect((await ofPage(lab.simulator, query)).status).toBe(403);
	});
});

describe('of a member', () => {
	const entity = (urn: string) => `q=entity&entity=(share:${encoded(urn)})`;

	fromPublic('counts one thing in a call, of one own post or of all', async () => {
		const [one, other] = [
			await created(lab.simulator, mine),
			await created(lab.simulator, { ...mine, commentary: 'Other' }),
		];
		lab.simulator.tell(
			{ post: one.urn, kind: 'view', member: 'a', times: 2 },
			{ post: one.urn, kind: 'view', member: 'b' },
			{ post: other.urn, kind: 'view', member: 'a' },
			{ post: one.urn, kind: 'linkClick' },
		);
		const count = async (query: string) =>
			at(elementsOf(await ofMember(lab.simulator, query))[0], 'count');
		expect(await count(`${entity(one.urn)}&queryType=IMPRESSION`)).toBe(3);
		expect(await count(`${entity(one.urn)}&queryType=MEMBERS_REACHED&aggregation=TOTAL`)).toBe(2);
		expect(await count(`${entity(one.urn)}&queryType=LINK_CLICKS`)).toBe(1);
		expect(await count('q=me&queryType=IMPRESSION')).toBe(4);
		expect(await count('q=me&queryType=MEMBERS_REACHED')).toBe(2);
	});

	fromPublic('in a range, the end excluded, and by day', async () => {
		lab.simulator.clock.advance(-5 * 864e5);
		const { urn } = await created(lab.simulator, mine);
		lab.simulator.clock.advance(5 * 864e5);
		for (const daysAgo of [3, 2, 1])
			lab.simulator.tell({ post: urn, kind: 'like', at: noon(daysAgo) });
		const query = `${entity(urn)}&queryType=REACTION${range(3, 1)}`;
		expect(elementsOf(await ofMember(lab.simulator, query))).toMatchObject([{ count: 2 }]);
		const days = elementsOf(await ofMember(lab.simulator, `${query}&aggregation=DAILY`));
		expect(days).toMatchObject([{ count: 1 }, { count: 1 }]);
		const { year, month, day } = at(days[0], 'dateRange.start') as Record<string, number>;
		expect(`(day:${day},month:${month},year:${year})`).toBe(calendarDay(3));
	});

	fromPublic('not everything by day', async () => {
		const { urn } = await created(lab.simulator, mine);
		const daily = `&aggregation=DAILY${range(2, 1)}`;
		for (const type of [
			'MEMBERS_REACHED',
			'LINK_CLICKS',
			'FOLLOWER_GAINED_FROM_CONTENT',
			'PROFILE_VIEW_FROM_CONTENT',
		]) {
			expect((await ofMember(lab.simulator, `q=me&queryType=${type}${daily}`)).status).toBe(400);
		}
		expect((await ofMember(lab.simulator, `q=me&queryType=IMPRESSION${daily}`)).status).toBe(200);
		expect(
			(await ofMember(lab.simulator, `${entity(urn)}&queryType=IMPRESSION${daily}`)).status,
		).toBe(400);
		expect(
			(await ofMember(lab.simulator, `${entity(urn)}&queryType=POST_SAVE${daily}`)).status,
		).toBe(200);
	});

	fromPublic('some numbers, and the plain type, only in younger versions', async () => {
		const older = (version: string) => ({ headers: { 'linkedin-version': version } });
		const saves = 'q=me&queryType=POST_SAVE';
		expect((await ofMember(lab.simulator, saves, older('202603'))).status).toBe(400);
		expect(elementsOf(await ofMember(lab.simulator, saves, older('202604')))).toMatchObject([
			{ metricType: { [containingType]: 'POST_SAVE' } },
		]);
		expect(elementsOf(await ofMember(lab.simulator, saves, older('202605')))).toMatchObject([
			{ metricType: 'POST_SAVE' },
		]);
	});

	assumed('nothing is zero, or no element', async () => {
		expect(elementsOf(await ofMember(lab.simulator, 'q=me&queryType=COMMENT'))).toMatchObject([
			{ count: 0 },
		]);
		lab.simulator.configure({ readings: { quietMember: 'omitted' } });
		expect(elementsOf(await ofMember(lab.simulator, 'q=me&queryType=COMMENT'))).toEqual([]);
		const daily = `q=me&queryType=COMMENT&aggregation=DAILY${range(2, 1)}`;
		expect(elementsOf(await ofMember(lab.simulator, daily))).toEqual([]);
	});

	assumed('refuses what is no question of its own', async () => {
		const { urn } = await created(lab.simulator, mine);
		for (const query of [
			'q=me&queryType=CLICKS',
			'q=me&queryType=constructor',
			'q=me&queryType=IMPRESSION&aggregation=WEEKLY',
			'q=me&queryType=IMPRESSION&aggregation=DAILY',
			`q=entity&entity=${encoded(urn)}&queryType=IMPRESSION`,
			`q=entity&entity=(ugc:${encoded(urn)})&queryType=IMPRESSION`,
			`q=me&queryType=IMPRESSION&dateRange=(start:${calendarDay(1)})`,
			`q=me&queryType=IMPRESSION${range(1, 1)}`,
			'q=me&queryType=IMPRESSION&dateRange=(start:(day:30,month:2,year:2026),end:(day:1,month:3,year:2026))',
		]) {
			expect([query, (await ofMember(lab.simulator, query)).status]).toEqual([query, 400]);
		}
	});

	fromPublic('is for oneself, with r_member_postAnalytics', async () => {
		const { urn } = await created(lab.simulator, mine);
		const query = `${entity(urn)}&queryType=IMPRESSION`;
		const stranger = asStranger(lab.simulator, 'r_member_postAnalytics');
		expect((await ofMember(lab.simulator, query, stranger)).status).toBe(403);
		expect((await ofMember(lab.simulator, query, token('w_member_social'))).status).toBe(403);
		await deletePost(lab.simulator, urn);
		expect((await ofMember(lab.simulator, query)).status).toBe(404);
	});

	fromPublic('of videos: plays of two seconds, and the time', async () => {
		const urn = await videoPost(mine);
		lab.simulator.tell(
			{ post: urn, kind: 'watch', ms: 2000, member: 'a' },
			{ post: urn, kind: 'watch', ms: 1999, member: 'b' },
		);
		const count = async (type: string) => {
			const query = `q=entity&entity=(ugc:${encoded(urn)})&queryType=${type}`;
			return at(elementsOf(await ofMembersVideo(lab.simulator, query))[0], 'count');
		};
		expect(await count('VIDEO_PLAY')).toBe(1);
		expect(await count('VIDEO_VIEWER')).toBe(1);
		expect(await count('VIDEO_WATCH_TIME')).toBe(3999);
		expect((await ofMembersVideo(lab.simulator, 'q=me&queryType=VIDEO_PLAY')).status).toBe(404);
	});
});

const containingType =
	'com.linkedin.adsexternalapi.memberanalytics.v1.CreatorPostAnalyticsMetricTypeV1';

describe('of a video', () => {
	fromPublic('counts views of three seconds, viewers and time', async () => {
		const urn = await videoPost();
		lab.simulator.tell(
			{ post: urn, kind: 'watch', ms: 3000, member: 'a', times: 2 },
			{ post: urn, kind: 'watch', ms: 2999, member: 'b' },
		);
		const value = async (type: string) => {
			const found = elementsOf(await ofVideo(lab.simulator, urn, `&type=${type}&aggregation=ALL`));
			expect(found).toMatchObject([{ entity: urn, statisticsType: type }]);
			return at(found[0], 'value');
		};
		expect(await value('VIDEO_VIEW')).toBe(2);
		expect(await value('VIEWER')).toBe(1);
		expect(await value('TIME_WATCHED')).toBe(8999);
		expect(await value('TIME_WATCHED_FOR_VIDEO_VIEWS')).toBe(6000);
		lab.simulator.configure({ readings: { videoValue: 'text' } });
		expect(await value('VIDEO_VIEW')).toBe('2');
	});

	fromPublic('is gone six months after the post', async () => {
		const urn = await videoPost();
		lab.simulator.clock.advance(190 * 864e5);
		expect(elementsOf(await ofVideo(lab.simulator, urn, '&type=VIDEO_VIEW'))).toEqual([]);
	});

	fromPublic('is of a ugcPost; of a share in another reading', async () => {
		lab.simulator.configure({ readings: { postUrn: 'share' } });
		const urn = await videoPost();
		const refused = await ofVideo(lab.simulator, urn, '&type=VIEWER');
		expect(statusAndCode(refused)).toEqual([400, 'INVALID_URN_TYPE']);
		lab.simulator.configure({ readings: { videoShares: 'accepted' } });
		expect((await ofVideo(lab.simulator, urn, '&type=VIEWER')).status).toBe(200);
	});

	assumed('is of a post with a video, and of known types', async () => {
		lab.simulator.configure({ readings: { postUrn: 'ugcPost' } });
		const { urn } = await created(lab.simulator);
		expect((await ofVideo(lab.simulator, urn, '&type=VIEWER')).status).toBe(400);
		const ofVideoPost = await videoPost();
		expect((await ofVideo(lab.simulator, ofVideoPost, '&type=LOOPS')).status).toBe(400);
		expect(
			(await ofVideo(lab.simulator, ofVideoPost, '&type=VIEWER&aggregation=WEEK')).status,
		).toBe(400);
		expect((await ofVideo(lab.simulator, 'urn:li:ugcPost:1', '&type=VIEWER')).status).toBe(404);
	});

	fromPublic('needs r_organization_social and a role', async () => {
		const urn = await videoPost();
		const scope = 'r_organization_social';
		expect(
			(await ofVideo(lab.simulator, urn, '&type=VIEWER', token('rw_organization_admin'))).status,
		).toBe(403);
		expect(
			(await ofVideo(lab.simulator, urn, '&type=VIEWER', asStranger(lab.simulator, scope))).status,
		).toBe(403);
	});
});

describe('of ads', () => {
	const when = (from: number, to: number) =>
		`&dateRange=(start:${calendarDay(from)},end:${calendarDay(to)})`;
	const facet = `&accounts=${listOf(account)}`;

	fromPublic('has the named metrics of each post, both ends of the range included', async () => {
		const post = await videoPost();
		for (const daysAgo of [4, 3, 1, 0]) {
			lab.simulator.tell({ post, kind: 'watch', ms: 5000, part: 0.6, account, at: noon(daysAgo) });
		}
		lab.simulator.tell({ post, kind: 'watch', ms: 5000, part: 1 });
		const fields = '&fields=videoStarts,videoMidpointCompletions,videoCompletions,pivotValues';
		const query = `${when(3, 1)}${facet}&shares=${listOf(post)}${fields}`;
		expect(elementsOf(await ofAds(lab.simulator, query))).toEqual([
			{ videoStarts: 2, videoMidpointCompletions: 2, videoCompletions: 0, pivotValues: [post] },
		]);
		expect(elementsOf(await ofAds(lab.simulator, `${when(3, 1)}${facet}`))).toEqual([{}]);
	});

	fromPublic('is empty for who may not see it, and for what was not shown', async () => {
		const post = await videoPost();
		lab.simulator.tell({ post, kind: 'watch', account, at: noon(1) });
		const query = `${when(3, 1)}${facet}&fields=videoStarts`;
		const stranger = asStranger(lab.simulator, 'r_ads_reporting');
		expect(elementsOf(await ofAds(lab.simulator, query, stranger))).toEqual([]);
		const other = `${when(3, 1)}&shares=List(urn%3Ali%3Ashare%3A1)&fields=videoStarts`;
		expect(elementsOf(await ofAds(lab.simulator, other))).toEqual([]);
		expect((await ofAds(lab.simulator, query, token('r_ads'))).status).toBe(403);
	});

	assumed('refuses other questions', async () => {
		const fine = `${when(3, 1)}${facet}`;
		for (const query of [
			when(3, 1),
			facet,
			`${fine}&fields=nonsense`,
			`${fine}&fields=${Array.from({ length: 21 }, () => 'clicks').join(',')}`,
			`${facet}&dateRange=(start:${calendarDay(1)},until:${calendarDay(0)})`,
			`${when(3, 1)}&accounts=List(urn%3Ali%3Aorganization%3A1)`,
		]) {
			expect([query, (await ofAds(lab.simulator, query)).status]).toEqual([query, 400]);
		}
		expect((await ofAds(lab.simulator, `${fine}&accounts.0=x`)).status).toBe(403);
	});
});

tool('what people did is told from another process too', async () => {
	const { urn } = await created(lab.simulator);
	const activities = [{ post: urn, kind: 'view', times: 4 }];
	const told = await control(lab.simulator, 'POST', 'activity', { activities });
	expect([told.status, told.json]).toEqual([200, { told: 1 }]);
	expect(elementsOf(await ofPage(lab.simulator))).toMatchObject([
		{ totalShareStatistics: { impressionCount: 4 } },
	]);
	const wrong = await control(lab.simulator, 'POST', 'activity', {
		activities: [{ post: urn, kind: 'x' }],
	});
	expect([wrong.status, at(wrong.json, 'error')]).toEqual([
		400,
		containing('body.activities.0.kind'),
	]);
});
