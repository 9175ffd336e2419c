import type { INodeParameters } from 'n8n-workflow';

import { BLUE, CLEAR, fields, GREEN, LOPSIDED, RED } from '../fixtures/pictures/grid';
import { exif, jpeg } from '../fixtures/pictures/jpeg';
import { png } from '../fixtures/pictures/png';
import { fixture } from '../fixtures/make';
import { callsIn, expectForetold, saidIn, writesIn, type Runs } from './checkSupport';
import type { InputFile } from './harness';
import { file, item, OWNER, PAGE, scene } from './scene';

const stage = scene({ binaryMode: 'filesystem' });
const { calls, document, files, linkedIn, plan, post, requests } = stage;

const photo = (colour = RED): InputFile => ({
	content: jpeg(fields([[colour]], 16)),
	fileName: 'photo.jpg',
});
const logo = (): InputFile => ({
	content: png(fields([[BLUE, CLEAR]], 8), { colour: 'rgba' }),
	fileName: 'logo.png',
});
const turned = (): InputFile => ({
	content: jpeg(LOPSIDED, { segments: [exif(6)] }),
	fileName: 'turned.jpg',
});

const create = (form: INodeParameters = {}) =>
	post('create', { commentary: 'Swipe', contentType: 'carousel', ...form });
const several = (count: number) =>
	item(Object.fromEntries(Array.from({ length: count }, (_, at) => [`image_${at}`, photo()])));

const uploaded = () => linkedIn.documents()[0];

