import { pageTree, pdf } from '../unit/files/documentFixtures';
import { posting } from './postSupport';
import { file, OWNER, PAGE, scene, talk } from './scene';

const stage = scene();
const { calls, files, linkedIn, requests } = stage;
const { create, createFromFiles, imageOf, videoOf } = posting(stage);

describe('a video that is named by its URN', () => {
	const postVideo = (mediaUrn: string, waitSeconds = 60) =>
		create({ contentType: 'video', mediaUrn }).options({ waitSeconds });

	test('and still PROCESSING is waited for, then posted once', async () => {
		const video = videoOf(OWNER, {
			status: 'PROCESSING',
			processing: { kind: 'afterReads', reads: 2 },
		});
		await postVideo(video);
		expect(linkedIn.posts()[0]).toMatchObject({ media: [video], visible: true });
		expect(requests('posts.create')).toHaveLength(1);
	});

	test('and not ready in time is an error, and nothing is posted', async () => {
		await postVideo(videoOf(OWNER, { status: 'PROCESSING' }), 1).fails(
			/is still PROCESSING after 1 seconds; nothing was posted/,
		);
		expect(requests('posts.create')).toEqual([]);
	});

	test('and whose upload was never finished is told so', async () => {
		await postVideo(videoOf(OWNER, { status: 'WAITING_UPLOAD' }), 1).fails(
			/still WAITING_UPLOAD .* upload is not complete/s,
		);
		expect(linkedIn.posts()).toEqual([]);
	});

	test('and failed is told with LinkedIn’s reason', async () => {
		const video = videoOf(OWNER, { status: 'PROCESSING_FAILED', failure: 'bad codec' });
		await postVideo(video).fails('bad codec', video);
		expect(requests('posts.create')).toEqual([]);
	});

	test('and unknown is told at once', async () => {
		const unknown = 'urn:li:video:C5505unknown';
		await postVideo(unknown).fails(`can’t find the video ${unknown}`);
		expect(calls()).toEqual(['videos.get']);
	});

	test('and of another owner is refused by LinkedIn; the error says whose it is', async () => {
		const video = videoOf(PAGE);
		await postVideo(video).fails(
			`The video ${video} belongs to ${PAGE}, but the post’s author is ${OWNER}`,
		);
		expect(linkedIn.posts()).toEqual([]);
	});
});

test('of a file that LinkedIn cannot process the post is not sent', async () => {
	linkedIn.nextVideo({ kind: 'immediate', failure: 'bad codec' });
	await createFromFiles({ contentType: 'video' })
		.of(talk())
		.fails('could not process the video "talk.mp4"');
	expect(requests('posts.create')).toEqual([]);
});

describe('a token that may upload but not read', () => {
	test('an image: posted once, no failure, no warning', async () => {
		const { json } = await createFromFiles().of(file('picture.png')).scopes('w_member_social');
		expect(json.warnings).toEqual([]);
		expect(requests('posts.create')).toHaveLength(1);
		expect(linkedIn.posts()[0]?.visible).toBe(true);
	});

	test('an image by its URN, the same', async () => {
		await create({ mediaUrn: imageOf(OWNER) }).scopes('w_member_social');
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('a document that LinkedIn still waits for: tried again until it is taken, posted once', async () => {
		linkedIn.configure({ readings: { postBeforeReady: 'allRefused' } });
		linkedIn.nextDocument({ kind: 'afterReads', reads: 1 });
		await createFromFiles({ contentType: 'document' })
			.of({ content: pdf(pageTree(2)), fileName: 'report.pdf' })
			.scopes('w_member_social');
		expect(requests('posts.create')).toHaveLength(2);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('one that is never taken ends with the timeout', async () => {
		linkedIn.configure({ readings: { postBeforeReady: 'allRefused' } });
		linkedIn.nextImage({ kind: 'manual' });
		await createFromFiles({ options: { waitSeconds: 1 } })
			.of(file('picture.png'))
			.scopes('w_member_social')
			.fails('the upload of the media is not complete');
		expect(linkedIn.posts()).toEqual([]);
	});
});

test('media from addresses are uploaded and posted', async () => {
	const url = files.add('/picture.png', file('picture.png'));
	await create({
		contentType: 'multiImage',
		mediaSource: 'url',
		mediaUrls: `${url}?a=1\n${url}?a=2,3`,
	}).as(PAGE);
	expect(linkedIn.posts()[0]?.media).toEqual(linkedIn.images().map(({ urn }) => urn));
	expect(linkedIn.images()).toHaveLength(2);
});
