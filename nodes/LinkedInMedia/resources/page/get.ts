import { mentionOfPage } from '../../../../linkedin/posts/pageMentions';
import { itemOptions } from '../../../fields/itemOptions';
import { pageField } from '../../../fields/page';
import type { ItemOperation } from '../../../run/operation';

const page = pageField({
	description: 'Any page on LinkedIn: from the list of your own pages, or by URL, URN or ID',
});

/** What a page is called, and how a post's text mentions it: with its exact name, or not at all. */
export const get: ItemOperation = {
	value: 'get',
	name: 'Get',
	action: 'Get a page',
	description: 'Get the URN and exact name of any page, and its mention to paste into a text',
	fields: [page, itemOptions()],
	async execute(item) {
		const { input, what } = item.read(page);
		const found = await item.pageOf(input, what);
		const { urn, name = null, vanityName = null, isBrand } = found;
		const mention = mentionOfPage(found) ?? null;
		if (mention === null) {
			item.warn(`LinkedIn didn’t return the name of ${urn}, so there is no mention of it.`);
		} else if (isBrand) {
			item.warn(
				`${urn} is a showcase page. LinkedIn’s documentation doesn’t say whether posts can mention one: if not, readers see its name as plain text.`,
			);
		}
		return [{ json: { urn, name, vanityName, mention } }];
	},
};
