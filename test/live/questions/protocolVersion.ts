import { encodeValue } from '../../../linkedin/api/restli';
import { isDone } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const protocolVersion: Question = {
	id: 'protocolVersion',
	asks: 'Is a get without X-Restli-Protocol-Version accepted?',
	rule: {
		section: 'Every call to `/rest`',
		behavior: 'no protocol version: 400 (Rest.li itself would fall back to 1.0.0)',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 1,
	async ask(live) {
		const { urn } = await startedVideo(live);
		const headers = { 'x-restli-protocol-version': undefined };
		const answer = await live.rest('get', `videos/${encodeValue(urn)}`, { headers });
		return isDone(answer) ? 'accepted' : `${answer.status}`;
	},
	readings: { '400': {} },
};
