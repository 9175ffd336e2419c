import { isGiven } from '../look';
import { libraryImages } from '../made/library';
import type { Question } from '../question';

export const imageFields: Question = {
	id: 'imageFields',
	asks: 'Does an image have an alt text and a ratio?',
	rule: {
		section: 'Reading',
		behavior: '`altText` and two ratios of an image: reading `imageFields`',
	},
	needs: { scopes: [['rw_ads'], ['w_member_social', 'w_organization_social']], account: true },
	isPublic: false,
	uses: [libraryImages],
	calls: 0,
	async ask(live) {
		const { json } = (await libraryImages(live)).got;
		const shown = ['altText', 'aspectRatioWidth', 'aspectRatioHeight'].filter((key) =>
			isGiven(json, key),
		);
		return shown.length === 0 ? 'none of them' : shown.join(', ');
	},
	readings: {
		'none of them': { imageFields: 'asSample' },
		'altText, aspectRatioWidth, aspectRatioHeight': { imageFields: 'asSchema' },
	},
};
