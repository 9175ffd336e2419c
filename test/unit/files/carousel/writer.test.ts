import { deflateSync } from 'node:zlib';

import { readPdf } from '../../../../linkedin/files/pdf';
import { Budget } from '../../../../linkedin/files/budget/budget';
import { makeCarousel } from '../../../../linkedin/files/carousel';
import { CancelledError } from '../../../../linkedin/api/http';
import { pngChunk } from '../../../fixtures/make';
import {
	BLUE,
	CLEAR,
	fields,
	GREEN,
	gradient,
	LOPSIDED,
	RED,
} from '../../../fixtures/pictures/grid';
import { exif, jpeg, segment } from '../../../fixtures/pictures/jpeg';
import { png } from '../../../fixtures/pictures/png';
import { expectWellBuilt, renderPages, titleOf } from '../../../pdf/render';
import { carouselOf, farthest, inTurn, WHITE } from './support';

const photo = jpeg(LOPSIDED);
const SCALE = 0.1;

describe('the PDF', () => {
	test('has a page for each image, in their order', async () => {
		const colours = [RED, GREEN, BLUE];
		const pdf = await carouselOf(colours.map((colour) => jpeg(fields([[colour]], 16))));
		const pages = await renderPages(pdf, SCALE);
		expect(pages.map((page) => farthest(page, fields([[RED]], 16), WHITE) < 3)).toEqual([
			true,
			false,
			false,
		]);
		for (const [index, page] of pages.entries()) {
			const colour = colours[index] ?? RED;
			expect(farthest(page, fields([[colour]], 16), WHITE)).toBeLessThanOrEqual(3);
		}
	});

	test.each([2, 3, 20, 300])(
		'of %s images: qpdf, and our own check, find nothing wrong',
		async (count) => {
			const kinds = [photo, png(LOPSIDED, { colour: 'rgba' }), png(LOPSIDED, { colour: 'rgb' })];
			const images = Array.from({ length: count }, (_, at) => kinds[at % kinds.length] ?? photo);
			const pdf = await carouselOf(images);
			await expectWellBuilt(pdf);
			expect(await readPdf(pdf, new Budget())).toEqual({
				protection: 'none',
				pages: count,
				complete: true,
			});
		},
	);

	test('is the same for the same images', async () => {
		const images = [photo, png(LOPSIDED, { colour: 'rgba' })];
		expect(await carouselOf(images)).toEqual(await carouselOf(images));
	});

	test('has its title, in any script', async () => {
		const title = 'Fünf (5) Tipps \\ 五个提示 🎉';
		expect(await titleOf(await carouselOf([photo], { title }))).toBe(title);
	});
});

describe('the pages', () => {
	const wide = jpeg(fields([[RED, GREEN, BLUE, RED]], 16));
	const sizes = async (images: readonly Buffer[], look = {}) =>
		(await renderPages(await carouselOf(images, look), SCALE)).map(({ width, height }) => [
			width,
			height,
		]);

	test.each([
		['1:1', [108, 108]],
		['4:5', [108, 135]],
		['16:9', [192, 108]],
	] as const)('%s', async (pageSize, size) => {
		expect(await sizes([wide, photo], { pageSize })).toEqual([size, size]);
	});

	test('as the first image: its proportions, neither tiny nor huge', async () => {
		expect(await sizes([wide, photo])).toEqual([
			[108, 27],
			[108, 27],
		]);
		const huge = png(gradient(4000, 2), { colour: 'rgb' });
		expect(await sizes([huge])).toEqual([[192, 1]]);
	});

	test('as the first image is turned', async () => {
		const turned = jpeg(LOPSIDED, { segments: [exif(6)] });
		expect(await sizes([turned, photo])).toEqual([
			[72, 108],
			[72, 108],
		]);
	});

	test('show images of other proportions whole, on the background', async () => {
		const background = [10, 102, 194] as const;
		const pdf = await carouselOf([photo, wide], { pageSize: '4:5', background });
		const [, page] = await renderPages(pdf, SCALE);
		if (!page) throw new Error('there is no second page');
		expect(farthest(page, fields([[RED, GREEN, BLUE, RED]], 16), background)).toBeLessThanOrEqual(
			3,
		);
		expect(page.at(1, 1)).toEqual(background);
	});
});

