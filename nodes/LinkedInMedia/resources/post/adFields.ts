import { type CallToAction, CALLS_TO_ACTION } from '../../../../linkedin/posts/callToAction';
import { byName } from '../../../form/byName';
import { line, statedChoice } from '../../../form/fields';

/** As LinkedIn shows it on the button: `LEARN_MORE` is Learn More. */
function nameOf(word: CallToAction): string {
	return word
		.split('_')
		.map((part) => `${part.charAt(0)}${part.slice(1).toLowerCase()}`)
		.join(' ');
}

const options = CALLS_TO_ACTION.map((value) => ({
	name: nameOf(value),
	value,
	description: `A button that says "${nameOf(value)}"`,
})).sort((one, other) => byName(one.name, other.name));

/** The button of an ad. */
export const callToAction = statedChoice<'callToAction', CallToAction>({
	displayName: 'Call to Action',
	name: 'callToAction',
	options,
	default: 'LEARN_MORE',
	description: 'The button of a sponsored post. It opens the landing page.',
});

/** Where an ad leads. */
export const landingPage = line({
	displayName: 'Landing Page',
	name: 'landingPage',
	placeholder: 'e.g. https://example.com/offer',
	description: 'The page that a click on a sponsored post opens',
});
