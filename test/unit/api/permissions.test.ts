import { explainForbidden } from '../../../linkedin/api/explainForbidden';
import { isAllowed, type Right } from '../../../linkedin/api/permissions';
import { ACCOUNT, PAGE, PERSON } from './support';

/** The choices of *LinkedIn App* whose app has the scope. */
const ANY = '"Post as Yourself" or "Company Pages" or "Company Pages and Ad Accounts"';
const ANY_APP = '"Post as Yourself" or "Company Pages" or "Company Pages and Ad Accounts"';
const PAGES = '"Company Pages" or "Company Pages and Ad Accounts"';
const ADS = '"Company Pages and Ad Accounts"';
const MEMBER = 'The owner must be the member who connected the credential. ';
const PAGE_ROLE =
	'You must be an administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins). ';
const ACCOUNT_ROLE =
	'You need a role in that ad account (billing admin, account manager, campaign manager or creative manager). ';
/** "Permissions", `r_ads`. */
const READER_ROLE = ACCOUNT_ROLE.replace(
	'manager or creative manager',
	'manager, creative manager or viewer',
);
const POST_ROLE =
	'You must be an administrator, a content administrator or a direct sponsored content poster of that page (Page > Settings > Manage admins). ';
const PARTNERS = 'LinkedIn grants "r_member_social" to selected partners only. ';
const ACCOUNT_DOCUMENT = ['w_organization_social', 'r_organization_social', 'r_ads', 'rw_ads'];
const IMAGE_SCOPES = ['rw_ads', 'w_organization_social', 'w_power_creators'];

const COMMENTS = '"Company Pages" with "Comments"';
const AUTHOR = 'The author must be the member who connected the credential. ';
const COMMENT_ROLE =
	'You must be an administrator, a direct sponsored content poster or a recruiting poster of that page (Page > Settings > Manage admins). ';
const READ_COMMENT_ROLE =
	'You must be an administrator or a direct sponsored content poster of the post’s page (Page > Settings > Manage admins). ';
const REACT_SELF = 'You can react only as the member who connected the credential. ';
const REACT_ROLE = COMMENT_ROLE.replace('You must', 'To react as a page, you must');
const COUNTS_ROLE =
	'You must be an administrator or a direct sponsored content poster of the page whose post it is (Page > Settings > Manage admins). ';

/** LinkedIn's documents, "Permissions": who may do what. */
const RIGHTS: ReadonlyArray<
	[right: Right, owner: string | undefined, scopes: string[], apps: string, role: string]
> = [
	['uploadVideo', PERSON, ['w_member_social'], ANY, MEMBER],
	['uploadVideo', PAGE, ['w_organization_social'], PAGES, PAGE_ROLE],
	['uploadImage', PERSON, ['w_member_social'], ANY, MEMBER],
	['uploadImage', PAGE, ['w_organization_social'], PAGES, PAGE_ROLE],
	['uploadImage', ACCOUNT, ['rw_ads'], ADS, ACCOUNT_ROLE],
	['readVideo', PERSON, ['w_member_social'], ANY, MEMBER],
	['readVideo', PAGE, ['w_organization_social'], PAGES, PAGE_ROLE],
	['readVideo', ACCOUNT, ['r_ads', 'rw_ads'], ADS, READER_ROLE],
	['readImage', PERSON, IMAGE_SCOPES, PAGES, ''],
	['readImage', PAGE, IMAGE_SCOPES, PAGES, PAGE_ROLE],
	['readImage', ACCOUNT, IMAGE_SCOPES, PAGES, ''],
	['readDocument', ACCOUNT, ACCOUNT_DOCUMENT, PAGES, READER_ROLE],
	['readPost', PERSON, ['r_member_social'], '"Custom"', PARTNERS],
	['readPost', PAGE, ['r_organization_social'], PAGES, POST_ROLE],
	['writeComment', PERSON, ['w_member_social_feed'], COMMENTS, AUTHOR],
	['writeComment', PAGE, ['w_organization_social_feed'], COMMENTS, COMMENT_ROLE],
	['readComment', PAGE, ['r_organization_social_feed'], COMMENTS, READ_COMMENT_ROLE],
	['react', PERSON, ['w_member_social_feed'], COMMENTS, REACT_SELF],
	['react', PAGE, ['w_organization_social_feed'], COMMENTS, REACT_ROLE],
	['readCounts', PAGE, ['r_organization_social_feed'], COMMENTS, COUNTS_ROLE],
	['readProfile', undefined, ['openid', 'r_basicprofile'], ANY_APP, ''],
];
const quoted = (scopes: string[]) => scopes.map((scope) => `"${scope}"`).join(' or ');
const forWhom = (owner: string | undefined) => (owner === undefined ? '' : ` for ${owner}`);
const adviceFor = (apps: string, ...needs: string[][]) =>
	`This needs ${needs.map((scopes) => `the scope ${quoted(scopes)}`).join(' and ')}. Connect a credential whose LinkedIn App is ${apps}.`;

