import { explainForbidden, type Right } from '../../../linkedin/api/permissions';
import { ACCOUNT, PAGE, PERSON } from './support';

const SHARE = 'Share on LinkedIn';
const SIGN_IN = 'Sign In with LinkedIn using OpenID Connect';
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
	['readProfile', undefined, ['openid'], SIGN_IN, ''],
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
			advice: `${role}The scope itself was granted (${quoted(scopes)}).`,
		});
	});
});

test('no scope at all is said so', () => {
	const token = { hasRefreshToken: false, grantedScopes: [] };
	expect(explainForbidden('uploadVideo', PERSON, undefined, token).advice).toMatch(
		/ Granted are: none\.$/,
	);
});

/** The documented row of {@link RIGHTS}. */
function needOf(right: Right, owner: string): (typeof RIGHTS)[number] {
	const found = RIGHTS.find(([one, who]) => one === right && who === owner);
	if (!found) throw new Error(`no row for ${right} of ${owner}`);
	return found;
}

describe.each<[right: Right, owner: string, library: string[]]>([
	['uploadVideo', PERSON, ['rw_ads']],
	['uploadVideo', PAGE, ['rw_ads']],
	['uploadImage', PERSON, ['rw_ads']],
	['uploadImage', PAGE, ['rw_ads']],
	['readVideo', PERSON, ['r_ads', 'rw_ads']],
	['readVideo', PAGE, ['r_ads', 'rw_ads']],
	['readImage', PAGE, ['r_ads', 'rw_ads']],
])('%s for %s with a media library', (right, owner, library) => {
	const [, , scopes, product, role] = needOf(right, owner);
	const libraryRole = `for the media library of ${ACCOUNT} y${ACCOUNT_ROLE.slice(1)}`;
	const roles = `${role.replace(/\. $/, '; ')}${libraryRole}`;
	const explain = (grantedScopes?: string[]) =>
		explainForbidden(right, owner, ACCOUNT, {
			hasRefreshToken: false,
			...(grantedScopes === undefined ? {} : { grantedScopes }),
		});

	test('without known scopes names both roles, both scopes and both products', () => {
		expect(explain()).toEqual({
			what: `LinkedIn does not allow it for ${owner}`,
			advice: `${roles}${adviceFor(scopes, product)} ${adviceFor(library, ADVERTISING)}`,
		});
	});

	test('without the library’s scope names that one', () => {
		const own = scopes.filter((scope) => !library.includes(scope));
		expect(explain(own)).toEqual({
			what: `the connection lacks the scope ${quoted(library)} for ${owner}`,
			advice: `${adviceFor(library, ADVERTISING)} Granted are: ${own.join(', ')}.`,
		});
	});

	test('without the owner’s scope names that one', () => {
		const others = library.filter((scope) => !scopes.includes(scope)).concat('email');
		expect(explain(others)).toEqual({
			what: `the connection lacks the scope ${quoted(scopes)} for ${owner}`,
			advice: `${adviceFor(scopes, product)} Granted are: ${others.join(', ')}.`,
		});
	});

	test.each(library)('with the owner’s scope and %s does not ask to connect again', (scope) => {
		expect(explain([...scopes, scope])).toEqual({
			what: `LinkedIn does not allow it for ${owner}`,
			advice: `${roles}The scope itself was granted (${quoted(scopes)} and ${quoted(library)}).`,
		});
	});
});

test('with a media library the ad account’s role stands alone where the owner needs none', () => {
	const { advice } = explainForbidden('readImage', ACCOUNT, ACCOUNT, { hasRefreshToken: true });
	expect(advice).toBe(
		`For the media library of ${ACCOUNT} y${ACCOUNT_ROLE.slice(1)}${adviceFor(IMAGE_SCOPES, `${COMMUNITY} or ${ADVERTISING}`)} ${adviceFor(['r_ads', 'rw_ads'], ADVERTISING)}`,
	);
});