describe('post: create, carousel', () => {
	test('untouched: all images of the item in one document, a page each', async () => {
		const { json } = await create().of(item({ data: photo(), data_1: logo(), data_2: turned() }));
		expect(uploaded()).toMatchObject({ owner: OWNER, pages: 3 });
		expect(json).toMatchObject({
			media: [uploaded()?.urn],
			file: { type: 'pdf', pages: 3 },
			warnings: [],
		});
		expect(linkedIn.posts()).toMatchObject([
			{ visible: true, content: { media: { id: uploaded()?.urn, title: 'Carousel' } } },
		]);
		expect(calls()).toEqual([
			'documents.initializeUpload',
			'documents.upload',
			'documents.get',
			'posts.create',
		]);
	});

	test('of a page, with its title', async () => {
		await create({ title: ' Five tips ' }).of(several(2)).as(PAGE);
		expect(linkedIn.posts()[0]).toMatchObject({
			author: PAGE,
			content: { media: { title: 'Five tips' } },
		});
	});

	const binary = { a: photo(), slide_1: photo(GREEN), slide_2: logo(), z: turned() };
	const sizes = async (form: INodeParameters) => {
		await create(form).of(item(binary));
		return uploaded()?.size;
	};
	/** The same images make the same bytes, in each order others. */
	const rowsOf = (...names: string[]) => ({
		images: { image: names.map((binaryPropertyName) => ({ binaryPropertyName })) },
	});

	test.each([
		['a list', { binaryPropertyNames: 'slide_1, slide_2' }],
		['a list by expression', { binaryPropertyNames: '={{ ["slide_1", "slide_2"] }}' }],
		[
			'binary data by expression',
			{
				binaryPropertyNames:
					'={{ ["slide_1", "slide_2"].map((name) => $input.item.binary[name]) }}',
			},
		],
		['a pattern', { binaryPropertyNames: 'slide_*' }],
		['a pattern with an end', { binaryPropertyNames: 's*_1, s*e_2' }],
		['a row and the list after it', { ...rowsOf('slide_1'), binaryPropertyNames: 'slide_2' }],
	])('by %s', async (_, form) => {
		await create(rowsOf('slide_1', 'slide_2')).of(item(binary));
		await create({ ...form, commentary: 'Again' }).of(item(binary));
		const [one, other] = linkedIn.documents();
		expect(other).toMatchObject({ pages: 2, sha256: one?.sha256 });
	});

	test('in the order of the rows', async () => {
		const square = { pageSize: '1:1' };
		await create(rowsOf('slide_2', 'slide_1')).of(item(binary)).options(square);
		await create({ ...rowsOf('slide_1', 'slide_2'), commentary: 'Again' })
			.of(item(binary))
			.options(square);
		const [one, other] = linkedIn.documents();
		expect(one?.size).toBe(other?.size);
		expect(one?.sha256).not.toBe(other?.sha256);
	});

	test('from URLs, as rows and as a list', async () => {
		const url = (name: string, { content }: InputFile) =>
			files.add(`/${name}`, { content: content as Buffer });
		const form = {
			mediaSource: 'url',
			images: { image: [{ url: url('1.jpg', photo()) }] },
			mediaUrls: [url('2.png', logo()), url('3.jpg', turned())].join('\n'),
		};
		await create(form);
		expect(uploaded()?.pages).toBe(3);
	});

	test('from URLs: images are fetched when there is memory for their PDF, however many items', async () => {
		/** Documents that LinkedIn had, each time an image was fetched. */
		const before: number[] = [];
		const instead = () => {
			before.push(linkedIn.documents().filter(({ pages }) => pages !== undefined).length);
			return undefined;
		};
		const content = photo().content as Buffer;
		for (const path of ['/0.jpg', '/1.jpg', '/2.jpg']) files.add(path, { content, instead });
		const mediaUrls = `={{ Array(2).fill('${files.url}/' + $itemIndex + '.jpg').join() }}`;
		const { jsons } = await create({ mediaSource: 'url', mediaUrls })
			.of(...Array.from({ length: 3 }, () => item({})))
			.options({ itemConcurrency: 3 });
		expect(jsons.map(({ file }) => file)).toEqual(Array(3).fill({ type: 'pdf', pages: 2 }));
		expect(before).toEqual([0, 0, 1, 1, 2, 2]);
	});

	test('page size and background are another PDF', async () => {
		const plain = await sizes({});
		await create({ commentary: 'Again' })
			.of(item(binary))
			.options({ pageSize: '4:5', background: '#0a66c2' });
		expect(linkedIn.documents()[1]).toMatchObject({ pages: 4 });
		expect(linkedIn.documents()[1]?.size).not.toBe(plain);
	});

	test('what is no image is left out by a pattern, and told', async () => {
		const notes = { content: Buffer.from('Hello'), fileName: 'notes.txt', mimeType: 'text/plain' };
		const { json } = await create().of(item({ a: photo(), notes, b: logo() }));
		expect(uploaded()?.pages).toBe(2);
		expect(json.warnings).toEqual([
			'Not an image, so it is no page of the carousel: "notes" (text/plain).',
		]);
	});

	test('the next try uses what was uploaded', async () => {
		plan('posts.create', 403);
		await create().of(several(3)).tries(2);
		expect(requests('documents.upload')).toHaveLength(1);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('what was uploaded stands in the error, with how to post it', async () => {
		plan('posts.create', 403);
		const { told } = await create().of(several(2)).fails('403');
		expect(told).toContain(
			`Already uploaded: ${uploaded()?.urn ?? ''}. To reuse it, set Content to Document and Media Source to URN.`,
		);
	});

	test('300 images are 300 pages', async () => {
		const { json } = await create().of(several(300));
		expect(json.file).toEqual({ type: 'pdf', pages: 300 });
		expect(uploaded()?.pages).toBe(300);
	});
});

describe('told before the first call', () => {
	const gif = file('animation.gif');
	const webp = { content: fixture('kinds/webp.webp'), fileName: 'photo.webp' };
	const broken = { content: jpeg(LOPSIDED).subarray(0, -8), fileName: 'broken.jpg' };
	const edit = 'Convert it with an Edit Image node';

	test.each<[string, InputFile | Buffer, ...Array<string | RegExp>]>([
		['a GIF', gif, /Image 2 \(binary field "b"\) is a GIF image; .*JPEG and PNG/, edit],
		['a WebP', webp, 'Image 2 (binary field "b") is a WebP image', edit],
		['a text', Buffer.from('Hello you'), 'Image 2 (binary field "b") is plain text', 'Use a JPG'],
		['a broken JPEG', broken, 'Image 2 (binary field "b") is damaged or cut off', 'again'],
	])('%s', async (_, b, ...says) => {
		const binary = { a: photo(), b: Buffer.isBuffer(b) ? { content: b } : b, c: logo() };
		await create({ binaryPropertyNames: 'a, b, c' })
			.of(item(binary))
			.failsAtOnce(...says);
	});

	test('a check names each image that is no page', async () => {
		const binary = { a: photo(), b: gif, c: logo(), d: broken, e: photo() };
		const form = { binaryPropertyNames: 'a, b, c, d, missing, e' };
		const { json } = await create(form).of(item(binary)).options({ checkOnly: true });
		const { ok, problems } = saidIn(json);
		expect(ok).toBe(false);
		expect(problems).toEqual([
			expect.stringContaining('"missing"'),
			expect.stringContaining('Image 2 (binary field "b") is a GIF image'),
			expect.stringContaining('Image 4 (binary field "d") is damaged or cut off'),
		]);

		const none = { binaryPropertyNames: 'f, g' };
		const { json: other } = await create(none).of(item(binary)).options({ checkOnly: true });
		expect(saidIn(other).problems).toEqual([
			expect.stringContaining('"f"'),
			expect.stringContaining('"g"'),
		]);
		expect(linkedIn.journal).toEqual([]);
	});

	test('a GIF from a URL', async () => {
		const url = files.add('/party.gif', { content: gif.content });
		const other = files.add('/photo.jpg', { content: photo().content as Buffer });
		await create({ mediaSource: 'url', mediaUrls: `${other}, ${url}` }).failsAtOnce(
			'Image 2 ("party.gif") is a GIF image',
		);
	});

	test.each([
		[0, 'Images: a carousel needs 2 to 300 images, but none was given'],
		[1, 'Images: a carousel needs 2 to 300 images, but only 1 was given'],
		[301, 'Images: a carousel needs 2 to 300 images, but 301 were given'],
	])('%s images', async (count, words) => {
		await create().of(several(count)).failsAtOnce(words);
	});

	test('an image in each of several items: how to put them together', async () => {
		await create().of(photo(), logo()).failsAtOnce('Aggregate node', 'Include Binaries');
	});

	test('a field that is not there, and a pattern that finds nothing', async () => {
		await create({ binaryPropertyNames: 'image_0, Image_1' })
			.of(several(2))
			.failsAtOnce('did you mean "image_1"?');
		await create({ binaryPropertyNames: 'slide_*' })
			.of(several(2))
			.failsAtOnce('no image in a binary field like "slide_*"', '"image_0", "image_1"');
	});

	test('more than 100 MB together: no image is read for it', async () => {
		const large = { ...photo(), stretchTo: 60_000_000 };
		await create()
			.of(item({ a: large, b: large }))
			.failsAtOnce('The 2 images of the carousel have 120.0 MB', '100 MB', 'Edit Image');
	});

	test('more than 100 MB by URL: no more is fetched than fits', async () => {
		const size = 60_000_000;
		const url = files.add('/large.jpg', { content: Buffer.alloc(size) });
		await create({ mediaSource: 'url', mediaUrls: [url, url, url, url].join('\n') }).failsAtOnce(
			'have 120.0 MB together',
		);
		expect(files.requests).toHaveLength(2);
	});

	test('a background that is no color', async () => {
		await create()
			.of(several(2))
			.options({ background: 'white' })
			.failsAtOnce('Background Color "white" is not a color code');
	});
});

test('Stop while images are converted', async () => {
	const large = png(fields([[RED, CLEAR]], 700), { colour: 'rgba' });
	const images = Object.fromEntries(
		Array.from({ length: 40 }, (_, at) => [`image_${at}`, { content: large }]),
	);
	let asked = 0;
	await create()
		.of(item(images))
		.stoppedWhen(() => (asked += 1) > 3);
	expect(linkedIn.journal).toEqual([]);
});

describe('document: upload of images', () => {
	const upload = (form: INodeParameters = {}) => document('upload', { source: 'images', ...form });

	test('all images of the item', async () => {
		const { json } = await upload({ title: 'Tips' }).of(item({ a: photo(), b: logo() }));
		expect(uploaded()?.pages).toBe(2);
		expect(json).toMatchObject({ pages: 2, status: 'AVAILABLE', fileSizeBytes: uploaded()?.size });
	});

	test('is the document that the post of the same images shows', async () => {
		await create().of(several(2));
		await upload().of(several(2));
		const [one, other] = linkedIn.documents();
		expect(other?.sha256).toBe(one?.sha256);
	});

	test('from URLs, with the look of the pages', async () => {
		const url = files.add('/photo.jpg', { content: photo().content as Buffer });
		await upload({ mediaSource: 'url', mediaUrls: `${url}, ${url}` }).options({
			pageSize: '1:1',
			background: '#000',
		});
		expect(uploaded()?.pages).toBe(2);
	});

	test('one image is too few, told before the first call', async () => {
		await upload().of(several(1)).failsAtOnce('a carousel needs 2 to 300 images', 'Aggregate');
		await upload().of(several(301)).failsAtOnce('301 were given');
	});
});

describe('a check foretells the run, and writes nothing', () => {
	const links = () =>
		[photo(), logo(), turned()]
			.map(({ content }, at) => files.add(`/${at}`, { content: content as Buffer }))
			.join();

	test.each<[string, () => Runs]>([
		[
			'post, from URLs',
			() => (options) => create({ mediaSource: 'url', mediaUrls: links() }).options(options),
		],
		[
			'post, by a pattern',
			() => (options) => create({ binaryPropertyNames: 'image_*' }).of(several(3)).options(options),
		],
		[
			'document, from URLs',
			() => (options) =>
				document('upload', { source: 'images', mediaSource: 'url', mediaUrls: links() }).options(
					options,
				),
		],
		[
			'document, all images',
			() => (options) => document('upload', { source: 'images' }).of(several(3)).options(options),
		],
	])('%s', async (_, runs) => {
		const run = runs();
		const { json } = await run({ checkOnly: true });
		expect(writesIn(linkedIn.journal)).toEqual([]);
		const said = saidIn(json);
		expect(said.ok).toBe(true);
		const before = callsIn(linkedIn.journal);
		const { json: item } = await run({});
		expectForetold(said, callsIn(linkedIn.journal) - before);
		expect(item.file).toMatchObject({ pages: 3 });
		const { pages, size } = uploaded() ?? {};
		expect(said.preview).toMatchObject({ media: [{ type: 'pdf', pages, sizeBytes: size }] });
	});
});
