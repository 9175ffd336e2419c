import { encodeValue } from '../../../linkedin/api/restli';
import { recordOf } from '../../../linkedin/api/parse';
import { at, codeOf } from '../look';
import { NEVER_ISSUED } from '../made/unknown';
import type { Question } from '../question';

export const batchNotFound: Question = {
	id: 'batchNotFound',
	asks: 'How does a batch get answer for a video that doesn’t exist?',
	rule: {
		section: 'Media library',
		behavior: '... or a 400 `NOT_FOUND`: reading `batchNotFound`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads', 'r_ads']] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const path = `videos?ids=List(${encodeValue(NEVER_ISSUED)})`;
		const answer = await live.need('the batch get', live.rest('batch_get', path));
		const [error] = Object.values(recordOf(at(answer.json, 'errors')));
		return `${String(at(error, 'status'))} ${codeOf({ ...answer, json: error })}`.trim();
	},
	readings: {
		'404 NOT_FOUND': { batchNotFound: '404' },
		'400 NOT_FOUND': { batchNotFound: '400' },
	},
};
