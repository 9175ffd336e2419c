import { posting } from './postSupport';
import { file, OWNER, PAGE, scene, talk } from './scene';

/** All was sent and completed, and LinkedIn still says that it waits for the upload. */

const stage = scene();
const { image, linkedIn, plan, requests, upload, video } = stage;
const { createFromFiles } = posting(stage);

const WAITING = { kind: 'replaceFields', fields: { status: 'WAITING_UPLOAD' } } as const;
const EVER = { call: 'every' } as const;
const WAIT = { waitSeconds: 1 };

test('LinkedIn is asked once more: it may just be late', async () => {
	plan('videos.get', WAITING);
	const { json } = await upload(talk());
	expect(json).toMatchObject({ status: 'AVAILABLE', warnings: [] });
	expect(requests('videos.get')).toHaveLength(2);
});

test('then a warning says that nothing continues by itself', async () => {
	plan('videos.get', WAITING, EVER);
	const { json } = await upload(talk());
	expect(json.status).toBe('WAITING_UPLOAD');
	expect(json.warnings).toEqual([
		expect.stringMatching(/reports WAITING_UPLOAD.*won’t continue on its own.*Resume Upload/),
	]);
});

test('after a wait it is an error with the session, which a resume completes', async () => {
	const waiting = plan('videos.get', WAITING, EVER);
	const { session, told } = await upload(talk())
		.options(WAIT)
		.fails('still reports WAITING_UPLOAD', 'Use Video: Resume Upload');
	expect(told).not.toContain('continues processing it;');
	linkedIn.cancelPlan(waiting);
	const uploadSession = JSON.stringify(session);
	const { json } = await video('resumeUpload', { uploadSession }).of(talk());
	expect(json.status).toBe('AVAILABLE');
	expect(requests('videos.part').length).toBe(linkedIn.videos()[0]?.parts.length);
});

test('an image has nothing to resume: it is to be uploaded again', async () => {
	plan('images.get', WAITING, EVER);
	const { told } = await image('upload')
		.of(file('picture.png'))
		.as(PAGE)
		.options(WAIT)
		.fails('still reports WAITING_UPLOAD', 'Upload the file again');
	expect(told).toContain(linkedIn.images()[0]?.urn ?? 'no image');
});

test('a post does not offer such media for another post', async () => {
	plan('videos.get', WAITING, EVER);
	const { told } = await createFromFiles({ contentType: 'video' })
		.of(talk())
		.options({ waitSeconds: 1 })
		.fails('is still WAITING_UPLOAD', 'nothing was posted');
	expect(told).not.toContain('takes it');
	expect(linkedIn.posts()).toEqual([]);
	expect(linkedIn.videos()[0]?.owner).toBe(OWNER);
});
