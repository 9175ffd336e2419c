import { at } from './support/call';
import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	self,
	startDocument,
	startImage,
	startVideo,
	uploadDocument,
	uploadImage,
	uploadVideo,
} from './support/linkedin';
import { created, createPost, dark, getPost } from './support/posts';

const lab = useSimulator();

const withContent = (content: object, fields: object = {}) =>
	createPost(lab.simulator, { content, ...fields });

/** Status, code and the field that the answer names. */
async function refusal(content: object, fields: object = {}): Promise<unknown[]> {
	const { status, json } = await withContent(content, fields);
	const path = at(json, 'errorDetails.inputErrors.0.input.inputPath.fieldPath');
	return [status, at(json, 'code'), ...(path === undefined ? [] : [path])];
}

const waiting = [400, 'MEDIA_ASSET_WAITING_UPLOAD'];
const failed = [400, 'MEDIA_ASSET_PROCESSING_FAILED'];

describe('media', () => {
	documented('is an image with an alt text', async () => {
		const { urn } = await uploadImage(lab.simulator);
		const content = { media: { id: urn, altText: 'testing for alt tags' } };
		expect(await created(lab.simulator, { content })).toMatchObject({
			urn: expect.stringMatching(/^urn:li:share:/) as unknown,
			content,
			media: [urn],
			visible: true,
		});
	});

	fromPublic('is a video with a title, and the post is a ugcPost', async () => {
		const { urn } = await uploadVideo(lab.simulator);
		const content = { media: { id: urn, title: 'A film' } };
		expect(await created(lab.simulator, { content })).toMatchObject({
			urn: expect.stringMatching(/^urn:li:ugcPost:\d{19}$/) as unknown,
			content,
			media: [urn],
		});
	});

	assumed('makes the other kind of post in other readings', async () => {
		const { urn } = await uploadVideo(lab.simulator);
		lab.simulator.configure({ readings: { postUrn: 'share' } });
		const one = await created(lab.simulator, { content: { media: { id: urn } } });
		lab.simulator.configure({ readings: { postUrn: 'ugcPost' } });
		const two = await created(lab.simulator);
		expect([one.urn, two.urn]).toEqual([
			expect.stringMatching(/^urn:li:share:/),
			expect.stringMatching(/^urn:li:ugcPost:/),
		]);
	});

	fromPublic('is a document with a title, which it cannot do without', async () => {
		const { urn } = await uploadDocument(lab.simulator);
		const content = { media: { id: urn, title: 'Example.pdf' } };
		expect((await created(lab.simulator, { content })).content).toEqual(content);
		expect(await refusal({ media: { id: urn } })).toEqual([
			400,
			'MISSING_FIELD',
			'/content/media/title',
		]);
	});

	fromPublic('has an alt text of at most 4,086 characters', async () => {
		const { urn } = await uploadImage(lab.simulator);
		expect(await refusal({ media: { id: urn, altText: 'x'.repeat(4087) } })).toEqual([
			400,
			'FIELD_LENGTH_TOO_LONG',
			'/content/media/altText',
		]);
		const answer = await withContent({ media: { id: urn, altText: 'x'.repeat(4086) } });
		expect(answer.status).toBe(201);
	});

	fromPublic('says something where it has an alt text', async () => {
		const { urn } = await uploadImage(lab.simulator);
		expect(await refusal({ media: { id: urn, altText: '' } })).toEqual([
			400,
			'INVALID_VALUE_BLANK_FIELD',
			'/content/media/altText',
		]);
		expect(await refusal({ multiImage: { images: [{ id: urn, altText: ' ' }] } })).toEqual([
			400,
			'INVALID_VALUE_BLANK_FIELD',
			'/content/multiImage/images/0/altText',
		]);
	});

	assumed('says something where it has a title', async () => {
		const { urn } = await uploadImage(lab.simulator);
		expect(await refusal({ media: { id: urn, title: '' } })).toEqual([
			400,
			'INVALID_VALUE_BLANK_FIELD',
			'/content/media/title',
		]);
	});

	fromPublic('is nothing else', async () => {
		expect(await refusal({ media: {} })).toEqual([400, 'MISSING_FIELD', '/content/media/id']);
		for (const id of ['urn:li:digitalmediaAsset:C55', 'urn:li:person:a', 'C55']) {
			expect(await refusal({ media: { id } })).toEqual([400, 'INVALID_URN_TYPE']);
		}
		const { urn } = await uploadImage(lab.simulator);
		const { status, text } = await withContent({ media: { id: urn, caption: 'x' } });
		expect(status).toBe(422);
		expect(text).toContain('/content/media/caption :: unrecognized');
	});
});

