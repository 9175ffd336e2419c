import { listAt, textAt } from '../look';
import { firstPage, libraryImages } from '../made/library';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const nextLink: Question = {
	id: 'nextLink',
	asks: 'What does the next link of a library lack?',
	rule: {
		section: 'Media library',
		behavior: '... the `next` link lacks the filter and names another account: reading `nextLink`',
	},
	needs: { scopes: [['rw_ads'], ['w_member_social', 'w_organization_social']], account: true },
	isPublic: false,
	uses: [libraryImages, firstPage],
	calls: 0,
	async ask(live) {
		const { json } = await firstPage(live);
		const links = listAt(json, 'paging', 'links');
		const next = links.find((link) => textAt(link, 'rel') === 'next');
		const href = textAt(next, 'href');
		if (href === '') throw new Unasked('the library shows no second page yet');
		const id = live.account.split(':').at(-1) ?? '';
		const account = new RegExp(`(?:%3A|:)${id}(?!\\d)`).test(href)
			? 'the account'
			: 'another account';
		return `${href.includes('mediaLibraryStatus=') ? 'the filter' : 'no filter'}, ${account}`;
	},
	readings: {
		'no filter, another account': { nextLink: 'asSample' },
		'the filter, the account': { nextLink: 'sound' },
	},
};
