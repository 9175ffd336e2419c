import { fixture, gifWithFrames, pngHeader } from '../fixtures/make';
import { ACCOUNT, byUrn, file, OWNER, PAGE, scene, sha256 } from './scene';

const { calls, image, linkedIn, plan, requests } = scene();
const upload = () => image('upload').of(file('picture.png'));

describe('image: upload', () => {
	test.each(['picture.png', 'thumbnail.jpg', 'animation.gif'])('%s arrives whole', async (name) => {
		const { json } = await image('upload').of(file(name));
		const [received] = linkedIn.images();
		expect(received?.sha256).toBe(sha256(fixture(name)));
		expect(json).toMatchObject({
			urn: received?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			fileSizeBytes: fixture(name).length,
			retries: 0,
			calls: 2,
			warnings: [],
		});
		expect(calls()).toEqual(['images.initializeUpload', 'images.upload', 'images.get']);
	});

	test('with a library entry for a page, waiting until it is available', async () => {
		linkedIn.configure({ processing: { kind: 'afterReads', reads: 1 } });
		const { json } = await upload()
			.as(PAGE)
			.with({ libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'Logo' } })
			.options({ waitSeconds: 600 });
		expect(linkedIn.images()[0]?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: PAGE,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'Logo' },
			},
		});
		expect(json).toMatchObject({ status: 'AVAILABLE', media: { status: 'AVAILABLE' } });
		for (const { query } of requests('images.get'))
			expect(query).toEqual({ associatedAccount: ACCOUNT });
	});

	test('may belong to an ad account', async () => {
		const { json } = await upload().as(ACCOUNT);
		expect(json).toMatchObject({ owner: ACCOUNT, status: 'AVAILABLE' });
	});

	test('just under the limits: 36,152,319 pixels and 250 frames go through', async () => {
		await image('upload').of(
			{ content: pngHeader(36_152_319, 1), fileName: 'wide.png' },
			{ content: gifWithFrames(250), fileName: 'long.gif' },
		);
		expect(linkedIn.images()).toHaveLength(2);
	});

	test.each([
		['no upload URL', ['value.uploadUrl'], /value\.uploadUrl is missing/],
		['no URN', ['value.image'], /value\.image is missing/],
	])('an answer with %s is told, nothing is sent', async (_, fields, says) => {
		plan('images.initializeUpload', { kind: 'missingFields', fields });
		await upload().fails(says);
		expect(calls()).toEqual(['images.initializeUpload']);
	});
});
