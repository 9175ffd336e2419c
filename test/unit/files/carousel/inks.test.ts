import { fixture } from '../../../fixtures/make';
import { cmykProfile } from '../../../fixtures/pictures/cmykProfile';
import { fields, type Pixel } from '../../../fixtures/pictures/grid';
import { jpeg, segment, type JpegForm } from '../../../fixtures/pictures/jpeg';
import { expectWellBuilt, renderImage, renderPages, type RenderedPage } from '../../../pdf/render';
import { carouselOf } from './support';

/** JPEGs for a press, of cyan, magenta, yellow and black. A pixel says what each ink leaves of the paper. */

const PAPER: Pixel = [255, 255, 255, 255];
const CYAN: Pixel = [0, 255, 255, 255];
const MAGENTA: Pixel = [255, 0, 255, 255];
const YELLOW: Pixel = [255, 255, 0, 255];
const RED: Pixel = [255, 0, 0, 255];
const GREEN: Pixel = [0, 255, 0, 255];
const BLUE: Pixel = [0, 0, 255, 255];
const BLACK: Pixel = [255, 255, 255, 0];

const INKS = [
	[PAPER, CYAN, MAGENTA, YELLOW],
	[RED, GREEN, BLUE, BLACK],
];
const grid = fields(INKS, 16);

const FORMS = [
	['as printed, without Adobe’s segment', 'cmyk'],
	['inverted, by Photoshop', 'adobeCmyk'],
	['inverted and as YCCK, by Photoshop', 'adobeYcck'],
] as const satisfies ReadonlyArray<readonly [string, JpegForm['colours']]>;

const profile = segment(
	0xe2,
	Buffer.concat([Buffer.from('ICC_PROFILE\0\x01\x01', 'latin1'), cmykProfile()]),
);

/** The colour in the middle of each field. */
function colours(page: RenderedPage): Array<readonly number[]> {
	return INKS.flatMap((row, y) =>
		row.map((_, x) =>
			page.at(
				Math.floor(((x + 0.5) * page.width) / row.length),
				Math.floor(((y + 0.5) * page.height) / INKS.length),
			),
		),
	);
}

/** How far colours are from others, at most. */
function farthest(one: ReadonlyArray<readonly number[]>, other: typeof one): number {
	const offs = one.flatMap((colour, index) =>
		colour.map((part, at) => Math.abs(part - (other[index]?.[at] ?? NaN))),
	);
	return Math.max(...offs);
}

async function shown(image: Buffer) {
	const pdf = await carouselOf([image], { pageSize: '16:9' });
	await expectWellBuilt(pdf);
	const [page] = await renderPages(await carouselOf([image]), 0.25);
	if (!page) throw new Error('there is no page');
	return { text: pdf.toString('latin1'), colours: colours(page) };
}

/** Each reader has its own inks; one that takes ink for paper is off by 255. */
const OTHER_INKS = 120;
const SCREEN = INKS.flat().map((pixel) => (pixel === BLACK ? [0, 0, 0] : pixel.slice(0, 3)));

describe.each(FORMS)('%s', (_, form) => {
	const inverts = form !== 'cmyk';

	test('without a profile', async () => {
		const { text, colours: found } = await shown(jpeg(grid, { colours: form }));
		expect(text).toContain('/ColorSpace /DeviceCMYK');
		expect(text.includes('/Decode [1 0 1 0 1 0 1 0]')).toBe(inverts);
		expect(found[0]).toEqual([255, 255, 255]);
		expect(farthest(found, SCREEN)).toBeLessThan(OTHER_INKS);
		const { colours: plain } = await shown(jpeg(grid, { colours: 'cmyk' }));
		expect(farthest(found, plain)).toBeLessThanOrEqual(4);
	});

	test('with a profile, which is kept', async () => {
		const image = jpeg(grid, { colours: form, segments: [profile] });
		const { text, colours: found } = await shown(image);
		expect(text).toContain(cmykProfile().toString('latin1'));
		expect(text).toMatch(/\/ColorSpace \[\/ICCBased \d+ 0 R\]/);
		expect(text.includes('/Decode [1 0 1 0 1 0 1 0]')).toBe(inverts);
		// pdf.js reads profiles in browsers alone: here it shows its own inks.
		expect(farthest(found, SCREEN)).toBeLessThan(OTHER_INKS);
	});
});

describe('as Chrome shows the image itself', () => {
	const ofPhotoshop = FORMS.slice(1).map(
		([name, form]) => [name, jpeg(grid, { colours: form })] as const,
	);

	test.each([...ofPhotoshop, ['by ImageMagick, as YCCK', fixture('odd/inks.jpg')] as const])(
		'%s',
		async (_, image) => {
			const { text, colours: found } = await shown(image);
			expect(text).toContain('/Decode [1 0 1 0 1 0 1 0]');
			expect(farthest(found, colours(await renderImage(image)))).toBeLessThan(OTHER_INKS);
		},
	);
});
