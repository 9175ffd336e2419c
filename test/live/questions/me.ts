import { isDone, isGiven, statusAndCode } from '../look';
import type { Question } from '../question';
import { Unasked } from '../stops';

const KEYS = ['id', 'localizedFirstName', 'localizedLastName'];

export const me: Question = {
	id: 'me',
	asks: 'What does /v2/me say of a member, with r_basicprofile?',
	rule: {
		section: 'OAuth 2.0 and members',
		behavior:
			'`/v2/me`: `id`, `localizedFirstName`, `localizedLastName`, ... for `r_basicprofile`; no version header',
	},
	needs: { scopes: [['r_basicprofile']] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const answer = await live.legacy('me');
		if (isDone(answer)) return KEYS.filter((key) => isGiven(answer.json, key)).join(', ');
		// Without being told its scopes, a refusal says nothing.
		if (live.session.scopes?.has('r_basicprofile') === true) return statusAndCode(answer);
		throw new Unasked('it was refused, and whether the token has r_basicprofile is not known');
	},
	readings: { 'id, localizedFirstName, localizedLastName': {} },
};
