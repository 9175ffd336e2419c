import {
	ACCOUNT_OF_OTHERS,
	file,
	item,
	LOST_ANSWER,
	PAGE,
	scene,
	talk,
	withSupplements,
} from './scene';
import { imports, statesOf } from './importSupport';
import { posting, READING } from './postSupport';

/** Where LinkedIn's pages leave something open, the node has to live with each reading. */

const stage = scene();
const { entry, image, linkedIn, plan, post, requests, resource, upload, video } = stage;
const { create, imageOf } = posting(stage);

describe('an ad account’s image, for somebody without a role in it', () => {
	const others = () => entry('image', { owner: ACCOUNT_OF_OTHERS, account: '' });
	const get = () => image('get', { urn: others() }).scopes('rw_ads');

	test('is refused', async () => {
		await get().fails('LinkedIn denied access');
	});

	test('is read', async () => {
		linkedIn.configure({ readings: { accountImages: 'everyone' } });
		expect((await get()).json).toMatchObject({ owner: ACCOUNT_OF_OTHERS, status: 'AVAILABLE' });
	});
});

describe('the text and the ratios of an image', () => {
	const get = (simplify: boolean) => image('get', { urn: entry('image'), simplify });

	test('are not in the item where LinkedIn has none', async () => {
		expect((await get(true)).json).not.toHaveProperty('altText');
	});

	test('are, simplified the text alone', async () => {
		linkedIn.configure({ readings: { imageFields: 'asSchema' } });
		const text = { altText: 'A talk on a stage' };
		const simple = (await get(true)).json;
		expect(simple).toMatchObject(text);
		expect(simple).not.toHaveProperty('aspectRatioWidth');
		expect((await get(false)).json).toMatchObject({ ...text, aspectRatioWidth: 16.0125 });
	});
});

describe.each(['404', '400'] as const)('what a batch does not find (%s)', (batchNotFound) => {
	const gone = 'urn:li:video:C5gone';
	beforeEach(() => {
		linkedIn.configure({ readings: { batchNotFound } });
	});

	test('is told of this URN', async () => {
		const { jsons } = await video('batchGet', { urns: `${gone}, ${entry('video')}` });
		expect(jsons).toMatchObject([
			{ urn: gone, lookupError: { status: Number(batchNotFound), code: 'NOT_FOUND' } },
			{ status: 'AVAILABLE' },
		]);
		expect(requests('videos.get')).toEqual([]);
	});

	test('is gone for an import: the file is uploaded', async () => {
		const url = stage.files.add('/talk.mp4', file('talk.mp4').content);
		const summary = await imports(resource).importList([{ url, id: '1', knownUrn: gone }]);
		expect(statesOf(summary)).toEqual(['success']);
		expect(linkedIn.videos()).toHaveLength(1);
	});
});

describe.each(['replaces', 'refused'] as const)(
	'captions whose answer was lost, a second file (%s)',
	(secondCaptions) => {
		const files = { data: talk(), captions: file('talk.srt') };
		const { captionsSource } = withSupplements;

		test('the upload goes on, and has them', async () => {
			linkedIn.configure({ readings: { secondCaptions } });
			plan('videos.captions', LOST_ANSWER);
			const { session } = await upload(item(files)).with({ captionsSource }).fails('captions');
			expect(session).toMatchObject({ captions: 'due', captionsSent: true });
			const { json, hints } = await video('resumeUpload', {
				uploadSession: JSON.stringify(session),
				captionsSource,
			}).of(item(files));
			expect(json).toMatchObject({ status: 'AVAILABLE', captions: 'uploaded' });
			expect(linkedIn.videos()[0]?.captions?.text).toContain('-->');
			const said = hints.join().includes('refused to take the captions again');
			expect(said).toBe(secondCaptions === 'refused');
		});

		test('captions that LinkedIn refuses are an error', async () => {
			plan('videos.captions', 400);
			await upload(item(files)).with({ captionsSource }).fails('captions');
			expect(linkedIn.videos()[0]?.status).toBe('WAITING_UPLOAD');
		});
	},
);

describe.each(['get', 'getOrPost', 'post'] as const)('a batch get of posts by %s', (verb) => {
	test('150 posts are two requests that are answered', async () => {
		linkedIn.configure({ readings: { postsBatchVerb: verb } });
		await create({ mediaUrn: imageOf(PAGE), commentary: 'Hello' }).as(PAGE);
		const urn = linkedIn.posts()[0]?.urn ?? '';
		const others = Array.from({ length: 149 }, (_, index) => `urn:li:share:${7e18 + index * 1e6}`);
		const { jsons } = await post('batchGet', { urns: [urn, ...others].join() }).scopes(...READING);
		expect(jsons[0]).toMatchObject({ urn, text: 'Hello' });
		expect(jsons).toHaveLength(150);
		const answered = requests('posts.batchGet').map((request) => request.status);
		expect(answered).toEqual(verb === 'post' ? [405, 200, 200] : [200, 200]);
		expect(requests('posts.get')).toEqual([]);
	});
});
