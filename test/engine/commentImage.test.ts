import type { INodeParameters } from 'n8n-workflow';

import { saidIn } from './checkSupport';
import { commenting } from './commentSupport';
import { COMMENTING } from './postSupport';
import { file, item, LOST_ANSWER, OWNER, PAGE, scene, status, talk } from './scene';

const stage = scene({ linkedIn: { readings: { commentImages: 'accepted' } } });
const { entry, linkedIn, plan, post, requests } = stage;
const { aPost, create, published } = commenting(stage);

const sent = () => requests('comments.create');
const imageOf = (owner: string, state: object = {}) =>
	entry('image', { owner, account: '', ...state });
const picture = file('picture.png');
const WAITING = status(400, {
	body: { status: 400, code: 'MEDIA_ASSET_WAITING_UPLOAD', message: 'The asset is not ready' },
});
const ofContent = status(403, {
	body: { status: 403, message: 'Unpermitted fields present in REQUEST_BODY: [/content]' },
});

let posts = 0;
/** A post of the page with a first comment. */
const posting = (firstComment: INodeParameters, form: INodeParameters = {}) =>
	post('create', {
		contentType: 'text',
		commentary: `Hello ${(posts += 1)}`,
		firstComment: { text: 'First', ...firstComment },
		...form,
	})
		.as(PAGE)
		.scopes(...COMMENTING);

const commentWith = (imageUrn: string) =>
	create('urn:li:share:7000000000000000001', { imageSource: 'urn', imageUrn });

const STATES: ReadonlyArray<[string, () => string, string]> = [
	[
		'failed',
		() => imageOf(PAGE, { status: 'PROCESSING_FAILED', failure: 'bad' }),
		'could not process the image',
	],
	['unfinished', () => imageOf(PAGE, { status: 'WAITING_UPLOAD' }), 'upload is not complete'],
	['deleted', () => 'urn:li:image:C4E10unknown', 'can’t find the image'],
	['another’s', () => imageOf(OWNER), `but the comment’s author is ${PAGE}`],
];

describe('Check Only looks at the image', () => {
	test.each(STATES)('of a comment: %s', async (_, urn, words) => {
		const { json } = await commentWith(urn()).options({ checkOnly: true });
		expect(json.ok).toBe(false);
		expect(saidIn(json).problems).toEqual([expect.stringContaining(words)]);
		expect(sent()).toEqual([]);
	});

	test.each(STATES)('of a first comment: %s', async (_, urn, words) => {
		const { json } = await posting({ imageUrn: urn() }).options({ checkOnly: true });
		expect(json.ok).toBe(false);
		expect(saidIn(json).problems).toEqual([expect.stringContaining(words)]);
		expect(requests('posts.create')).toEqual([]);
	});

	test('and shows its state, and counts the call', async () => {
		const imageUrn = imageOf(PAGE);
		const on = await aPost();
		const form = { imageSource: 'urn', imageUrn };
		const { json } = await create(on, form).options({ checkOnly: true });
		const { ok, preview, calls } = saidIn(json);
		expect([ok, preview.image]).toEqual([true, { urn: imageUrn, status: 'AVAILABLE' }]);
		expect(calls).toMatchObject({ least: 2 });
		const { json: done } = await create(on, form);
		expect(done.calls).toBe(2);
		const first = saidIn((await posting({ imageUrn }).options({ checkOnly: true })).json);
		expect(first.ok).toBe(true);
		expect(first.preview.firstComment).toMatchObject({ image: { status: 'AVAILABLE' } });
	});

	test('which is still processed: a warning', async () => {
		const { json } = await commentWith(imageOf(PAGE, { status: 'PROCESSING' })).options({
			checkOnly: true,
		});
		expect(json.ok).toBe(true);
		expect(json.warnings).toEqual([expect.stringContaining('The comment waits for it up to')]);
	});
});

