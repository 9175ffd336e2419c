import { filterForms } from '../made/filters';
import type { Question } from '../question';

export const imageLibraryFilter: Question = {
	id: 'imageLibraryFilter',
	asks: 'Which form of the filter does the finder of images accept?',
	rule: {
		section: 'Media library',
		behavior:
			'... the other form is refused, also accepted, or the only one accepted: reading `libraryFilter`',
	},
	needs: { scopes: [['r_ads', 'rw_ads']], account: true },
	isPublic: false,
	calls: 2,
	ask: (live) => filterForms(live, 'images'),
	readings: {
		record: { libraryFilter: 'own' },
		'plain, record': { libraryFilter: 'both' },
		plain: { libraryFilter: 'other' },
	},
};