describe('a JPEG goes in as it is', () => {
	test('byte by byte', async () => {
		expect((await carouselOf([photo])).includes(photo)).toBe(true);
	});

	test('with several scans, tables between them and restart marks', async () => {
		const scan = Buffer.concat([
			segment(0xc4, Buffer.from([0x01, ...Array.from({ length: 16 }, () => 0)])),
			segment(0xda, Buffer.from([1, 1, 0, 1, 5, 0])),
			Buffer.from([1, 2, 0xff, 0xd0, 3, 0xff, 0, 4, 0xff, 0xd7, 5]),
		]);
		const whole = jpeg(LOPSIDED, { progressive: true });
		const image = Buffer.concat([whole.subarray(0, -2), scan, scan, whole.subarray(-2)]);
		expect((await carouselOf([image])).includes(image)).toBe(true);
	});

	test('of plain red, green and blue says so: readers would take it for another', async () => {
		const plain = await carouselOf([jpeg(LOPSIDED, { colours: 'rgb' })]);
		expect(plain.includes('/ColorTransform 0')).toBe(true);
		expect((await carouselOf([photo])).includes('/ColorTransform')).toBe(false);
	});

	test('without what tells of its owner, and without what is behind its end', async () => {
		const secrets = ['GPS 52.5 13.4', 'A comment', 'Edited by Ada', 'A film'];
		const [gps = '', comment = '', edited = '', film = ''] = secrets.map((text) => text);
		const text = (marker: number, content: string) => segment(marker, Buffer.from(content));
		const image = Buffer.concat([
			jpeg(LOPSIDED, {
				segments: [
					exif(1),
					text(0xe1, `http://ns.adobe.com/xap/1.0/\0${gps}`),
					text(0xfe, comment),
					text(0xed, edited),
				],
			}),
			Buffer.from(film),
		]);
		const pdf = await carouselOf([image]);
		for (const secret of secrets) expect(pdf.includes(secret)).toBe(false);
		expect(pdf.includes('Exif')).toBe(false);
		const [page] = await renderPages(pdf, SCALE);
		if (!page) throw new Error('there is no page');
		expect(farthest(page, LOPSIDED, WHITE)).toBeLessThanOrEqual(3);
	});

	test('with its colour profile, once for all images', async () => {
		const profile = Buffer.alloc(200);
		profile.writeUInt32BE(200);
		profile.write('mntrRGB XYZ ', 12, 'latin1');
		profile.write('acsp', 36, 'latin1');
		const half = (number: number, part: Buffer) =>
			segment(0xe2, Buffer.concat([Buffer.from(`ICC_PROFILE\0`), Buffer.from([number, 2]), part]));
		// In the wrong order, as some programs write them.
		const segments = [half(2, profile.subarray(120)), half(1, profile.subarray(0, 120))];
		const pdf = await carouselOf([jpeg(LOPSIDED, { segments }), jpeg(LOPSIDED, { segments })]);
		await expectWellBuilt(pdf);
		const text = pdf.toString('latin1');
		expect(text.split(profile.toString('latin1'))).toHaveLength(2);
		expect(text.match(/\[\/ICCBased \d+ 0 R\]/g)).toHaveLength(2);
		// One for grey is none for colours.
		profile.write('GRAY', 16, 'latin1');
		const other = await carouselOf([jpeg(LOPSIDED, { segments: [half(1, profile)] })]);
		expect(other.includes('/ICCBased')).toBe(false);
	});
});

