import { textAt } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const uploadToken: Question = {
	id: 'uploadToken',
	asks: 'Is the upload token empty?',
	rule: { section: 'Videos', behavior: '`uploadToken` is `""` or opaque: reading `uploadToken`' },
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 0,
	async ask(live) {
		const { answer } = await startedVideo(live);
		return textAt(answer, 'value', 'uploadToken') === '' ? 'empty' : 'opaque';
	},
	readings: { empty: { uploadToken: 'empty' }, opaque: { uploadToken: 'opaque' } },
};
