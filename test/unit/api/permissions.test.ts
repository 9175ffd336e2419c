import { explainForbidden, type Right } from '../../../linkedin/api/permissions';
import { ACCOUNT, PAGE, PERSON } from './support';

const SHARE = 'Share on LinkedIn';
const COMMUNITY = 'Community Management';
const ADVERTISING = 'Advertising';
const MEMBER = 'The owner must be the very member who connected the credential. ';
const PAGE_ROLE =
	'You must be an administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins). ';
const ACCOUNT_ROLE =
	'You need a role in that ad account (billing admin, account manager, campaign manager or creative manager). ';
const IMAGE_SCOPES = ['rw_ads', 'w_organization_social', 'w_power_creators'];

/** LinkedIn's documents, "Permissions": who may do what. */
const RIGHTS: ReadonlyArray<
	[right: Right, owner: string | undefined, scopes: string[], product: string, role: string]
> = [
	['uploadVideo', PERSON, ['w_member_social'], SHARE, MEMBER],
	['uploadVideo', PAGE, ['w_organization_social'], COMMUNITY, PAGE_ROLE],
	['uploadImage', PERSON, ['w_member_social'], SHARE, MEMBER],
	['uploadImage', PAGE, ['w_organization_social'], COMMUNITY, PAGE_ROLE],
	['uploadImage', ACCOUNT, ['rw_ads'], ADVERTISING, ACCOUNT_ROLE],
	['readVideo', PERSON, ['w_member_social'], SHARE, MEMBER],
	['readVideo', PAGE, ['w_organization_social'], COMMUNITY, PAGE_ROLE],
	['readVideo', ACCOUNT, ['r_ads', 'rw_ads'], ADVERTISING, ACCOUNT_ROLE],
	['readImage', PERSON, IMAGE_SCOPES, `${COMMUNITY} or ${ADVERTISING}`, ''],
	['readImage', PAGE, IMAGE_SCOPES, `${COMMUNITY} or ${ADVERTISING}`, PAGE_ROLE],
	['readImage', ACCOUNT, IMAGE_SCOPES, `${COMMUNITY} or ${ADVERTISING}`, ''],
	['readProfile', undefined, ['openid'], SHARE, ''],
];
const quoted = (scopes: string[]) => scopes.map((scope) => `"${scope}"`).join(' or ');
const forWhom = (owner: string | undefined) => (owner === undefined ? '' : ` for ${owner}`);
const adviceFor = (scopes: string[], product: string) =>
	`This needs the scope ${quoted(scopes)} (product "${product}" of your LinkedIn app): tick the product in the credential and connect again.`;

describe.each(RIGHTS)('%s for %s', (right, owner, scopes, product, role) => {
	test('without known scopes names role, scope and product', () => {
		expect(explainForbidden(right, owner, undefined, { hasRefreshToken: false })).toEqual({
			what: `LinkedIn does not allow it${forWhom(owner)}`,
			advice: `${role}${adviceFor(scopes, product)}`,
		});
	});

	test('without the scope says that it is missing and what was granted', () => {
		const token = { hasRefreshToken: false, grantedScopes: ['email', 'r_basicprofile'] };
		expect(explainForbidden(right, owner, undefined, token)).toEqual({
			what: `the connection lacks the scope ${quoted(scopes)}${forWhom(owner)}`,
			advice: `${adviceFor(scopes, product)} Granted are: email, r_basicprofile.`,
		});
	});

	test.each(scopes)('with %s does not ask to connect again', (scope) => {
		const token = { hasRefreshToken: false, grantedScopes: ['email', scope] };
		expect(explainForbidden(right, owner, undefined, token)).toEqual({
			what: `LinkedIn does not allow it${forWhom(owner)}`,
			advice: `${role}The scope ${quoted(scopes)} itself was granted.`,
		});
	});
});

test('no scope at all is said so', () => {
	const token = { hasRefreshToken: false, grantedScopes: [] };
	expect(explainForbidden('uploadVideo', PERSON, undefined, token).advice).toMatch(
		/ Granted are: none\.$/,
	);
});

describe('with a media library', () => {
	const library = `for the media library of ${ACCOUNT} you need a role in that ad account (billing admin, account manager, campaign manager or creative manager) and the scope "rw_ads" (product "Advertising"). `;

	test('the ad account’s role and scope stand after the owner’s', () => {
		const token = { hasRefreshToken: false, grantedScopes: ['w_member_social'] };
		expect(explainForbidden('uploadVideo', PERSON, ACCOUNT, token)).toEqual({
			what: `LinkedIn does not allow it for ${PERSON}`,
			advice: `${MEMBER.replace(/\. $/, '; ')}${library}The scope "w_member_social" itself was granted.`,
		});
	});

	test('they stand alone where the owner needs no role', () => {
		const { advice } = explainForbidden('readImage', ACCOUNT, ACCOUNT, { hasRefreshToken: true });
		expect(advice).toBe(
			`F${library.slice(1)}${adviceFor(IMAGE_SCOPES, `${COMMUNITY} or ${ADVERTISING}`)}`,
		);
	});
});
