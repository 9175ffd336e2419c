import { startFileServer } from '../fileServer';
import { fixture } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import {
	byUrn,
	calls,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	told,
	type Lab,
} from './lab';
import { createPost, imageOf, picture, talk, videoOf } from './postSupport';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const postVideo = (mediaUrn: string, waitTimeout = 60) =>
	createPost(lab, { parameters: { contentType: 'video', mediaUrn, options: { waitTimeout } } });

describe('a video that is named by its URN', () => {
	test('and still PROCESSING is waited for, then posted once', async () => {
		const video = videoOf(lab, OWNER, {
			status: 'PROCESSING',
			processing: { kind: 'afterReads', reads: 2 },
		});
		const result = await postVideo(video);
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]).toMatchObject({ media: [video], visible: true });
		expect(requests(lab.simulator, 'posts.create')).toHaveLength(1);
	});

	test('and not ready in time is an error, and nothing is posted', async () => {
		const result = await postVideo(videoOf(lab, OWNER, { status: 'PROCESSING' }), 1);
		expectClean(lab, result);
		expect(told(result)).toMatch(/is still PROCESSING after 1 seconds; nothing was posted/);
		expect(requests(lab.simulator, 'posts.create')).toEqual([]);
	});

	test('and whose upload was never finished is told so', async () => {
		const result = await postVideo(videoOf(lab, OWNER, { status: 'WAITING_UPLOAD' }), 1);
		expectClean(lab, result);
		expect(told(result)).toMatch(/still WAITING_UPLOAD .* upload was not finished/s);
		expect(lab.simulator.posts()).toEqual([]);
	});

	test('and failed is told with LinkedIn’s reason', async () => {
		const video = videoOf(lab, OWNER, { status: 'PROCESSING_FAILED', failure: 'bad codec' });
		const result = await postVideo(video);
		expectClean(lab, result);
		expect(told(result)).toContain('bad codec');
		expect(told(result)).toContain(video);
		expect(requests(lab.simulator, 'posts.create')).toEqual([]);
	});

	test('and unknown is told at once', async () => {
		const result = await postVideo('urn:li:video:C5505unknown');
		expectClean(lab, result);
		expect(told(result)).toContain('does not find the video urn:li:video:C5505unknown');
		expect(calls(lab.simulator)).toEqual(['videos.get']);
	});

	test('and of another owner is refused by LinkedIn; the error says whose it is', async () => {
		const video = videoOf(lab, PAGE);
		const result = await postVideo(video);
		expectClean(lab, result);
		expect(told(result)).toContain(
			`The video ${video} belongs to ${PAGE}, and the post’s author is ${OWNER}`,
		);
		expect(lab.simulator.posts()).toEqual([]);
	});
});

describe('files that LinkedIn cannot process', () => {
	test('the post is not sent', async () => {
		lab.simulator.nextVideo({ kind: 'immediate', failure: 'bad codec' });
		const result = await createPost(lab, {
			parameters: { contentType: 'video', mediaSource: 'binaryData' },
			items: [item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain('could not process the video "talk.mp4"');
		expect(requests(lab.simulator, 'posts.create')).toEqual([]);
	});
});

describe('a token that may upload but not read', () => {
	const member = () => lab.credential({ scopes: ['w_member_social'] });

	test('an image: posted once, no failure, no warning', async () => {
		const result = await createPost(lab, {
			credential: member(),
			parameters: { mediaSource: 'binaryData' },
			items: [item({ data: picture() })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json.warnings).toEqual([]);
		expect(requests(lab.simulator, 'posts.create')).toHaveLength(1);
		expect(lab.simulator.posts()[0]?.visible).toBe(true);
	});

	test('an image by its URN, the same', async () => {
		const result = await createPost(lab, {
			credential: member(),
			parameters: { mediaUrn: imageOf(lab, OWNER) },
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()).toHaveLength(1);
	});

	test('a document that LinkedIn still waits for: tried again until it is taken, posted once', async () => {
		lab.simulator.configure({ readings: { postBeforeReady: 'allRefused' } });
		lab.simulator.nextDocument({ kind: 'afterReads', reads: 1 });
		const result = await createPost(lab, {
			credential: member(),
			parameters: { contentType: 'document', mediaSource: 'binaryData' },
			items: [item({ data: { content: pdf(pageTree(2)), fileName: 'report.pdf' } })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(requests(lab.simulator, 'posts.create')).toHaveLength(2);
		expect(lab.simulator.posts()).toHaveLength(1);
	});

	test('one that is never taken ends with the timeout', async () => {
		lab.simulator.configure({ readings: { postBeforeReady: 'allRefused' } });
		lab.simulator.nextImage({ kind: 'manual' });
		const result = await createPost(lab, {
			credential: member(),
			parameters: { mediaSource: 'binaryData', options: { waitTimeout: 1 } },
			items: [item({ data: { content: fixture('picture.png'), fileName: 'a.png' } })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain('LinkedIn is still waiting for the media’s bytes');
		expect(lab.simulator.posts()).toEqual([]);
	});
});

test('media from addresses are uploaded and posted', async () => {
	const files = await startFileServer();
	try {
		const url = files.add('/picture.png', { content: fixture('picture.png') });
		const result = await createPost(lab, {
			parameters: {
				author: byUrn(PAGE),
				contentType: 'multiImage',
				mediaSource: 'url',
				mediaUrls: `${url}?a=1\n${url}?a=2,3`,
			},
		});
		expectClean(lab, result);
		expect(lab.simulator.posts()[0]?.media).toEqual(lab.simulator.images().map(({ urn }) => urn));
		expect(lab.simulator.images()).toHaveLength(2);
	} finally {
		await files.close();
	}
});