describe('which media', () => {
	documented('that LinkedIn does not know have an id that is invalid', async () => {
		expect(await refusal({ media: { id: 'urn:li:video:unknown' } })).toEqual([
			400,
			'INVALID_VIDEO_ID',
		]);
		expect(await refusal({ media: { id: 'urn:li:image:unknown' } })).toEqual([
			400,
			'INVALID_IMAGE_ID',
		]);
	});

	assumed('documents as well', async () => {
		expect(await refusal({ media: { id: 'urn:li:document:unknown', title: 'x' } })).toEqual([
			400,
			'INVALID_DOCUMENT_ID',
		]);
	});

	fromPublic('are of the author', async () => {
		const mine = await uploadImage(lab.simulator, { owner: self });
		const { status, json } = await withContent({ media: { id: mine.urn } });
		expect([status, json]).toEqual([
			400,
			{
				status: 400,
				message:
					'One or more of the assets is not owned by the author. All assets must be owned by the author',
			},
		]);
		expect((await withContent({ media: { id: mine.urn } }, { author: self })).status).toBe(201);
	});

	assumed('may be of the ad account in sponsored content', async () => {
		const { urn } = await uploadImage(lab.simulator, { owner: account });
		expect((await withContent({ media: { id: urn } })).status).toBe(400);
		expect((await withContent({ media: { id: urn } }, dark)).status).toBe(201);
	});
});

describe('when media are ready', () => {
	documented('a video that was never uploaded is waited for', async () => {
		const { urn } = await startVideo(lab.simulator);
		expect(await refusal({ media: { id: urn } })).toEqual(waiting);
		expect(lab.simulator.posts()).toEqual([]);
	});

	assumed(
		'a video that is being processed is waited for too, and each create is a look',
		async () => {
			lab.simulator.nextVideo({ kind: 'afterReads', reads: 2 });
			const { urn } = await uploadVideo(lab.simulator);
			expect(await refusal({ media: { id: urn } })).toEqual(waiting);
			expect(await refusal({ media: { id: urn } })).toEqual(waiting);
			expect((await withContent({ media: { id: urn } })).status).toBe(201);
		},
	);

	documented('a video whose processing failed is refused', async () => {
		lab.simulator.nextVideo({ kind: 'immediate', failure: 'codec' });
		const { urn } = await uploadVideo(lab.simulator);
		expect(await refusal({ media: { id: urn } })).toEqual(failed);
	});

	documented('a post before its image is processed is taken, and not visible before', async () => {
		lab.simulator.nextImage({ kind: 'manual' });
		const { urn } = await uploadImage(lab.simulator);
		const post = await created(lab.simulator, { content: { media: { id: urn } } });
		expect(post.visible).toBe(false);
		lab.simulator.finishProcessing(urn, 'AVAILABLE');
		expect(lab.simulator.post(post.urn).visible).toBe(true);
	});

	documented('it is never visible when that processing fails', async () => {
		lab.simulator.nextImage({ kind: 'manual' });
		const { urn } = await uploadImage(lab.simulator);
		const post = await created(lab.simulator, { content: { media: { id: urn } } });
		lab.simulator.finishProcessing(urn, { failure: 'too large' });
		expect(lab.simulator.post(post.urn).visible).toBe(false);
	});

	assumed('an image or document without its bytes, or failed, is refused', async () => {
		const image = await startImage(lab.simulator);
		const document = await startDocument(lab.simulator);
		expect(await refusal({ media: { id: image.urn } })).toEqual(waiting);
		expect(await refusal({ media: { id: document.urn, title: 'x' } })).toEqual(waiting);
		lab.simulator.nextImage({ kind: 'immediate', failure: 'too large' });
		expect(await refusal({ media: { id: (await uploadImage(lab.simulator)).urn } })).toEqual(
			failed,
		);
	});

	assumed('everything waits, or nothing, in other readings', async () => {
		lab.simulator.configure({ processing: { kind: 'manual' } });
		const image = await uploadImage(lab.simulator);
		const video = await uploadVideo(lab.simulator);
		const answers = async () => [
			(await withContent({ media: { id: image.urn } })).status,
			(await withContent({ media: { id: video.urn } })).status,
		];
		lab.simulator.configure({ readings: { postBeforeReady: 'allRefused' } });
		expect(await answers()).toEqual([400, 400]);
		lab.simulator.configure({ readings: { postBeforeReady: 'accepted' } });
		expect(await answers()).toEqual([201, 201]);
		expect(lab.simulator.posts().map(({ visible }) => visible)).toEqual([false, false]);
	});
});

