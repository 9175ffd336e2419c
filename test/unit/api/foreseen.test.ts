import { foreseenDoubts, foreseenRefusals } from '../../../linkedin/api/foreseen';
import type { CallPurpose } from '../../../linkedin/api/purpose';

const OWNER = 'urn:li:person:m3mbEr_1';
const START: CallPurpose = {
	doing: 'start the upload of "a.mp4"',
	right: 'uploadVideo',
	owner: OWNER,
};
const FINALIZE: CallPurpose = { ...START, doing: 'finalize the upload of "a.mp4"' };
const POST: CallPurpose = { doing: 'publish the post', right: 'writePost', owner: OWNER };
const SPONSORED: CallPurpose = { ...POST, account: 'urn:li:sponsoredAccount:1' };
const CALLS = [START, FINALIZE, POST, SPONSORED];
const NOW = 1_000_000;

const refused = (
	grantedScopes?: string[],
	more: { expiresAt?: number; renewed?: boolean } = {},
) => {
	const { expiresAt, renewed: hasRefreshToken = false } = more;
	const token = { hasRefreshToken, ...(grantedScopes && { grantedScopes }), expiresAt };
	return foreseenRefusals(CALLS, token, NOW).map(({ message }) => message);
};

test('with all scopes, nothing is refused; with unknown ones, nobody knows', () => {
	expect(refused(['w_member_social', 'rw_ads'])).toEqual([]);
	expect(refused()).toEqual([]);
});

test('a scope that is missing is told once, of the first call that needs it', () => {
	expect(refused(['openid'])).toEqual([
		`Could not start the upload of "a.mp4": the connection lacks the scope "w_member_social" for ${OWNER}`,
	]);
	expect(refused(['w_member_social'])).toEqual([
		`Could not publish the post: the connection lacks the scope "rw_ads" for ${OWNER}`,
	]);
});

test('a token that has expired is told once, and not one that n8n renews', () => {
	const scopes = ['w_member_social', 'rw_ads'];
	expect(refused(scopes, { expiresAt: NOW })).toEqual([
		'Could not start the upload of "a.mp4": the LinkedIn connection has expired',
	]);
	expect(refused(scopes, { expiresAt: NOW + 1 })).toEqual([]);
	expect(refused(scopes, { expiresAt: NOW, renewed: true })).toEqual([]);
});

describe('a scope by its former name', () => {
	const page = 'urn:li:organization:1';
	const react: CallPurpose = { doing: 'react to a post', right: 'react', owner: page };
	const comment: CallPurpose = { doing: 'comment on a post', right: 'writeComment', owner: page };
	const token = (...grantedScopes: string[]) => ({ hasRefreshToken: false, grantedScopes });

	test('is doubted once, of the first call that needs it, and not refused', () => {
		const former = token('w_organization_social');
		expect(foreseenDoubts([react, comment], former)).toEqual([
			expect.stringContaining('It’s unclear whether this connection can react to a post.'),
		]);
		expect(foreseenRefusals([react, comment], former, NOW)).toEqual([]);
	});

	test('... and no doubt where the current one was granted, or nobody knows', () => {
		const both = token('w_organization_social', 'w_organization_social_feed');
		expect(foreseenDoubts([react], both)).toEqual([]);
		expect(foreseenDoubts([react], { hasRefreshToken: false })).toEqual([]);
	});
});
