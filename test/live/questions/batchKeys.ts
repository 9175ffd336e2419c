import { encodeValue } from '../../../linkedin/api/restli';
import { recordOf } from '../../../linkedin/api/parse';
import { at } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const batchKeys: Question = {
	id: 'batchKeys',
	asks: 'Are the keys of a batch get plain URNs?',
	rule: {
		section: 'Media library',
		behavior: '... keys plain or percent-encoded: reading `batchKeys`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 1,
	async ask(live) {
		const { urn } = await startedVideo(live);
		const path = `videos?ids=List(${encodeValue(urn)})`;
		const { json } = await live.need('the batch get', live.rest('batch_get', path));
		const [key = ''] = Object.keys(recordOf(at(json, 'results')));
		if (key === urn) return 'plain';
		return key === encodeURIComponent(urn) ? 'encoded' : 'something else';
	},
	readings: { plain: { batchKeys: 'plain' }, encoded: { batchKeys: 'encoded' } },
};
