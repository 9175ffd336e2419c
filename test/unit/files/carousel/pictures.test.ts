import { on } from '../../../fixtures/pictures/grid';
import { expectWellBuilt, pageSizes, renderPages, type RenderedPage } from '../../../pdf/render';
import { JPEGS, PNGS, SMALL, type Case } from './forms';
import { carouselOf, farthest, farthestOfPixels } from './support';

const PINK = [255, 192, 203] as const;

/** Decoders round, and mix colours in their own ways. */
const SAME = 3;

/** A quarter of a page's size is enough to see what is on it. */
const SCALE = 0.25;

/** All of them in one PDF, a page each, by the name of the image. */
async function pagesOf(cases: readonly Case[]): Promise<ReadonlyMap<string, RenderedPage>> {
	const images = cases.map(([, image]) => image);
	const pdf = await carouselOf(images, { background: PINK, pageSize: '1:1' });
	await expectWellBuilt(pdf);
	const pages = await renderPages(pdf, SCALE);
	expect(pages).toHaveLength(cases.length);
	return new Map(pages.map((page, index) => [cases[index]?.[0] ?? '', page]));
}

describe.each([
	['JPEGs', JPEGS],
	['PNGs', PNGS],
	['PNGs of a few pixels', SMALL],
])('%s on a page', (_, cases) => {
	let pages: ReadonlyMap<string, RenderedPage>;
	beforeAll(async () => {
		pages = await pagesOf(cases);
	});

	test.each(cases)('%s', (name, _image, grid) => {
		const page = pages.get(name);
		if (!page) throw new Error('there is no page of it');
		const shown = on(PINK, grid);
		expect(farthest(page, shown, PINK)).toBeLessThanOrEqual(SAME);
		if (cases === SMALL) expect(farthestOfPixels(page, shown)).toBeLessThanOrEqual(SAME);
	});
});

test.each([2, 3, 20, 300])(
	'%s images of all these kinds are as many pages, in their order',
	async (count) => {
		const kinds = [...JPEGS, ...PNGS];
		// In long steps, so that kinds follow each other as they don't in the list.
		const cases = Array.from({ length: count }, (_, at) => kinds[(at * 37) % kinds.length]).flatMap(
			(kind) => (kind ? [kind] : []),
		);
		const images = cases.map(([, image]) => image);
		const pdf = await carouselOf(images, { background: PINK, pageSize: '1:1' });
		await expectWellBuilt(pdf);
		expect(await pageSizes(pdf)).toEqual(Array(count).fill([1080, 1080]));
		const pages = await renderPages(pdf, SCALE);
		expect(pages).toHaveLength(count);
		const wrong = pages.flatMap((page, at) => {
			const [name = '', , grid = []] = cases[at] ?? [];
			return farthest(page, on(PINK, grid), PINK) > SAME ? [`page ${at + 1}: ${name}`] : [];
		});
		expect(wrong).toEqual([]);
	},
);
