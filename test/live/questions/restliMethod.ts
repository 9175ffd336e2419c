import { encodeValue } from '../../../linkedin/api/restli';
import { isDone } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const restliMethod: Question = {
	id: 'restliMethod',
	asks: 'Is a get without X-RestLi-Method accepted?',
	rule: { section: 'Every call to `/rest`', behavior: 'it must be sent: reading `restliMethod`' },
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 1,
	async ask(live) {
		const { urn } = await startedVideo(live);
		const headers = { 'x-restli-method': undefined };
		const answer = await live.rest('get', `videos/${encodeValue(urn)}`, { headers });
		return isDone(answer) ? 'accepted' : `${answer.status}`;
	},
	readings: {
		accepted: { restliMethod: 'optional' },
		'400': { restliMethod: 'required' },
	},
};
