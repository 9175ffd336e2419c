import { posting } from './postSupport';
import { file, item, LOST_ANSWER, OWNER, PAGE, scene, status, talk } from './scene';

const stage = scene();
const { linkedIn, plan, requests } = stage;
const { create, createFromFiles, imageOf, imagesOf } = posting(stage);

const PLACE = 'https://www.linkedin.com/in/me/recent-activity/all/';
const sent = () => requests('posts.create').length;
const createImage = () => create({ mediaUrn: imageOf(OWNER) });

/** A post for each image. */
const createEach = (images: string[]) =>
	create({ mediaUrn: '={{ $json.image }}', commentary: '={{ $json.image }}' })
		.of(...images.map((image) => ({ json: { image } })))
		.tries(3);

describe('a create whose answer is lost', () => {
	test('is one post, and an error that says where to look', async () => {
		plan('posts.create', LOST_ANSWER);
		await createImage().fails('LinkedIn may still have published the post', PLACE);
		expect(linkedIn.posts()).toHaveLength(1);
		expect(sent()).toBe(1);
	});

	test.each([500, 502, 503, 408])('%d is as unclear', async (status) => {
		plan('posts.create', status);
		await createImage().fails(PLACE);
		expect(sent()).toBe(1);
	});

	test('names what was uploaded for it', async () => {
		plan('posts.create', LOST_ANSWER);
		const { told } = await createFromFiles().of(file('picture.png')).fails();
		expect(told).toContain(`Already uploaded: ${linkedIn.images()[0]?.urn ?? ''}`);
	});

	test('stays one post through all tries of Retry On Fail', async () => {
		plan('posts.create', LOST_ANSWER);
		await createImage()
			.tries(3)
			.fails('The post was sent before, and it’s unclear whether it was published', PLACE);
		expect(sent()).toBe(1);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('on the error branch too, while the other items go on', async () => {
		plan('posts.create', LOST_ANSWER, { call: 2 });
		const images = imagesOf(OWNER, 3);
		const { jsons, failed } = await createEach(images).onError('continueErrorOutput');
		expect(linkedIn.posts()).toHaveLength(3);
		expect(sent()).toBe(3);
		expect(jsons.map(({ media }) => media)).toEqual([[images[0]], [images[2]]]);
		expect(String(failed.description)).toContain(PLACE);
	});
});

describe('Retry On Fail', () => {
	test('does not post again what is posted', async () => {
		const images = imagesOf(OWNER, 2);
		plan('posts.create', 429, { call: 2 });
		const { jsons } = await createEach(images);
		expect(linkedIn.posts()).toHaveLength(2);
		expect(sent()).toBe(3);
		expect(jsons.map(({ media }) => media)).toEqual(images.map((image) => [image]));
	});

	test('posts what LinkedIn clearly refused before, with the media that are there already', async () => {
		plan('posts.create', 429);
		await createFromFiles({ contentType: 'multiImage', binaryPropertyNames: 'one,two' })
			.of(item({ one: file('picture.png'), two: file('thumbnail.jpg') }))
			.tries(3);
		expect(requests('images.initializeUpload')).toHaveLength(2);
		expect(requests('images.upload')).toHaveLength(2);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('begins anew only the upload whose URL has expired', async () => {
		const body = { status: 400, code: 'EXPIRED_UPLOAD_URL' };
		plan('images.upload', status(400, { body }), { call: 2 });
		await createFromFiles({ contentType: 'multiImage', binaryPropertyNames: 'one,two' })
			.of(item({ one: file('picture.png'), two: file('thumbnail.jpg') }))
			.options({ maxRetries: 0 })
			.tries(3);
		expect(requests('images.initializeUpload')).toHaveLength(3);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('goes on with an upload that failed half-way', async () => {
		plan('videos.part', 503);
		await createFromFiles({ contentType: 'video' }).of(talk()).options({ maxRetries: 0 }).tries(3);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(linkedIn.posts()).toHaveLength(1);
	});
});

describe('refused, so that nothing is posted', () => {
	test('the same post again: 422, with the address of the first', async () => {
		const mediaUrn = imageOf(OWNER);
		await create({ mediaUrn });
		const { told } = await create({ mediaUrn }).fails('has published the same post before');
		expect(linkedIn.posts()).toHaveLength(1);
		expect(told).toContain(linkedIn.posts()[0]?.urn ?? 'no post');
	});

	test('a page where the caller may not post', async () => {
		await create({ mediaUrn: imageOf(PAGE) })
			.as('urn:li:organization:999')
			.fails('a content administrator');
		expect(linkedIn.posts()).toEqual([]);
	});

	test('a token without the scope', async () => {
		await create({ mediaUrn: imageOf(PAGE) })
			.as(PAGE)
			.scopes('w_member_social')
			.fails('the connection lacks the scope "w_organization_social"');
	});
});

test.each([
	['restliId', 'both' as const],
	['linkedinId only', 'linkedinId' as const],
	['x-restli-id only', 'restliId' as const],
])('the id is found: %s', async (_, postIdHeader) => {
	linkedIn.configure({ readings: { postIdHeader } });
	const { json } = await createImage();
	expect(json.urn).toBe(linkedIn.posts()[0]?.urn);
});
