import type { INodeProperties } from 'n8n-workflow';

import { regexOf } from '../../linkedin/api/notation';
import type { PageInput } from '../../linkedin/people/pageAddress';
import { PAGE, parsePage } from '../../linkedin/people/pageInput';
import { Field } from '../form/field';
import { fromList, locatorValue, typed } from '../form/locator';

const regex = regexOf(PAGE);

/** A page as the form names it. */
export interface ChosenPage {
	readonly input: PageInput;
	/** The field of the form, as errors call it. */
	readonly what: string;
}

/** A page: from the list of the member's own, or any by its URL, URN or ID. */
export function pageField(look: Pick<INodeProperties, 'description'>): Field<ChosenPage, 'page'> {
	return new Field(
		{
			displayName: 'Page',
			...look,
			name: 'page',
			type: 'resourceLocator',
			default: { mode: 'url', value: '' },
			required: true,
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
}