describe('what a PNG has packed', () => {
	test('goes in as it is, where no pixel says how opaque it is', async () => {
		const image = png(LOPSIDED, { colour: 'rgb', bits: 16 });
		const at = image.indexOf('IDAT') + 4;
		const packed = image.subarray(at, at + image.readUInt32BE(at - 8));
		expect((await carouselOf([image])).includes(packed)).toBe(true);
	});

	test('of pixels that are all opaque has no mask', async () => {
		const masks = async (image: Buffer) =>
			(await carouselOf([image])).toString('latin1').match(/\/SMask/g)?.length ?? 0;
		for (const filters of [[0], [1], [2], [3], [4], [0, 1, 2, 3, 4]]) {
			for (const bits of [8, 16]) {
				expect(await masks(png(gradient(9, 7), { colour: 'rgba', bits, filters }))).toBe(0);
				const spot = gradient(9, 7, (x) => (x === 8 ? 254 : 255));
				expect(await masks(png(spot, { colour: 'rgba', bits, filters }))).toBe(1);
			}
		}
	});
});

describe('is refused, by its number', () => {
	const refused = (image: Buffer) => expect(carouselOf([photo, image])).rejects;
	const withSize = (width: number, height: number, image: Buffer) => {
		const changed = Buffer.from(image);
		changed.writeUInt32BE(width, 16);
		changed.writeUInt32BE(height, 20);
		return changed;
	};
	const seeThrough = png(fields([[RED, CLEAR]], 16), { colour: 'rgba' });
	const withPixels = (image: Buffer, packed: Buffer) => {
		const at = image.indexOf('IDAT') - 4;
		const end = at + 12 + image.readUInt32BE(at);
		return Buffer.concat([image.subarray(0, at), pngChunk('IDAT', packed), image.subarray(end)]);
	};
	const brokenInside = (image: Buffer) => {
		const at = image.indexOf('IDAT') + 4;
		const packed = Buffer.from(image.subarray(at, at + image.readUInt32BE(at - 8)));
		return withPixels(image, packed.fill(0xff, packed.length >> 2, packed.length >> 1));
	};
	const unknownFilters = deflateSync(Buffer.alloc(1_000_000, 9));

	test('a picture that unpacks to more than there is room for', async () => {
		await refused(withSize(7000, 7000, seeThrough)).toThrow(
			'Image 2 is a PNG of 49,000,000 pixels (7000 x 7000); a carousel can have up to 36,000,000 in one',
		);
		const interlaced = png(LOPSIDED, { colour: 'rgba', interlaced: true });
		await refused(withSize(4000, 4000, interlaced)).toThrow(
			'Image 2 is an interlaced PNG of 16,000,000 pixels (4000 x 4000); of this kind, a carousel can have up to 8,388,608',
		);
		await refused(withSize(70_000, 2, seeThrough)).toThrow('up to 65,500 on a side');
		await refused(withSize(11_000, 11_000, png(LOPSIDED, { colour: 'rgb' }))).toThrow(
			'up to 100,000,000 in one',
		);
	});

	test.each([
		['a PNG without pixels', png(LOPSIDED, { colour: 'rgb' }).subarray(0, 40)],
		['a PNG that was cut off', png(LOPSIDED, { colour: 'rgb' }).subarray(0, -30)],
		['a PNG with fewer rows than it says', withSize(96, 3000, seeThrough)],
		...[
			{ colour: 'rgb' } as const,
			{ colour: 'grey', bits: 4 } as const,
			{ colour: 'rgb', interlaced: true } as const,
			{ colour: 'rgba' } as const,
		].flatMap((form): Array<[string, Buffer]> => {
			const image = png(LOPSIDED, form);
			const name = JSON.stringify(form);
			return [
				[`a PNG with fewer rows than it says: ${name}`, withSize(96, 1500, image)],
				[`a PNG that is not packed: ${name}`, withPixels(image, Buffer.from('not zlib at all'))],
				[`a PNG whose packed pixels are broken: ${name}`, brokenInside(image)],
				[`a PNG with filters that there are not: ${name}`, withPixels(image, unknownFilters)],
			];
		}),
		['a PNG whose header is none', withSize(0, 3, seeThrough)],
		['a palette that is missing', png(LOPSIDED, { colour: 'palette', palette: [] })],
		['a JPEG without pixels', photo.subarray(0, 120)],
		['a JPEG without an end', photo.subarray(0, -2)],
	])('%s', async (_, image) => {
		await refused(image).toThrow(/^Image 2 is damaged or cut off: /);
	});

	test('more pieces than programs write: there is no memory for each of them', async () => {
		const pair = Buffer.concat([segment(0xfe, Buffer.alloc(0)), segment(0xdb, Buffer.alloc(0))]);
		const [start, rest] = [photo.subarray(0, 2), photo.subarray(2)];
		const several = (count: number) =>
			Buffer.concat([start, ...Array.from({ length: count }, () => pair), rest]);
		expect((await carouselOf([several(1000)])).length).toBeGreaterThan(4000);
		await refused(several(5000)).toThrow('it consists of too many segments');

		const image = png(LOPSIDED, { colour: 'rgb' });
		const at = image.indexOf('IDAT') - 4;
		const chunk = pngChunk('IDAT', Buffer.from([0]));
		const chunks = Buffer.concat(Array.from({ length: 262_145 }, () => chunk));
		await refused(Buffer.concat([image.subarray(0, at), chunks, image.subarray(at)])).toThrow(
			'it consists of too many chunks',
		);
	});

	test('images that fit only without what a PDF has besides them', async () => {
		const half = 50_000_000 - photo.length;
		const image = Buffer.concat([photo.subarray(0, -2), Buffer.alloc(half), photo.subarray(-2)]);
		await expect(carouselOf([image, image])).rejects.toThrow(
			'The PDF of the carousel’s images is too large; LinkedIn allows documents of up to 100 MB',
		);
	});

	test('a JPEG that PDFs cannot have', async () => {
		const arithmetic = Buffer.from(photo);
		arithmetic[photo.indexOf(Buffer.from([0xff, 0xc0])) + 1] = 0xc9;
		await refused(arithmetic).toThrow('Image 2 is a JPEG of a rare kind');
	});

	test('packed pixels that never end are not unpacked to their end', async () => {
		const rows = gradient(8, 2000, () => 7);
		const bomb = withSize(8, 2, png(rows, { colour: 'rgba' }));
		expect((await carouselOf([bomb])).length).toBeLessThan(5000);
	});
});

test('Stop is heard between the images, and in one', async () => {
	const stop = new AbortController();
	let read = 0;
	const bytes = png(fields([[RED, CLEAR]], 300), { colour: 'rgba' });
	async function* chunks() {
		read += 1;
		if (read === 2) stop.abort();
		yield await Promise.resolve(bytes);
	}
	const file = { name: 'a.png', size: bytes.length, open: () => Promise.resolve(chunks()) };
	const images = Array.from({ length: 50 }, (_, at) => ({ file, called: `Image ${at + 1}` }));
	const look = { pageSize: 'first', background: WHITE, title: 'x' } as const;
	await expect(makeCarousel(images, look, { signal: stop.signal, inTurn })).rejects.toThrow(
		CancelledError,
	);
	expect(read).toBeLessThan(10);
});

test('chunks of a PNG that nobody knows are passed over', async () => {
	const image = png(LOPSIDED, {
		colour: 'rgb',
		chunks: [pngChunk('tEXt', Buffer.from('Secret')), pngChunk('iCCP', Buffer.from('broken'))],
	});
	const pdf = await carouselOf([image]);
	expect(pdf.includes('Secret')).toBe(false);
	await expectWellBuilt(pdf);
});
