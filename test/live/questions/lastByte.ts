import { at } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const lastByte: Question = {
	id: 'lastByte',
	asks: 'Where does the last range of a video end, of 1,055,736 bytes as in the sample?',
	rule: {
		section: 'Videos',
		behavior:
			'the last range ends at the end of the file, or is as long as the others: reading `lastByte`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	uses: [startedVideo],
	calls: 0,
	async ask(live) {
		const { answer } = await startedVideo(live);
		return String(at(answer, 'value', 'uploadInstructions', '0', 'lastByte'));
	},
	readings: { '1055735': { lastByte: 'clipped' }, '4194303': { lastByte: 'beyondEnd' } },
};
