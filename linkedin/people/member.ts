import type { LinkedInClient } from '../api/client';
import { isRefusedWith } from '../api/error';
import { foreignWords } from '../api/foreignWords';
import { UnexpectedAnswer, type JsonFields } from '../api/parse';

/** The member behind the token. */
interface Member {
	/**
	 * `urn:li:person:…`: the ID belongs to the app: another app gets a different one for the same
	 * member.
	 */
	readonly urn: string;
	readonly name: string;
}

/** One of the two calls that tell. */
interface Profile {
	readonly path: string;
	readonly scope: string;
	readonly read: (answer: JsonFields) => Member;
}

/** "Sign In with LinkedIn using OpenID Connect"; only that product has its scopes. */
const USERINFO: Profile = {
	path: '/v2/userinfo',
	scope: 'openid',
	read: (answer) => memberOf('sub', answer.string('sub'), answer.optionalString('name') ?? ''),
};

/** What reviewed products have instead (linkedin-beyond, "People"; "Increasing Access"). */
const ME: Profile = {
	path: '/v2/me',
	scope: 'r_basicprofile',
	read: (answer) => {
		const names = ['localizedFirstName', 'localizedLastName'].map(
			(field) => answer.optionalString(field) ?? '',
		);
		return memberOf('id', answer.string('id'), names.join(' '));
	},
};

function memberOf(field: string, id: string, name: string): Member {
	if (!/^[A-Za-z0-9_-]{1,100}$/.test(id)) throw new UnexpectedAnswer(`${field} is not a member id`);
	const shown = foreignWords(name);
	return { urn: `urn:li:person:${id}`, name: shown === '' ? id : shown };
}

/**
 * Who is connected: by `GET /v2/userinfo`, or by `GET /v2/me` if the app has no OpenID Connect.
 *
 * @throws LinkedInError; an empty id is an error, never `urn:li:person:`
 */
export async function getMember(client: LinkedInClient): Promise<Member> {
	const { grantedScopes: granted } = client.options.token;
	const [first, second] =
		granted?.includes(USERINFO.scope) === false ? [ME, USERINFO] : [USERINFO, ME];
	try {
		return await ask(client, first);
	} catch (error) {
		if (!isRefusedWith(error, 403) || granted?.includes(second.scope) === false) throw error;
		return await ask(client, second).catch((other: unknown) => {
			throw isRefusedWith(other, 403) ? error : other;
		});
	}
}

function ask(client: LinkedInClient, { path, read }: Profile): Promise<Member> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'get',
			path,
			purpose: { doing: 'read the connected member', right: 'readProfile' },
		},
		read,
	);
}
