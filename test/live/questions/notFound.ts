import { encodeValue } from '../../../linkedin/api/restli';
import { statusAndCode } from '../look';
import { NEVER_ISSUED } from '../made/unknown';
import type { Question } from '../question';

export const notFound: Question = {
	id: 'notFound',
	asks: 'How is a video refused that doesn’t exist?',
	rule: { section: 'Reading', behavior: 'not found: 404 or 400 `NOT_FOUND`, reading `notFound`' },
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads', 'r_ads']] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		return statusAndCode(await live.rest('get', `videos/${encodeValue(NEVER_ISSUED)}`));
	},
	readings: {
		'404 NOT_FOUND': { notFound: '404' },
		'400 NOT_FOUND': { notFound: '400' },
	},
};
