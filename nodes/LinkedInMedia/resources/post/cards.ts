import { rows } from '../../../form/collection';
import { line } from '../../../form/fields';
import { rowSources } from './rowSource';

const title = line({
	displayName: 'Title',
	name: 'title',
	placeholder: 'e.g. Spring offer',
	description: 'Shown below the image of this card',
});

const landingPage = line({
	displayName: 'Landing Page',
	name: 'landingPage',
	placeholder: 'e.g. https://example.com/offer',
	description: 'The page that a click on this card opens',
});

/** The cards of an ad: an image each, with a title and where it leads. */
export const cards = rows(
	{
		displayName: 'Cards',
		name: 'cards',
		placeholder: 'Add Card',
		default: {},
		description:
			'2 to 10 images in the order in which they are shown, each with its landing page. LinkedIn shows cards only in ads: add the option "Ad Account".',
	},
	{ key: 'card', displayName: 'Card' },
	...rowSources,
	landingPage,
	title,
).when({ contentType: ['cards'] });
