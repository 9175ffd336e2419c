import type { LinkedInClient } from '../api/client';
import { UnexpectedAnswer } from '../api/parse';

/** The member behind the token. */
interface Member {
	/** `urn:li:person:…` */
	readonly urn: string;
	readonly name: string;
}

/**
 * `GET /v2/userinfo` (OpenID Connect; needs the scopes `openid profile`).
 *
 * @throws LinkedInError; an empty id is an error, never `urn:li:person:`
 */
export function getMember(client: LinkedInClient): Promise<Member> {
	return client.call(
		{
			method: 'GET',
			restliMethod: 'get',
			path: '/v2/userinfo',
			purpose: { doing: 'read who is connected', right: 'readProfile' },
		},
		(answer) => {
			const id = answer.string('sub');
			if (!/^[A-Za-z0-9_-]+$/.test(id)) throw new UnexpectedAnswer('sub is not a member id');
			return { urn: `urn:li:person:${id}`, name: answer.optionalString('name') ?? id };
		},
	);
}
