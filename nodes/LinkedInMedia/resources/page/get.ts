import { regexOf } from '../../../../linkedin/api/notation';
import { PAGE, parsePage } from '../../../../linkedin/people/pageInput';
import { mentionOfPage } from '../../../../linkedin/posts/pageMentions';
import { itemOptions } from '../../../fields/itemOptions';
import { Field } from '../../../form/field';
import { fromList, locatorValue, typed } from '../../../form/locator';
import type { ItemOperation } from '../../../run/operation';

const regex = regexOf(PAGE);

const page = new Field(
	{
		displayName: 'Page',
		name: 'page',
		type: 'resourceLocator',
		default: { mode: 'url', value: '' },
		required: true,
		description: 'Any page on LinkedIn: from the list of your own pages, or by URL, URN or ID',
		modes: [
			fromList('searchPages', 'Choose a page...'),
			typed({
				displayName: 'By URL',
				name: 'url',
				placeholder: 'e.g. https://www.linkedin.com/company/acme',
				regex,
				errorMessage:
					'Enter the URL of a company, school or showcase page, e.g. https://www.linkedin.com/company/acme, or the last part of it, e.g. acme',
			}),
			typed({
				displayName: 'By URN or ID',
				name: 'urn',
				placeholder: 'e.g. urn:li:organization:2414183',
				regex,
				errorMessage:
					'Enter the number of the page, e.g. 2414183, or its URN, e.g. urn:li:organization:2414183',
			}),
		],
	},
	(value, what) => ({ input: parsePage(locatorValue(value), what), what }),
);

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
