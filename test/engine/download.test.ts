import type { INodeExecutionData } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import {
	byUrn,
	calls,
	errorIn,
	expectClean,
	item,
	openLab,
	OWNER,
	requests,
	sha256,
	talk,
	told,
	type Lab,
} from './lab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab('filesystem');
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

type Kind = 'video' | 'image';
type Fill = Partial<Parameters<Lab['simulator']['addLibraryEntries']>[0]>;

const add = (kind: Kind, fill: Fill = {}) =>
	lab.simulator.addLibraryEntries({ kind, ...fill })[0] ?? '';
const parameters = (kind: Kind, urn: string, options: object = {}) => ({
	resource: kind,
	operation: 'download',
	urn,
	options: { ...options },
});
const bytesOf = (result: INodeExecutionData | undefined, field = 'data') =>
	lab.engine.binary(result ?? { json: {} }, field);
const urnOf = (result: INodeExecutionData | undefined): string =>
	typeof result?.json.urn === 'string' ? result.json.urn : '';
const idOf = (urn: string): string => urn.split(':')[3] ?? '';

describe('download', () => {
	test.each([
		['video', 'talk.mp4', 'mp4', 'video/mp4', 'video'],
		['image', 'picture.png', 'png', 'image/png', 'image'],
		['image', 'thumbnail.jpg', 'jpg', 'image/jpeg', 'image'],
		['image', 'animation.gif', 'gif', 'image/gif', 'image'],
	] as const)(
		'of a %s (%s) is stored by n8n so that it can show it',
		async (kind, file, ending, mimeType, fileType) => {
			const urn = add(kind, { content: fixture(file) });
			const result = await lab.run({ parameters: parameters(kind, urn) });
			expectClean(lab, result);
			const [output] = result.items;
			const fileName = `${idOf(urn)}.${ending}`;
			expect(output).toMatchObject({
				json: { urn, content: 'media', status: 'AVAILABLE', fileName, mimeType },
				binary: { data: { fileName, mimeType, fileType, fileExtension: ending } },
				pairedItem: { item: 0 },
			});
			expect(sha256(await bytesOf(output))).toBe(sha256(fixture(file)));
		},
	);

	test('no token goes to the address of the file, and no address into the item', async () => {
		const urn = add('video', { content: fixture('talk.mp4') });
		const result = await lab.run({ parameters: parameters('video', urn) });
		expectClean(lab, result);
		const [download] = requests(lab.simulator, 'download');
		expect(download).toMatchObject({ method: 'GET', hasAuthorization: false });
		expect(result.visible).not.toContain('/playlist/');
		expect(calls(lab.simulator)).toEqual(['videos.get', 'download']);
	});

	test('of what was uploaded before: video, thumbnail and captions', async () => {
		lab.simulator.configure({ readings: { captionsField: 'downloadUrl' } });
		const uploaded = await lab.run({
			parameters: {
				owner: byUrn(OWNER),
				captionsSource: 'text',
				captionsText: fixture('talk.srt').toString(),
				thumbnailSource: 'binaryData',
			},
			items: [
				item({ data: talk(), thumbnail: { content: fixture('thumbnail.jpg'), fileName: 't.jpg' } }),
			],
		});
		const urn = urnOf(uploaded.items[0]);
		const result = await lab.run({
			parameters: parameters('video', urn, {
				content: '={{ $json.content }}',
				outputBinaryPropertyName: '={{ $json.field }}',
			}),
			items: ['media', 'thumbnail', 'captions'].map((content) =>
				item({}, { content, field: `my_${content}` }),
			),
		});
		expectClean(lab, result);
		const [media, thumbnail, captions] = result.items;
		expect(sha256(await bytesOf(media, 'my_media'))).toBe(sha256(fixture('talk.mp4')));
		expect(sha256(await bytesOf(thumbnail, 'my_thumbnail'))).toBe(sha256(fixture('thumbnail.jpg')));
		expect((await bytesOf(captions, 'my_captions')).toString()).toContain('-->');
		expect(thumbnail?.binary?.my_thumbnail).toMatchObject({
			fileName: `${idOf(urn)}-thumbnail.jpg`,
			mimeType: 'image/jpeg',
		});
		expect(captions?.json).toMatchObject({ fileName: `${idOf(urn)}.srt` });
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
	});

	test('of captions by the address that they were uploaded to, as in LinkedIn’s sample', async () => {
		const uploaded = await lab.run({
			parameters: { captionsSource: 'text', captionsText: fixture('talk.srt').toString() },
			items: [item({ data: talk() })],
		});
		const urn = urnOf(uploaded.items[0]);
		const result = await lab.run({ parameters: parameters('video', urn, { content: 'captions' }) });
		expectClean(lab, result);
		expect((await bytesOf(result.items[0])).toString()).toContain('-->');
	});

	test('of captions whose address cannot be read says so', async () => {
		lab.simulator.configure({ readings: { captionsField: 'unreadableUploadUrl' } });
		const uploaded = await lab.run({
			parameters: { captionsSource: 'text', captionsText: fixture('talk.srt').toString() },
			items: [item({ data: talk() })],
		});
		const urn = urnOf(uploaded.items[0]);
		const result = await lab.run({ parameters: parameters('video', urn, { content: 'captions' }) });
		expectClean(lab, result);
		expect(told(result)).toMatch(/Could not download the captions of the video/);
	});

	test.each(['403', '410'] as const)(
		'an expired address (%s) is got anew, once',
		async (expiredDownload) => {
			lab.simulator.configure({ readings: { expiredDownload } });
			const urn = add('image', { content: fixture('picture.png') });
			lab.simulator.plan({
				on: 'download',
				fault: { kind: 'status', status: Number(expiredDownload) },
			});
			const result = await lab.run({ parameters: parameters('image', urn) });
			expectClean(lab, result);
			expect(sha256(await bytesOf(result.items[0]))).toBe(sha256(fixture('picture.png')));
			expect(calls(lab.simulator)).toEqual(['images.get', 'download', 'images.get', 'download']);
		},
	);

	test('an address that is expired at once is an error after the second one', async () => {
		lab.simulator.configure({ downloadUrlMs: -60_000 });
		const result = await lab.run({ parameters: parameters('video', add('video')) });
		expectClean(lab, result);
		expect(told(result)).toContain('LinkedIn does not hand it out');
		expect(told(result)).not.toContain('connect again');
		expect(told(result)).not.toContain('connect a credential');
		expect(calls(lab.simulator)).toHaveLength(4);
	});

	test('a hiccup is tried again, with the same address', async () => {
		const content = fixture('picture.png');
		const urn = add('image', { content });
		lab.simulator.plan({
			on: 'download',
			fault: { kind: 'status', status: 503, retryAfter: 0 },
		});
		const result = await lab.run({ parameters: parameters('image', urn) });
		expectClean(lab, result);
		expect(sha256(await bytesOf(result.items[0]))).toBe(sha256(content));
		expect(calls(lab.simulator)).toEqual(['images.get', 'download', 'download']);
	});

	test('a redirect is not followed', async () => {
		const urn = add('image');
		lab.simulator.plan({
			on: 'download',
			fault: { kind: 'redirect', location: 'https://example.com/x.png' },
		});
		const result = await lab.run({ parameters: parameters('image', urn) });
		expectClean(lab, result);
		expect(told(result)).toContain('the answer was a redirect, which is never followed');
	});

	test.each([
		['https://example.com/x.mp4', 'https://example.com'],
		['http://169.254.169.254/latest/meta-data', 'http://169.254.169.254'],
		['file:///etc/passwd', 'file://'],
	])('an address that is not LinkedIn’s (%s) is not asked', async (downloadUrl, place) => {
		const urn = add('video');
		lab.simulator.plan({
			on: 'videos.get',
			fault: { kind: 'replaceFields', fields: { downloadUrl } },
		});
		const result = await lab.run({ parameters: parameters('video', urn) });
		expectClean(lab, result);
		expect(told(result)).toContain(`The address of the download points to ${place}`);
		expect(calls(lab.simulator)).toEqual(['videos.get']);
	});

	test.each(['PROCESSING', 'WAITING_UPLOAD', 'PROCESSING_FAILED'] as const)(
		'of media that is %s is an error that says how to wait',
		async (status) => {
			const urn = add('video', { status });
			const result = await lab.run({ parameters: parameters('video', urn) });
			expectClean(lab, result);
			expect(told(result)).toContain(`LinkedIn gives no address to download for the video ${urn}`);
			expect(told(result)).toContain(`Its status is ${status}`);
		},
	);

	test('of captions that there are none of', async () => {
		const urn = add('video');
		const result = await lab.run({ parameters: parameters('video', urn, { content: 'captions' }) });
		expect(told(result)).toContain(`LinkedIn gives no captions to download for the video ${urn}`);
	});

	test('of the thumbnail of an image is an error', async () => {
		const urn = add('image');
		const result = await lab.run({
			parameters: parameters('image', urn, { content: '={{ "thumbnail" }}' }),
		});
		expectClean(lab, result);
		// n8n drops an option that the form does not have.
		if (result.error) expect(told(result)).toContain('no download of the thumbnail of an image');
		else expect(result.items[0]?.json).toMatchObject({ content: 'media' });
	});

	test('one that fails goes to the error branch, the others go on', async () => {
		const urn = add('image', { content: fixture('picture.png') });
		const result = await lab.run({
			parameters: parameters('image', '={{ $json.media }}'),
			items: [item({}, { media: 'urn:li:image:gone' }), item({}, { media: urn })],
			onError: 'continueErrorOutput',
		});
		expectClean(lab, result);
		expect(errorIn(result.errorItems[0])).toMatchObject({ status: 404 });
		expect(result.items[0]).toMatchObject({ json: { urn }, pairedItem: { item: 1 } });
	});

	test('ends with a cancel', async () => {
		const urn = add('video', { content: Buffer.alloc(1_000_000) });
		lab.simulator.plan({ on: 'download', fault: { kind: 'stall' } });
		const controller = new AbortController();
		const running = lab.run({ parameters: parameters('video', urn), signal: controller.signal });
		while (requests(lab.simulator, 'download').length === 0) await new Promise(setImmediate);
		controller.abort();
		expect((await running).status).toBe('canceled');
	});
});

test.each(['default', 'database'] as const)('in n8n’s mode %s too', async (mode) => {
	const other = await openLab(mode);
	try {
		const content = fixture('picture.png');
		const [urn = ''] = other.simulator.addLibraryEntries({ kind: 'image', content });
		const result = await other.run({ parameters: parameters('image', urn) });
		const [output] = result.items;
		expect(sha256(await other.engine.binary(output ?? { json: {} }, 'data'))).toBe(sha256(content));
	} finally {
		await other.close();
	}
});
