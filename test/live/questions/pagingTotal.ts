import { isGiven } from '../look';
import { firstPage, libraryImages } from '../made/library';
import type { Question } from '../question';

export const pagingTotal: Question = {
	id: 'pagingTotal',
	asks: 'Does a library say how many entries it has?',
	rule: {
		section: 'Media library',
		behavior:
			'... a `next` link on a full last page: reading `lastFullPage`; `total`: reading `pagingTotal`',
	},
	needs: { scopes: [['rw_ads'], ['w_member_social', 'w_organization_social']], account: true },
	isPublic: false,
	uses: [libraryImages, firstPage],
	calls: 0,
	async ask(live) {
		const { json } = await firstPage(live);
		return isGiven(json, 'paging', 'total') ? 'given' : 'omitted';
	},
	readings: { given: { pagingTotal: 'given' }, omitted: { pagingTotal: 'omitted' } },
};
