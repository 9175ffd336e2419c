import { encodeValue } from '../../../linkedin/api/restli';
import { isDone, statusAndCode } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const batchGet: Question = {
	id: 'batchGet',
	asks: 'May this app read several videos in one call?',
	rule: {
		section: 'Media library',
		behavior: '... refused with 403 for apps on the development tier: reading `batchGet`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social', 'rw_ads']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 2,
	async ask(live) {
		const urn = encodeValue((await startedVideo(live)).urn);
		await live.need('reading the video', live.rest('get', `videos/${urn}`));
		const answer = await live.rest('batch_get', `videos?ids=List(${urn})`);
		return isDone(answer) ? 'allowed' : statusAndCode(answer);
	},
	readings: {
		allowed: { batchGet: 'allowed' },
		'403 ACCESS_DENIED': { batchGet: 'refused' },
	},
};
