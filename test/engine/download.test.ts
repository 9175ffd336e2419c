import type { INodeExecutionData, INodeParameters } from 'n8n-workflow';

import { enlargeMp4, fixture } from '../fixtures/make';
import { ACCOUNT, byUrn, file, HICCUP, item, KINDS, PART, scene, sha256, talk } from './scene';

const stage = scene({ binaryMode: 'filesystem' });
const { calls, engine, entry, linkedIn, plan, requests, resource, upload, video } = stage;

const PICTURE = fixture('picture.png');
const SRT = fixture('talk.srt').toString();

const download = (kind: string, urn: unknown, options: INodeParameters = {}) =>
	resource(kind)('download', { urn: String(urn), options });
const bytesOf = (output: INodeExecutionData | undefined, field = 'data') =>
	engine.binary(output ?? { json: {} }, field);
const idOf = (urn: unknown) => String(urn).split(':')[3] ?? '';

/** A video with captions that was uploaded before. */
const captioned = async () =>
	(await upload(talk()).with({ captionsSource: 'text', captionsText: SRT })).json.urn;

describe('download', () => {
	test.each([
		['video', 'talk.mp4', 'mp4', 'video/mp4', 'video'],
		['image', 'picture.png', 'png', 'image/png', 'image'],
		['image', 'thumbnail.jpg', 'jpg', 'image/jpeg', 'image'],
		['image', 'animation.gif', 'gif', 'image/gif', 'image'],
	] as const)(
		'of a %s (%s) is stored by n8n so that it can show it',
		async (kind, name, ending, mimeType, fileType) => {
			const urn = entry(kind, { content: fixture(name) });
			const { items } = await download(kind, urn);
			const fileName = `${idOf(urn)}.${ending}`;
			expect(items[0]).toMatchObject({
				json: { urn, content: 'media', status: 'AVAILABLE', fileName, mimeType },
				binary: { data: { fileName, mimeType, fileType, fileExtension: ending } },
				pairedItem: { item: 0 },
			});
			expect(sha256(await bytesOf(items[0]))).toBe(sha256(fixture(name)));
		},
	);

	test.each(KINDS)('of a %s is named by its asset where the ad account is named', async (kind) => {
		const urn = entry(kind, { name: 'Spring campaign, talk' });
		const { json } = await resource(kind)('download', {
			urn,
			associatedAccount: byUrn(ACCOUNT),
		});
		expect(json.fileName).toMatch(/^Spring campaign, talk\.(mp4|jpg|png)$/);
		expect((await download(kind, urn)).json.fileName).toContain(idOf(urn));
	});

	test('no token goes to the URL of the file, and no address into the item', async () => {
		const urn = entry('video', { content: fixture('talk.mp4') });
		const { visible } = await download('video', urn);
		expect(requests('download')[0]).toMatchObject({ method: 'GET', hasAuthorization: false });
		expect(visible()).not.toContain('/playlist/');
		expect(calls()).toEqual(['videos.get', 'download']);
	});

	test('of what was uploaded before: video, thumbnail and captions', async () => {
		linkedIn.configure({ readings: { captionsField: 'downloadUrl' } });
		const { json } = await upload(item({ data: talk(), thumbnail: file('thumbnail.jpg') })).with({
			captionsSource: 'text',
			captionsText: SRT,
			thumbnailSource: 'binaryData',
		});
		const { items, pairs } = await download('video', json.urn, {
			content: '={{ $json.content }}',
			outputBinaryPropertyName: '={{ $json.field }}',
		}).of(
			...['media', 'thumbnail', 'captions'].map((content) => ({
				json: { content, field: `my_${content}` },
			})),
		);
		const [media, thumbnail, captions] = items;
		expect(sha256(await bytesOf(media, 'my_media'))).toBe(sha256(fixture('talk.mp4')));
		expect(sha256(await bytesOf(thumbnail, 'my_thumbnail'))).toBe(sha256(fixture('thumbnail.jpg')));
		expect((await bytesOf(captions, 'my_captions')).toString()).toContain('-->');
		expect(thumbnail?.binary?.my_thumbnail).toMatchObject({
			fileName: `${idOf(json.urn)}-thumbnail.jpg`,
			mimeType: 'image/jpeg',
		});
		expect(captions?.json).toMatchObject({ fileName: `${idOf(json.urn)}.srt` });
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
	});

	test('of captions by the address that they were uploaded to, as in LinkedIn’s sample', async () => {
		const { items } = await download('video', await captioned(), { content: 'captions' });
		expect((await bytesOf(items[0])).toString()).toContain('-->');
	});

	test('of captions whose address cannot be read says so', async () => {
		linkedIn.configure({ readings: { captionsField: 'unreadableUploadUrl' } });
		await download('video', await captioned(), { content: 'captions' }).fails(
			/Could not download the captions of the video/,
		);
	});

	test.each(['403', '410'] as const)(
		'an expired address (%s) is got anew, once',
		async (expiredDownload) => {
			linkedIn.configure({ readings: { expiredDownload } });
			plan('download', Number(expiredDownload));
			const { items } = await download('image', entry('image', { content: PICTURE }));
			expect(sha256(await bytesOf(items[0]))).toBe(sha256(PICTURE));
			expect(calls()).toEqual(['images.get', 'download', 'images.get', 'download']);
		},
	);

	test('an address that is expired at once is an error after the second one', async () => {
		linkedIn.configure({ downloadUrlMs: -60_000 });
		const { told } = await download('video', entry('video')).fails(
			'LinkedIn doesn’t allow the download',
		);
		expect(told).not.toContain('connect again');
		expect(told).not.toContain('Connect a credential');
		expect(calls()).toHaveLength(4);
	});

	test('a hiccup is tried again, with the same address', async () => {
		plan('download', HICCUP);
		const { items } = await download('image', entry('image', { content: PICTURE }));
		expect(sha256(await bytesOf(items[0]))).toBe(sha256(PICTURE));
		expect(calls()).toEqual(['images.get', 'download', 'download']);
	});

	test('a redirect is not followed', async () => {
		plan('download', { kind: 'redirect', location: 'https://example.com/x.png' });
		await download('image', entry('image')).fails(
			'LinkedIn responded with a redirect, which is never followed',
		);
	});

	test.each([
		['https://example.com/x.mp4', 'https://example.com'],
		['http://169.254.169.254/latest/meta-data', 'http://169.254.169.254'],
		['file:///etc/passwd', 'file://'],
	])('an address that is not LinkedIn’s (%s) is not asked', async (downloadUrl, place) => {
		plan('videos.get', { kind: 'replaceFields', fields: { downloadUrl } });
		await download('video', entry('video')).fails(`The download URL points to ${place}`);
		expect(calls()).toEqual(['videos.get']);
	});

	test.each(['PROCESSING', 'WAITING_UPLOAD', 'PROCESSING_FAILED'] as const)(
		'of media that is %s is an error that says how to wait',
		async (status) => {
			const urn = entry('video', { status });
			await download('video', urn).fails(
				`The video ${urn} cannot be downloaded yet`,
				`its status is ${status}`,
			);
		},
	);

	test('of captions that there are none of', async () => {
		const urn = entry('video');
		await download('video', urn, { content: 'captions' }).fails(`The video ${urn} has no captions`);
	});

	test('of the thumbnail of an image is an error', async () => {
		const result = await download('image', entry('image'), {
			content: '={{ "thumbnail" }}',
		}).ends();
		// n8n drops an option that the form does not have.
		if (result.error) expect(result.told).toContain('no download of the thumbnail of an image');
		else expect(result.json).toMatchObject({ content: 'media' });
	});

	test('one that fails goes to the error branch, the others go on', async () => {
		const urn = entry('image', { content: PICTURE });
		const { failed, items } = await download('image', '={{ $json.media }}')
			.of({ json: { media: 'urn:li:image:gone' } }, { json: { media: urn } })
			.onError('continueErrorOutput');
		expect(failed).toMatchObject({ status: 404 });
		expect(items[0]).toMatchObject({ json: { urn }, pairedItem: { item: 1 } });
	});

	test('ends with a cancel', async () => {
		const urn = entry('video', { content: Buffer.alloc(1_000_000) });
		plan('download', { kind: 'stall' });
		await video('download', { urn }).stoppedWhen(() => requests('download').length > 0);
	});
});

describe.each(['default', 'database', 's3'] as const)('in n8n’s mode %s', (binaryMode) => {
	const other = scene({ binaryMode });

	test.each(KINDS)('a %s comes whole, too', async (kind) => {
		const content = kind === 'image' ? PICTURE : enlargeMp4(fixture('talk.mp4'), 2 * PART + 321);
		const urn = other.entry(kind, { content });
		const { items } = await other.resource(kind)('download', { urn });
		const bytes = await other.engine.binary(items[0] ?? { json: {} }, 'data');
		expect(sha256(bytes)).toBe(sha256(content));
		const id = items[0]?.binary?.data?.id ?? 'default';
		expect(id.split(':')[0]).toBe(binaryMode);
	});
});
