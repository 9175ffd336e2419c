import { register } from '../made/assets';
import { isDone } from '../look';
import type { Question } from '../question';

export const deprecatedRecipe: Question = {
	id: 'deprecatedRecipe',
	asks: 'Does the recipe ads-video still work?',
	rule: {
		section: 'Vector assets',
		behavior: '`ads-video` still works: reading `deprecatedRecipe`',
	},
	needs: { scopes: [['w_organization_social', 'rw_ads']] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const answer = await register(live, 'ads-video', await live.session.owner());
		return isDone(answer) ? 'accepted' : `${answer.status}`;
	},
	readings: {
		accepted: { deprecatedRecipe: 'accepted' },
		'400': { deprecatedRecipe: 'refused' },
	},
};
