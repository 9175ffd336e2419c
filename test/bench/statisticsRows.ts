import { LinkedInClient } from '../../linkedin/api/client';
import { ResponseHeaders, type HttpRequest } from '../../linkedin/api/http';
import { DEFAULT_RETRY } from '../../linkedin/api/retry';
import { memberMetrics } from '../../linkedin/posts/statistics/chosenMetrics';
import { getMemberPosts } from '../../linkedin/posts/statistics/memberPosts';
import { getPagePosts } from '../../linkedin/posts/statistics/pagePosts';
import type { Row } from './rows';

const POSTS = 500;
const OWN_POSTS = 10;
const METRICS = memberMetrics(undefined);

const urnsOf = (count: number): string[] =>
	Array.from({ length: count }, (_, index) => `urn:li:share:7${String(index).padStart(18, '0')}`);

/** The calls that statistics take of LinkedIn's daily limits. */
export async function statistics(): Promise<Row[]> {
	const page = counting();
	const asked = { page: 'urn:li:organization:2414183', areKnown: false };
	await getPagePosts(page, { ...asked, urns: urnsOf(POSTS) });
	const member = counting();
	await getMemberPosts(member, {
		member: 'urn:li:person:abc',
		urns: urnsOf(OWN_POSTS),
		metrics: METRICS,
		granularity: 'all',
		period: { from: undefined, to: undefined },
	});
	const row = (way: string, count: number, value: number, budget: number): Row => ({
		what: `statistics of ${count} posts: number of requests`,
		way,
		value,
		unit: 'requests',
		budget: `≤ ${budget}`,
		holds: value <= budget,
		detail: {},
	});
	return [
		row('of a page', POSTS, page.calls, 6),
		row('your own, 6 metrics each', OWN_POSTS, member.calls, OWN_POSTS * METRICS.length),
	];
}

/** A client of a LinkedIn that has a number of everything. */
function counting(): LinkedInClient {
	return new LinkedInClient({
		baseUrl: 'https://api.linkedin.com',
		version: { configured: '202607', current: '202607' },
		token: { hasRefreshToken: false },
		findings: {},
		retry: DEFAULT_RETRY,
		send: answer,
		sleep: () => Promise.resolve(),
		now: Date.now,
		random: Math.random,
	});
}

function answer({ url, body = '' }: HttpRequest) {
	const asked = decodeURIComponent(`${url} ${String(body)}`);
	const posts = asked.match(/urn:li:share:[0-9]+/g) ?? [];
	const totalShareStatistics = { impressionCount: 1 };
	const elements = asked.includes('memberCreator')
		? [{ count: 1 }]
		: posts.map((share) => ({ share, totalShareStatistics }));
	return Promise.resolve({
		status: 200,
		headers: new ResponseHeaders({}),
		body: JSON.stringify({ elements }),
	});
}