describe.each(RIGHTS)('%s for %s', (right, owner, scopes, apps, role) => {
	test('without known scopes names role, scope and kind of app', () => {
		expect(explainForbidden(right, owner, undefined, { hasRefreshToken: false })).toEqual({
			what: `LinkedIn denied access${forWhom(owner)}`,
			advice: `${role}${adviceFor(apps, scopes)}`,
		});
	});

	test('without the scope says that it is missing and what was granted', () => {
		const token = { hasRefreshToken: false, grantedScopes: ['email', 'phone'] };
		expect(explainForbidden(right, owner, undefined, token)).toEqual({
			what: `the connection lacks the scope ${quoted(scopes)}${forWhom(owner)}`,
			// Of a scope that no app of the user's brings, it says so.
			advice: `${role === PARTNERS ? PARTNERS : ''}${adviceFor(apps, scopes)} Granted scopes: email, phone.`,
		});
	});

	test.each(scopes)('with %s does not ask to connect again', (scope) => {
		const token = { hasRefreshToken: false, grantedScopes: ['email', scope] };
		expect(explainForbidden(right, owner, undefined, token)).toEqual({
			what: `LinkedIn denied access${forWhom(owner)}`,
			advice: `${role}The connection has "${scope}".`,
		});
	});
});

test('no scope at all is said so', () => {
	const token = { hasRefreshToken: false, grantedScopes: [] };
	expect(explainForbidden('uploadVideo', PERSON, undefined, token).advice).toMatch(
		/ Granted scopes: none\.$/,
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
	const [, , scopes, , role] = needOf(right, owner);
	const inAccount = right.startsWith('read') ? READER_ROLE : ACCOUNT_ROLE;
	const libraryRole = `for the media library of ${ACCOUNT} y${inAccount.slice(1)}`;
	const roles = `${role.replace(/\. $/, '; ')}${libraryRole}`;
	const explain = (grantedScopes?: string[]) =>
		explainForbidden(right, owner, ACCOUNT, {
			hasRefreshToken: false,
			...(grantedScopes === undefined ? {} : { grantedScopes }),
		});

	test('without known scopes names both roles, both scopes and the app that has both', () => {
		expect(explain()).toEqual({
			what: `LinkedIn denied access for ${owner}`,
			advice: `${roles}${adviceFor(ADS, scopes, library)}`,
		});
	});

	test('without the library’s scope names that one', () => {
		const own = scopes.filter((scope) => !library.includes(scope));
		expect(explain(own)).toEqual({
			what: `the connection lacks the scope ${quoted(library)} for ${owner}`,
			advice: `${adviceFor(ADS, library)} Granted scopes: ${own.join(', ')}.`,
		});
	});

	test('without the owner’s scope names that one, and only an app that has the library too', () => {
		const others = library.filter((scope) => !scopes.includes(scope)).concat('email');
		expect(explain(others)).toEqual({
			what: `the connection lacks the scope ${quoted(scopes)} for ${owner}`,
			advice: `${adviceFor(ADS, scopes)} Granted scopes: ${others.join(', ')}.`,
		});
	});

	test.each(library)('with the owner’s scope and %s does not ask to connect again', (scope) => {
		const granted = [...scopes, scope];
		const all = (of: string[], has: string[]) =>
			quoted(of.filter((each) => has.includes(each))).replaceAll(' or ', ' and ');
		expect(explain(granted)).toEqual({
			what: `LinkedIn denied access for ${owner}`,
			advice: `${roles}The connection has ${all(scopes, granted)} and ${all(library, granted)}.`,
		});
	});
});

test('with a media library the ad account’s role stands alone where the owner needs none', () => {
	const { advice } = explainForbidden('readImage', ACCOUNT, ACCOUNT, { hasRefreshToken: true });
	expect(advice).toBe(
		`For the media library of ${ACCOUNT} y${READER_ROLE.slice(1)}${adviceFor(ADS, IMAGE_SCOPES, ['r_ads', 'rw_ads'])}`,
	);
});

describe.each<[right: Right, owner: string | undefined, scope: string]>([
	['uploadImage', PERSON, 'w_power_creators'],
	['uploadAsset', PERSON, 'w_compliance'],
	['readAsset', PERSON, 'w_compliance'],
	['readAsset', undefined, 'w_compliance'],
])('%s for %s: what LinkedIn grants to partners', (right, owner, scope) => {
	const explain = (...grantedScopes: string[]) =>
		explainForbidden(right, owner, undefined, { hasRefreshToken: false, grantedScopes });

	test('is enough', () => {
		expect(isAllowed({ right, owner }, [scope])).toBe(true);
		expect(explain(scope).what).toBe(`LinkedIn denied access${forWhom(owner)}`);
		expect(explain(scope).advice).toContain(`The connection has "${scope}".`);
	});

	test('is advised to nobody', () => {
		const { what, advice } = explain('email');
		expect(what).toContain('lacks the scope "w_member_social"');
		expect(what + advice).not.toContain(scope);
	});
});

test.each([
	['uploadImage', PAGE, 'w_power_creators'],
	['uploadVideo', PERSON, 'w_power_creators'],
	['uploadAsset', PAGE, 'w_compliance'],
	['uploadImage', PERSON, 'w_compliance'],
] as const)('%s for %s is not allowed by %s', (right, owner, scope) => {
	expect(isAllowed({ right, owner }, [scope])).toBe(false);
});

describe.each<[right: Right, owner: string | undefined, former: string, scope: string]>([
	['writeComment', PERSON, 'w_member_social', 'w_member_social_feed'],
	['writeComment', PAGE, 'w_organization_social', 'w_organization_social_feed'],
	['readComment', PAGE, 'r_organization_social', 'r_organization_social_feed'],
	['react', PERSON, 'w_member_social', 'w_member_social_feed'],
	['react', PAGE, 'w_organization_social', 'w_organization_social_feed'],
	['readCounts', PAGE, 'r_organization_social', 'r_organization_social_feed'],
])('%s for %s by the former name of the scope', (right, owner, former, scope) => {
	test('is left to LinkedIn', () => {
		expect(isAllowed({ right, owner }, [former])).toBe(true);
	});

	test('of a refusal says which one the current documentation names', () => {
		const token = { hasRefreshToken: false, grantedScopes: ['email', former] };
		expect(explainForbidden(right, owner, undefined, token)).toEqual({
			what: `LinkedIn denied access${forWhom(owner)}`,
			advice: `The connection has "${former}", which LinkedIn’s earlier documentation names; the current one names "${scope}". Connect a credential whose LinkedIn App is ${COMMENTS}.`,
		});
	});
});

test.each(['readComment', 'readCounts'] as const)(
	'%s of a member’s post by the former name: which partners have the current one',
	(right) => {
		const token = { hasRefreshToken: false, grantedScopes: ['r_member_social'] };
		expect(explainForbidden(right, PERSON, undefined, token).advice).toContain(
			'the current one names "r_member_social_feed". LinkedIn grants "r_member_social_feed" to selected partners only. Connect',
		);
	},
);
