import fc from 'fast-check';

import { Problem } from '../../../linkedin/problem';
import { parseUploadUrl, type UrlOrigin } from '../../../linkedin/upload/uploadUrl';
import { often } from '../../long/sampled';
import { BASE_URL, failureOf } from '../api/support';

const WWW = 'https://www.linkedin.com';
const GATEWAY = 'https://gateway.example/linkedin';
const parse = (url: string, baseUrl = BASE_URL, from: UrlOrigin = 'session') =>
	parseUploadUrl(url, baseUrl, from);

describe('known paths', () => {
	test.each([
		[`${WWW}/dms-uploads/C5505AQH-oV1qvnFtKA/uploadedVideo?sau=aHR0cHM6&m=1`, BASE_URL],
		[`${WWW}/dms-uploads/sp/v2/C1/uploaded-video/0/?ca=vector_ads&ut=x`, BASE_URL],
		[`${WWW}/dms-mpf-uploads/C55/userUploadedCustomCaptions/YBIDwEuGcAA-/0?sync=0`, BASE_URL],
		[`${WWW}/dms-uploads/C55%3D%3D/uploadedVideo`, BASE_URL],
		['https://api.linkedin.com/mediaUpload/C55/uploadedVideo/0?ut=x', BASE_URL],
		[`${GATEWAY}/dms-uploads/C55/0?ut=x`, GATEWAY],
		['http://127.0.0.1:4010/dms-uploads/1', 'http://127.0.0.1:4010'],
	])('%s with the base URL %s', (url, baseUrl) => {
		expect(parse(url, baseUrl)).toEqual({ url, isKnown: true });
	});

	test('up to 16,000 characters', () => {
		const start = `${WWW}/dms-uploads/1?ut=`;
		const longest = start.padEnd(16_000, 'x');
		expect(parse(longest).url).toBe(longest);
		expect(() => parse(`${longest}x`)).toThrow('has 16001 characters');
	});

	test('what was checked is what is used', () => {
		const { url } = parse('HTTPS://WWW.LinkedIn.com:443/x/../dms-uploads/./a/%2e%2E/b?ut=1#part');
		expect(url).toBe(`${WWW}/dms-uploads/b?ut=1`);
	});
});

/** Ways to write a path of LinkedIn's API behind, or in place of, one of the uploads'. */
const API_PATHS = [
	'/rest/posts/urn%3Ali%3Ashare%3A1',
	'/v2/ugcPosts/1',
	'/v1/x',
	'/oauth/v2/accessToken',
	'/uas/oauth2/accessToken',
	'/REST/posts',
	'//rest/posts',
	'/./rest/posts',
	'/dms-uploads/../rest/posts/1',
	'/dms-uploads/%2e%2e/rest/posts/1',
	'/dms-uploads/a/../../rest/posts',
	'/dms-uploads/..%2frest/posts',
	'/dms-uploads/..%2Frest%2Fposts',
	'/dms-uploads/%252e%252e/rest/posts',
	'/dms-uploads/..%255crest/posts',
	'/dms-uploads/..%5Crest/posts',
	'/dms-uploads/..;x=1/rest/posts',
	'/%72est/posts',
	'/%2572est/posts',
	'/rest;x/posts',
	'/rest%3Bx/posts',
	'/rest%20/posts',
];

describe.each<UrlOrigin>(['session', 'answer'])('a URL of the %s', (from) => {
	test.each(API_PATHS)('never leads to the API: %s', async (path) => {
		for (const [origin, baseUrl] of [
			[WWW, BASE_URL],
			[BASE_URL, BASE_URL],
			[GATEWAY, GATEWAY],
		] as const) {
			const problem = await failureOf(Problem, () =>
				parse(`${origin}${path}?ut=secret`, baseUrl, from),
			);
			expect(problem.message).toMatch(/API and doesn’t accept files$/);
			expect(`${problem.message} ${problem.description ?? ''}`).not.toContain('secret');
		}
	});

	test.each([
		['%', 'has a path that cannot be read'],
		['%00', 'has a path that cannot be read'],
		['%2525252525252e', 'has a path that cannot be read'],
		['a'.repeat(16_000), 'more than any upload URL has'],
	])('is one: not …/%.20s', async (end, words) => {
		const problem = await failureOf(Problem, () =>
			parse(`${WWW}/dms-uploads/${end}`, BASE_URL, from),
		);
		expect(problem.message).toContain(words);
	});
});