describe('several images', () => {
	const images = async (count: number, altText = 'one of many') => {
		const { urn } = await uploadImage(lab.simulator);
		return Array.from({ length: count }, () => ({ id: urn, altText }));
	};

	fromPublic('are 2 to 20', async () => {
		for (const [count, status] of [
			[1, 400],
			[2, 201],
			[20, 201],
			[21, 400],
		] as const) {
			expect((await withContent({ multiImage: { images: await images(count) } })).status).toBe(
				status,
			);
		}
		expect(await refusal({ multiImage: { images: [] } })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/content/multiImage/images',
		]);
	});

	fromPublic('keep their order and their alt texts', async () => {
		const list = [...(await images(1, 'first')), ...(await images(1, 'second'))];
		const post = await created(lab.simulator, { content: { multiImage: { images: list } } });
		expect(post).toMatchObject({
			content: { multiImage: { images: list } },
			media: list.map(({ id }) => id),
		});
	});

	fromPublic('have alt texts of at most 4,086 characters each', async () => {
		const list = [...(await images(1)), ...(await images(1, 'x'.repeat(4087)))];
		expect(await refusal({ multiImage: { images: list } })).toEqual([
			400,
			'FIELD_LENGTH_TOO_LONG',
			'/content/multiImage/images/1/altText',
		]);
	});

	fromPublic('are images, each of them of the author and there', async () => {
		const [one] = await images(1);
		const video = await uploadVideo(lab.simulator);
		const with2 = (second: string) => refusal({ multiImage: { images: [one, { id: second }] } });
		expect(await with2(video.urn)).toEqual([400, 'INVALID_URN_TYPE']);
		expect(await with2('urn:li:image:unknown')).toEqual([400, 'INVALID_IMAGE_ID']);
		const mine = await uploadImage(lab.simulator, { owner: self });
		expect(await with2(mine.urn)).toEqual([400, undefined]);
	});

	fromPublic('are no sponsored content', async () => {
		expect(await refusal({ multiImage: { images: await images(2) } }, dark)).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/content',
		]);
	});
});

describe('a carousel', () => {
	const cards = async (count: number, more: object = {}) => {
		const { urn } = await uploadImage(lab.simulator);
		const landingPage = 'https://example.com/a';
		return Array.from({ length: count }, (_, index) => ({
			media: { id: urn, title: `Card ${index}` },
			landingPage,
			...more,
		}));
	};

	fromPublic('has 2 to 10 cards, and a get shows them as they came', async () => {
		for (const [count, status] of [
			[1, 400],
			[2, 201],
			[10, 201],
			[11, 400],
		] as const) {
			const answer = await withContent({ carousel: { cards: await cards(count) } }, dark);
			expect(answer.status).toBe(status);
		}
		expect(await refusal({ carousel: { cards: [] } }, dark)).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/content/carousel/cards',
		]);
		const content = { carousel: { cards: await cards(3) } };
		const { urn } = await created(lab.simulator, { ...dark, content });
		expect(at((await getPost(lab.simulator, urn)).json, 'content')).toEqual(content);
	});

	fromPublic('is sponsored content', async () => {
		expect(await refusal({ carousel: { cards: await cards(2) } })).toEqual([
			400,
			'INVALID_VALUE_FOR_FIELD',
			'/content',
		]);
	});

	fromPublic('has images alone, and a landing page on each card', async () => {
		const [first] = await cards(1);
		const second = async (more: object) =>
			refusal({ carousel: { cards: [first, ...(await cards(1, more))] } }, dark);
		const at1 = '/content/carousel/cards/1';
		expect(await second({ landingPage: undefined })).toEqual([
			400,
			'MISSING_FIELD',
			`${at1}/landingPage`,
		]);
		expect(await second({ landingPage: 'example' })).toEqual([
			400,
			'INVALID_URL',
			`${at1}/landingPage`,
		]);
		const video = await uploadVideo(lab.simulator);
		expect(await second({ media: { id: video.urn, title: 'x' } })).toEqual([
			400,
			'INVALID_URN_TYPE',
		]);
		expect(await second({ media: { id: 'urn:li:image:unknown', title: 'x' } })).toEqual([
			400,
			'INVALID_IMAGE_ID',
		]);
	});

	assumed('has a title on each card, and nothing else', async () => {
		const { urn } = await uploadImage(lab.simulator);
		const untitled = await cards(2, { media: { id: urn } });
		expect(await refusal({ carousel: { cards: untitled } }, dark)).toEqual([
			400,
			'MISSING_FIELD',
			'/content/carousel/cards/0/media/title',
		]);
		const more = await withContent({ carousel: { cards: await cards(2, { label: 'x' }) } }, dark);
		expect(more.status).toBe(422);
	});
});