describe('an image that was uploaded is named', () => {
	const reuse = () => `Already uploaded: ${linkedIn.images()[0]?.urn ?? 'none'}. To reuse it, set`;

	test.each([
		['a refusal of the image', ofContent],
		['an unclear answer', LOST_ANSWER],
		['another refusal', 422],
	])('by the error of a comment after %s', async (_, fault) => {
		plan('comments.create', fault);
		const { told } = await create(await aPost(), { imageSource: 'binaryData' })
			.of(picture)
			.fails();
		expect(told).toContain(`${reuse()} Image to URN`);
	});

	test('by the error of a comment whose image is not ready in time', async () => {
		linkedIn.nextImage({ kind: 'manual' });
		const { told } = await create(await aPost(), { imageSource: 'binaryData' })
			.of(picture)
			.options({ waitSeconds: 5 })
			.fails('is still PROCESSING');
		expect(told).toContain(`${reuse()} Image to URN`);
		expect(sent()).toEqual([]);
	});

	test('not where it was there before', async () => {
		plan('comments.create', 422);
		const form = { imageSource: 'urn', imageUrn: imageOf(PAGE) };
		const { told } = await create(await aPost(), form).fails();
		expect(told).not.toContain('Already uploaded');
	});

	test.each([
		['failed', ofContent],
		['unclear', LOST_ANSWER],
	])('by the output of a first comment that is %s', async (state, fault) => {
		plan('comments.create', fault);
		const { json } = await posting({ imageBinaryPropertyName: 'data' }).of(picture);
		const image = linkedIn.images()[0]?.urn;
		expect(json.comment).toEqual({ text: 'First', image, status: state });
		expect(json.warnings).toEqual([expect.stringContaining(`with the image ${image ?? 'none'}`)]);
	});

	test('by the error of a post that is not published', async () => {
		plan('posts.create', 422);
		const { told } = await posting({ imageBinaryPropertyName: 'data' }).of(picture).fails();
		expect(told).toContain(`${reuse()} Comment Image URN to it`);
	});
});

test('an upload URL of the comment’s image that expired leaves the uploads of the post', async () => {
	const body = { status: 400, code: 'EXPIRED_UPLOAD_URL' };
	plan('images.upload', status(400, { body }));
	await posting({ imageBinaryPropertyName: 'image' }, { contentType: 'video' })
		.of(item({ data: talk(), image: picture }))
		.options({ maxRetries: 0 })
		.tries(3);
	expect(requests('videos.initializeUpload')).toHaveLength(1);
	expect(requests('images.initializeUpload')).toHaveLength(2);
	expect(linkedIn.posts()).toHaveLength(1);
	expect(published()).toHaveLength(1);
});

describe('an image that the connection can’t read', () => {
	const unread = ['w_member_social_feed', 'w_member_social'];
	const byMember = (on: string) =>
		create(on, { imageSource: 'binaryData' })
			.as(OWNER)
			.of(picture)
			.scopes(...unread);

	test('and LinkedIn still waits for is waited for, in the time that is given', async () => {
		plan('comments.create', WAITING, { call: [1, 2] });
		const { json } = await byMember(await aPost());
		expect(sent().map(({ status: code }) => code)).toEqual([400, 400, 201]);
		expect(json).toMatchObject({ image: linkedIn.images()[0]?.urn, retries: 2 });
	});

	test('... also in a first comment', async () => {
		plan('comments.create', WAITING);
		const { json } = await posting({ imageBinaryPropertyName: 'data' })
			.as(OWNER)
			.of(picture)
			.scopes(...unread);
		expect(json.comment).toMatchObject({ status: 'published' });
	});

	test('... and no longer', async () => {
		plan('comments.create', WAITING, { call: 'every' });
		await byMember(await aPost())
			.options({ waitSeconds: 10 })
			.fails('the upload of the media is not complete');
		const times = sent().map(({ startedAt }) => startedAt);
		expect(Math.round(((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000)).toBe(10);
		expect(published()).toEqual([]);
	});

	test('... or is left out then', async () => {
		plan('comments.create', WAITING);
		const { json } = await byMember(await aPost()).options({
			waitSeconds: 0,
			onImageRefused: 'withoutImage',
		});
		expect(json.warnings).toEqual([expect.stringContaining('did not accept the image')]);
	});

	test('and is perhaps somebody else’s: a 403 says so', async () => {
		plan('comments.create', 403);
		const { told } = await create(await aPost(), { imageSource: 'urn', imageUrn: imageOf(OWNER) })
			.as(OWNER)
			.scopes(...unread)
			.fails('Media must belong to the comment’s author', 'could not read the owner');
		expect(told).not.toContain('turned off');
	});
});

test.each([400, 403])('an image of somebody else: a %d names the owner', async (code) => {
	plan('comments.create', code);
	const { told } = await create(await aPost(), {
		imageSource: 'urn',
		imageUrn: imageOf(OWNER),
	}).fails(`belongs to ${OWNER}, but the comment’s author is ${PAGE}`, 'comment as its owner');
	expect(told).not.toContain('turned off');
});

test('the media of a post and the image of its comment are waited for together', async () => {
	const late = imageOf(PAGE, {
		status: 'PROCESSING',
		processing: { kind: 'afterMs', ms: 50_000 },
	});
	const never = imageOf(PAGE, { status: 'PROCESSING' });
	const from = linkedIn.clock.now();
	await posting({ imageUrn: late }, { contentType: 'image', mediaSource: 'urn', mediaUrn: never })
		.options({ waitSeconds: 60 })
		.fails('is still PROCESSING');
	expect(linkedIn.clock.now() - from).toBeLessThan(70_000);
});