describe('an unknown path', () => {
	test.each([
		[`${WWW}/dms-new/C55?ut=secret`, BASE_URL],
		[`${WWW}/DMS-uploads/C55`, BASE_URL],
		[`${WWW}/dms-uploads//C55`, BASE_URL],
		[`${WWW}/%64ms-uploads/C55`, BASE_URL],
		[`${WWW}/dms-uploads/a%2fb`, BASE_URL],
		[`${WWW}/dms-uploads;x/b`, BASE_URL],
		[`${WWW}/`, BASE_URL],
		['https://gateway.example/dms-uploads/1', GATEWAY],
		['https://gateway.example/other/dms-uploads/1', GATEWAY],
	])('%s is used out of an answer, and never out of a session', async (url, baseUrl) => {
		expect(parse(url, baseUrl, 'answer').isKnown).toBe(false);
		const problem = await failureOf(Problem, () => parse(url, baseUrl));
		expect(problem.message).toBe(
			'The upload URL of Upload Session is not an upload URL of LinkedIn’s',
		);
		expect(problem.description).toContain('as this node returned it');
	});
});

describe('whatever somebody writes into a session', () => {
	const pieces = fc.oneof(
		fc.constantFrom(
			...[
				'https://',
				'http://',
				'HTTPS:',
				'//',
				'/',
				'\\',
				'@',
				':',
				':443',
				':8443',
				'?',
				'#',
				'.',
			],
			...['..', '%2e%2e', '%2f', '%5c', '%00', '%', ';', ' ', '\t', '\n', 'user:pw@', '[::1]'],
			...[
				'www.linkedin.com',
				'linkedin.com',
				'evil.example',
				'linkеdin.com',
				'127.0.0.1',
				'api.linkedin.com',
			],
			...['dms-uploads', 'dms-mpf-uploads', 'mediaUpload', 'rest', 'v2', 'oauth', 'posts', 'REST'],
		),
		fc.string({ maxLength: 4 }),
	);
	const urls = fc.oneof(
		fc.array(pieces, { maxLength: 14 }).map((parts) => parts.join('')),
		fc.array(pieces, { maxLength: 8 }).map((parts) => `${WWW}/${parts.join('/')}`),
		fc.array(pieces, { maxLength: 8 }).map((parts) => `${WWW}/dms-uploads/${parts.join('')}`),
		fc
			.tuple(fc.domain(), fc.string({ maxLength: 40 }))
			.map(([host, rest]) => `https://${host}/${rest}`),
	);

	test('what comes through is LinkedIn’s, over https, and below an upload path however it is read', () => {
		fc.assert(
			fc.property(urls, (text) => {
				let url: string;
				try {
					({ url } = parse(text));
				} catch (error) {
					expect(error).toBeInstanceOf(Problem);
					return;
				}
				const read = new URL(url);
				expect(read.href).toBe(url);
				expect(read.origin).toMatch(/^https:\/\/(?:[a-z0-9-]+\.)*(?:linkedin|licdn)(?:-ei)?\.com$/);
				expect(read.username + read.password + read.port + read.hash).toBe('');
				let path = read.pathname;
				for (let times = 0; times < 6; times += 1) {
					expect(path).toMatch(/^\/(?:dms-uploads|dms-mpf-uploads|mediaUpload)(?:\/|$)/);
					expect(path).not.toMatch(/\\|\/\.\.?(?:\/|$)|\p{Cc}/u);
					path = decodeURIComponent(path);
				}
			}),
			{ numRuns: often(200, 10_000) },
		);
	});
});