describe('an article', () => {
	const article = { source: 'https://example.com/a', title: 'One', description: 'More' };

	fromPublic('has a source, a title, a description and a thumbnail of the author', async () => {
		const { urn } = await uploadImage(lab.simulator);
		const content = { article: { ...article, thumbnail: urn, thumbnailAltText: 'A dog' } };
		expect(await created(lab.simulator, { content })).toMatchObject({ content, media: [urn] });
		expect(await refusal({ article: { ...article, thumbnail: 'urn:li:image:unknown' } })).toEqual([
			400,
			'INVALID_IMAGE_ID',
		]);
		const video = await uploadVideo(lab.simulator);
		expect(await refusal({ article: { ...article, thumbnail: video.urn } })).toEqual([
			400,
			'INVALID_URN_TYPE',
		]);
	});

	fromPublic('needs source and title', async () => {
		for (const [fields, code, field] of [
			[{ source: undefined }, 'MISSING_FIELD', 'source'],
			[{ source: 'example.com' }, 'INVALID_URL', 'source'],
			[{ source: 'ftp://example.com' }, 'INVALID_URL', 'source'],
			[{ title: undefined }, 'MISSING_FIELD', 'title'],
			[{ title: ' ' }, 'INVALID_VALUE_BLANK_FIELD', 'title'],
			[{ title: 'x'.repeat(401) }, 'FIELD_LENGTH_TOO_LONG', 'title'],
			[{ description: 'x'.repeat(4087) }, 'FIELD_LENGTH_TOO_LONG', 'description'],
			[{ thumbnailAltText: 'x'.repeat(4087) }, 'FIELD_LENGTH_TOO_LONG', 'thumbnailAltText'],
			[{ thumbnailAltText: '' }, 'INVALID_VALUE_BLANK_FIELD', 'thumbnailAltText'],
		] as const) {
			expect(await refusal({ article: { ...article, ...fields } })).toEqual([
				400,
				code,
				`/content/article/${field}`,
			]);
		}
	});
});

describe('a poll', () => {
	const settings = {
		duration: 'THREE_DAYS',
		voteSelectionType: 'SINGLE_VOTE',
		isVoterVisibleToAuthor: true,
	};
	const poll = { question: 'Which?', options: [{ text: 'a' }, { text: 'b' }], settings };

	fromPublic('has a question, 2 to 4 options and a duration', async () => {
		expect((await created(lab.simulator, { content: { poll } })).content).toEqual({ poll });
		for (const [fields, field] of [
			[{ question: 'x'.repeat(141) }, 'question'],
			[{ options: [{ text: 'a' }] }, 'options'],
			[{ options: Array.from({ length: 5 }, () => ({ text: 'a' })) }, 'options'],
			[{ options: [{ text: 'a' }, { text: 'x'.repeat(31) }] }, 'options/1/text'],
			[{ settings: { duration: 'ONE_WEEK' } }, 'settings/duration'],
			[
				{ settings: { ...settings, voteSelectionType: 'MULTIPLE_VOTE' } },
				'settings/voteSelectionType',
			],
			[
				{ settings: { ...settings, isVoterVisibleToAuthor: false } },
				'settings/isVoterVisibleToAuthor',
			],
		] as const) {
			const [status, , path] = await refusal({ poll: { ...poll, ...fields } });
			expect([status, path]).toEqual([400, `/content/poll/${field}`]);
		}
	});
});

describe('content', () => {
	fromPublic('is of one kind', async () => {
		const article = { source: 'https://example.com', title: 'One' };
		const { urn } = await uploadImage(lab.simulator);
		const two = await withContent({ article, media: { id: urn } });
		expect(two.status).toBe(422);
		expect(two.text).toContain('/content :: DataMap should have exactly one entry');
		expect(await refusal({})).toEqual([400, 'MISSING_FIELD', '/content']);
	});

	fromPublic('that is null is an unpermitted field', async () => {
		const { status, json } = await createPost(lab.simulator, { content: null });
		expect([status, json]).toEqual([
			403,
			{
				status: 403,
				serviceErrorCode: 100,
				code: 'ACCESS_DENIED',
				message:
					'Unpermitted fields present in REQUEST_BODY: Data Processing Exception while processing fields [/content]',
			},
		]);
	});

	assumed('of a kind that is not played is an unknown field', async () => {
		const { status, text } = await withContent({ celebration: {} });
		expect(status).toBe(422);
		expect(text).toContain('/content/celebration :: unrecognized');
	});
});
