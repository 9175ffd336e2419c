import { Problem } from '../../linkedin/problem';
import { Field } from '../form/field';
import { optionsWith } from '../form/collection';
import { choice } from '../form/fields';
import { toText } from '../form/values';

/** The proportions of a carousel's pages. */
export const pageSize = choice({
	displayName: 'Page Size',
	name: 'pageSize',
	options: [
		{ name: 'First Image', value: 'first', description: 'The proportions of the first image' },
		{ name: 'Landscape (16:9)', value: '16:9', description: '1920 x 1080' },
		{ name: 'Portrait (4:5)', value: '4:5', description: '1080 x 1350' },
		{ name: 'Square (1:1)', value: '1:1', description: '1080 x 1080' },
	],
	default: 'first',
	description:
		'The size of all pages. Images of other proportions are shown whole, with the background color around them.',
});

const WHITE = '#FFFFFF';
const COLOR = /^#?([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What is behind the images of a carousel: red, green and blue from 0 to 255. */
export const background = new Field<readonly [number, number, number], 'background'>(
	{
		displayName: 'Background Color',
		name: 'background',
		type: 'color',
		default: WHITE,
		description: 'Color around images of other proportions, and behind transparent ones',
	},
	(value, what) => {
		const text = toText(value, WHITE, what).trim();
		const [, digits] = COLOR.exec(text) ?? [];
		if (digits === undefined) {
			throw new Problem(`${what} "${text.slice(0, 80)}" is not a color code`, {
				description: 'Enter a code such as #FFFFFF (white) or #0A66C2 (blue).',
			});
		}
		const whole = digits.length === 3 ? digits.replace(/./g, '$&$&') : digits;
		const part = (at: number) => Number.parseInt(whole.slice(at, at + 2), 16);
		return [part(0), part(2), part(4)];
	},
);

/** How the pages of a carousel look, among the options of an operation. */
export const carouselLook = optionsWith(background, pageSize);
