import { fixture } from '../fixtures/make';
import {
	byUrn,
	errorIn,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	told,
	type Lab,
	type LabRun,
} from './lab';
import { createPost, imageOf, picture, talk } from './postSupport';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const CUT = { kind: 'resetAfterCarriedOut' } as const;
const PLACE = 'https://www.linkedin.com/in/me/recent-activity/all/';
const sent = (): number => requests(lab.simulator, 'posts.create').length;

describe('a create whose answer is lost', () => {
	test('is one post, and an error that says where to look', async () => {
		lab.simulator.plan({ on: 'posts.create', fault: CUT });
		const result = await createPost(lab, { parameters: { mediaUrn: imageOf(lab, OWNER) } });
		expectClean(lab, result);
		expect(lab.simulator.posts()).toHaveLength(1);
		expect(sent()).toBe(1);
		expect(told(result)).toContain('LinkedIn may have made the post all the same');
		expect(told(result)).toContain(PLACE);
	});

	test.each([500, 502, 503, 408])('%d is as unclear', async (status) => {
		lab.simulator.plan({ on: 'posts.create', fault: { kind: 'status', status } });
		const result = await createPost(lab, { parameters: { mediaUrn: imageOf(lab, OWNER) } });
		expectClean(lab, result);
		expect(sent()).toBe(1);
		expect(told(result)).toContain(PLACE);
	});

	test('names what was uploaded for it', async () => {
		lab.simulator.plan({ on: 'posts.create', fault: CUT });
		const result = await createPost(lab, {
			parameters: { mediaSource: 'binaryData' },
			items: [item({ data: picture() })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain(`Uploaded already: ${lab.simulator.images()[0]?.urn ?? ''}`);
	});

	test('stays one post through all tries of Retry On Fail', async () => {
		lab.simulator.plan({ on: 'posts.create', call: 1, fault: CUT });
		const result = await createPost(lab, {
			retryOnFail: true,
			maxTries: 3,
			parameters: { mediaUrn: imageOf(lab, OWNER) },
		});
		expectClean(lab, result);
		expect(sent()).toBe(1);
		expect(lab.simulator.posts()).toHaveLength(1);
		expect(told(result)).toContain('The post was sent before, and LinkedIn’s answer was unclear');
		expect(told(result)).toContain(PLACE);
	});

	test('on the error branch too, while the other items go on', async () => {
		lab.simulator.plan({ on: 'posts.create', call: 2, fault: CUT });
		const images = ['one', 'two', 'three'].map(() => imageOf(lab, OWNER));
		const result = await createPost(lab, {
			retryOnFail: true,
			maxTries: 3,
			onError: 'continueErrorOutput',
			parameters: { mediaUrn: '={{ $json.image }}', commentary: '={{ $json.image }}' },
			items: images.map((image) => ({ json: { image } })),
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()).toHaveLength(3);
		expect(sent()).toBe(3);
		expect(result.items.map(({ json }) => json.media)).toEqual([[images[0]], [images[2]]]);
		expect(String(errorIn(result.errorItems[0]).description)).toContain(PLACE);
	});
});

describe('Retry On Fail', () => {
	const retried = (run: LabRun = {}) => createPost(lab, { retryOnFail: true, maxTries: 3, ...run });

	test('does not post again what is posted', async () => {
		const images = [imageOf(lab, OWNER), imageOf(lab, OWNER)];
		lab.simulator.plan({ on: 'posts.create', call: 2, fault: { kind: 'status', status: 429 } });
		const result = await retried({
			parameters: { mediaUrn: '={{ $json.image }}', commentary: '={{ $json.image }}' },
			items: images.map((image) => ({ json: { image } })),
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(lab.simulator.posts()).toHaveLength(2);
		expect(sent()).toBe(3);
		expect(result.items.map(({ json }) => json.media)).toEqual(images.map((image) => [image]));
	});

	test('posts what LinkedIn clearly refused before, with the media that are there already', async () => {
		lab.simulator.plan({ on: 'posts.create', call: 1, fault: { kind: 'status', status: 429 } });
		const result = await retried({
			parameters: {
				contentType: 'multiImage',
				mediaSource: 'binaryData',
				binaryPropertyNames: 'one,two',
			},
			items: [
				item({ one: picture(), two: { content: fixture('thumbnail.jpg'), fileName: 'two.jpg' } }),
			],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(requests(lab.simulator, 'images.initializeUpload')).toHaveLength(2);
		expect(requests(lab.simulator, 'images.upload')).toHaveLength(2);
		expect(lab.simulator.posts()).toHaveLength(1);
	});

	test('goes on with an upload that failed half-way', async () => {
		lab.simulator.plan({ on: 'videos.part', call: 1, fault: { kind: 'status', status: 503 } });
		const result = await retried({
			parameters: {
				contentType: 'video',
				mediaSource: 'binaryData',
				options: { maxRetries: 0 },
			},
			items: [item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(1);
		expect(lab.simulator.posts()).toHaveLength(1);
	});
});

describe('refused, so that nothing is posted', () => {
	test('the same post again: 422, with the address of the first', async () => {
		const mediaUrn = imageOf(lab, OWNER);
		await createPost(lab, { parameters: { mediaUrn } });
		const result = await createPost(lab, { parameters: { mediaUrn } });
		expectClean(lab, result);
		expect(lab.simulator.posts()).toHaveLength(1);
		expect(told(result)).toContain('has published the same post before');
		expect(told(result)).toContain(lab.simulator.posts()[0]?.urn ?? 'no post');
	});

	test('a page where the caller may not post', async () => {
		const stranger = 'urn:li:organization:999';
		const result = await createPost(lab, {
			parameters: { author: byUrn(stranger), mediaUrn: imageOf(lab, PAGE) },
		});
		expectClean(lab, result);
		expect(told(result)).toContain('a content administrator');
		expect(lab.simulator.posts()).toEqual([]);
	});

	test('a token without the scope', async () => {
		const result = await createPost(lab, {
			credential: lab.credential({ scopes: ['w_member_social'] }),
			parameters: { author: byUrn(PAGE), mediaUrn: imageOf(lab, PAGE) },
		});
		expectClean(lab, result);
		expect(told(result)).toContain('the connection lacks the scope "w_organization_social"');
	});
});

test.each([
	['restliId', 'both' as const],
	['linkedinId only', 'linkedinId' as const],
	['x-restli-id only', 'restliId' as const],
])('the id is found: %s', async (_, postIdHeader) => {
	lab.simulator.configure({ readings: { postIdHeader } });
	const result = await createPost(lab, { parameters: { mediaUrn: imageOf(lab, OWNER) } });
	expectClean(lab, result);
	expect(result.items[0]?.json.urn).toBe(lab.simulator.posts()[0]?.urn);
});
