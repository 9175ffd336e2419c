import { filterForms } from '../made/filters';
import type { Question } from '../question';

export const videoLibraryFilter: Question = {
	id: 'videoLibraryFilter',
	asks: 'Which form of the filter does the finder of videos accept?',
	rule: {
		section: 'Media library',
		behavior:
			'... the other form is refused, also accepted, or the only one accepted: reading `libraryFilter`',
	},
	needs: { scopes: [['r_ads', 'rw_ads']], account: true },
	isPublic: false,
	calls: 2,
	ask: (live) => filterForms(live, 'videos'),
	readings: {
		plain: { libraryFilter: 'own' },
		'plain, record': { libraryFilter: 'both' },
		record: { libraryFilter: 'other' },
	},
};
