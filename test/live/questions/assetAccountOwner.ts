import { register } from '../made/assets';
import { isDone, statusAndCode } from '../look';
import type { Question } from '../question';

export const assetAccountOwner: Question = {
	id: 'assetAccountOwner',
	asks: 'May a sponsoredAccount own a legacy asset?',
	rule: {
		section: 'Vector assets',
		behavior: '... or a `sponsoredAccount`: reading `assetAccountOwner`',
	},
	needs: { scopes: [['rw_ads']], account: true },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const answer = await register(live, 'ads-video_v2', live.account);
		return isDone(answer) ? 'accepted' : statusAndCode(answer);
	},
	readings: {
		accepted: { assetAccountOwner: 'either' },
		'400 INVALID_URN_TYPE': { assetAccountOwner: 'sponsoredAdAccount' },
	},
};
