import { parsePost } from '../../../linkedin/posts/postInput';
import { Problem } from '../../../linkedin/problem';
import { failureOf } from '../api/support';

const ID = '7464260847507447809';

describe('a post is named by', () => {
	test.each([
		['urn:li:share:1', 'urn:li:share:1'],
		[' urn%3Ali%3AugcPost%3A2 ', 'urn:li:ugcPost:2'],
		['https://www.linkedin.com/feed/update/urn:li:share:3', 'urn:li:share:3'],
		['https://www.linkedin.com/feed/update/urn%3Ali%3AugcPost%3A4/?a=b', 'urn:li:ugcPost:4'],
		['HTTPS://www.linkedin.com/feed/update/urn:li:share:5/#c', 'urn:li:share:5'],
		['linkedin.com/feed/update/urn:li:share:6/', 'urn:li:share:6'],
		['https://www.linkedin.com/feed/?highlightedUpdateUrn=urn%3Ali%3Ashare%3A7', 'urn:li:share:7'],
		['https://www.linkedin.com/analytics/post-summary/urn:li:ugcPost:8/', 'urn:li:ugcPost:8'],
		['https://www.linkedin.com/feed/update/urn:li:ugcPost:9?x=urn:li:share:1', 'urn:li:ugcPost:9'],
		[`https://www.linkedin.com/posts/ada_some-words-share-${ID}-81ri/`, `urn:li:share:${ID}`],
		[`https://www.linkedin.com/posts/ada_words-ugcPost-${ID}--bCZ?a=b`, `urn:li:ugcPost:${ID}`],
		[`https://www.linkedin.com/posts/ada_words-ugcPost-${ID}-N-Fr#c`, `urn:li:ugcPost:${ID}`],
		[`de.linkedin.com/posts/ada_words-ugcPost-${ID}`, `urn:li:ugcPost:${ID}`],
		[`https://www.linkedin.com/posts/ada_share-${ID}-l2_2/`, `urn:li:share:${ID}`],
		[`https://www.linkedin.com/posts/ada_to-share-2024-or-share-${ID}-81ri`, `urn:li:share:${ID}`],
	])('%s', (value, urn) => {
		expect(parsePost(value, 'URN')).toBe(urn);
	});
});

describe('it is not named by', () => {
	test.each([
		[`urn:li:activity:${ID}`, 'contains an activity ID'],
		['urn:li:activity:1', 'contains an activity ID'],
		['https://www.linkedin.com/feed/update/urn:li:activity:7/', 'contains an activity ID'],
		[`urn%3Ali%3Aactivity%3A${ID}`, 'contains an activity ID'],
		[`https://www.linkedin.com/feed/update/urn:li:activity:${ID}/`, 'contains an activity ID'],
		[`https://www.linkedin.com/feed/update/urn%3Ali%3Aactivity%3A${ID}`, 'contains an activity ID'],
		[`https://www.linkedin.com/posts/ada_w-activity-${ID}-81ri?utm=1`, 'contains an activity ID'],
		[`linkedin.com/posts/ada_to-share-2024-activity-${ID}-81ri`, 'contains an activity ID'],
		[`linkedin.com/posts/ada_share-${ID}-activity-${ID}-81ri`, 'contains an activity ID'],
		[`https://www.linkedin.com/posts/ada_words-${ID}-XOqa`, 'doesn’t contain the post’s URN'],
		['https://www.linkedin.com/posts/ada_to-share-2024-tips', 'doesn’t contain the post’s URN'],
	])('%s, which %s: what to use instead', async (value, why) => {
		const { message, description } = await failureOf(Problem, () => parsePost(value, 'URN'));
		expect(message).toBe(`URN "${value.length > 80 ? `${value.slice(0, 80)}…` : value}" ${why}`);
		expect(description).toBe(
			'LinkedIn’s API finds posts only by URN. Use the URN that Create returned (urn:li:share:… or urn:li:ugcPost:…). For other people’s posts, copy the URL in the code that the post’s menu shows under "Embed this post".',
		);
	});

	test.each(['', undefined, 'urn:li:share:a'])(
		'%j, and what is expected is told',
		async (value) => {
			const { description } = await failureOf(Problem, () => parsePost(value, 'URN'));
			expect(description).toContain('urn:li:share:… or urn:li:ugcPost:…');
		},
	);

	test.each([
		'https://example.com/',
		`https://example.com/activity-${ID}`,
		'example.com/feed/update/urn:li:share:1',
		'https://www.linkedin.com/feed/update/URN:LI:SHARE:1',
		'https://www.linkedin.com/feed/update/urn:li:share:1 urn:li:share:2',
		`https://www.linkedin.com/feed/update/urn:li:share:${'1'.repeat(101)}`,
		`https://www.linkedin.com/feed/update/urn:li:share:1?${'a'.repeat(2000)}`,
		'see urn:li:share:1',
		'1',
		ID,
	])('%j', async (value) => {
		const { message, description } = await failureOf(Problem, () => parsePost(value, 'URN'));
		expect(message).toMatch(/^URN ".*" is not a LinkedIn URN$/);
		expect(description).toBe('Expected urn:li:share:… or urn:li:ugcPost:….');
	});
});
