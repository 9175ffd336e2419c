import { readOptions } from '../../live/options';
import { addressOf, LINKEDIN, placeOf } from '../../live/place';
import { questions } from '../../live/questions';

const env = { LINKEDIN_LIVE_TOKEN: 'AQXtoken' };

const options = (args: readonly string[], more: Readonly<Record<string, string>> = {}) =>
	readOptions(args, { ...env, ...more }, questions);

it('LinkedIn is asked unless a simulator is named', () => {
	expect(options([])).toMatchObject({ place: { api: 'https://api.linkedin.com' }, calls: 80 });
	const LINKEDIN_LIVE_BASE = 'http://127.0.0.1:4321/';
	expect(options([], { LINKEDIN_LIVE_BASE })).toMatchObject({
		place: { api: 'http://127.0.0.1:4321', isLinkedIn: false },
	});
});

it.each([
	'https://gateway.example.com',
	'http://127.0.0.1.example.com',
	'http://user@gateway.example.com',
	'https://api.linkedin.com.example.com',
	'ftp://127.0.0.1',
	'127.0.0.1',
])('another host than this machine is refused: %s', (LINKEDIN_LIVE_BASE) => {
	expect(() => options([], { LINKEDIN_LIVE_BASE })).toThrow('must be a simulator on this machine');
});

it('it never runs in continuous integration', () => {
	expect(() => options([], { CI: 'true' })).toThrow('Never in continuous integration');
	const rehearsal = { CI: 'true', LINKEDIN_LIVE_BASE: 'http://localhost:1' };
	expect(options(['--yes'], rehearsal)).toMatchObject({ isAgreed: true });
});

it('at LinkedIn a person agrees', () => {
	expect(() => options(['--yes'])).toThrow('--yes is for rehearsals');
});

it.each([
	[[], { LINKEDIN_LIVE_TOKEN: '' }, 'LINKEDIN_LIVE_TOKEN must be'],
	[[], { LINKEDIN_LIVE_TOKEN: 'two words' }, 'LINKEDIN_LIVE_TOKEN must be'],
	[[], { LINKEDIN_LIVE_PAGE: 'my-page' }, 'LINKEDIN_LIVE_PAGE must be urn:li:organization:…'],
	[[], { LINKEDIN_LIVE_AD_ACCOUNT: 'urn:li:person:1' }, 'LINKEDIN_LIVE_AD_ACCOUNT must be'],
	[[], { LINKEDIN_LIVE_CLIENT_ID: '86x' }, 'Give both'],
	[[], { LINKEDIN_LIVE_VERSION: '2026-09' }, 'LINKEDIN_LIVE_VERSION must be like'],
	[['--calls', '0'], {}, '--calls must be a whole number from 1, got 0'],
	[['--calls', 'many'], {}, 'got many'],
	[['etags'], {}, 'There is no question "etags"'],
	[['--dry'], {}, 'Unknown option'],
] as const)('%j %j is refused', (args, more, message) => {
	expect(() => options(args, more)).toThrow(message);
});

it('questions are chosen by their names, in the usual order', () => {
	const asked = options(['etag', 'lastByte']);
	expect('questions' in asked && asked.questions.map(({ id }) => id)).toEqual(['lastByte', 'etag']);
});

describe('where calls go', () => {
	it.each([
		['/rest/videos?ids=List(a)', 'https://api.linkedin.com/rest/videos?ids=List(a)'],
		['/v2/me', 'https://api.linkedin.com/v2/me'],
		['/oauth/v2/introspectToken', 'https://www.linkedin.com/oauth/v2/introspectToken'],
		[
			'https://www.linkedin.com/dms-uploads/1?sau=x',
			'https://www.linkedin.com/dms-uploads/1?sau=x',
		],
	])('%s', (url, address) => {
		expect(addressOf(LINKEDIN, url)).toBe(address);
	});

	it.each([
		'https://example.com/dms-uploads/1',
		'http://www.linkedin.com/dms-uploads/1',
		'https://api.linkedin.com/rest/posts',
		'//example.com/rest/posts',
		'/oauth/v2/accessToken',
	])('never to %s', (url) => {
		expect(() => addressOf(LINKEDIN, url)).toThrow();
	});

	it('a simulator’s OAuth is its own', () => {
		expect(placeOf('http://127.0.0.1:1').oauth).toBe('http://127.0.0.1:1');
	});
});
