import { posting } from './postSupport';
import { ACCOUNT, byUrn, OWNER, postUrn, scene, status, talk } from './scene';

/**
 * A company's gateway, a proxy or a hotel's Wi-Fi answers in LinkedIn's place, with success and a page.
 * Nothing is believed that LinkedIn's own state does not show.
 */

const stage = scene();
const { calls, entry, linkedIn, plan, post, requests, upload, video } = stage;
const { create, imageOf } = posting(stage);

/** The request never reached LinkedIn. */
const PAGE = status(200, {
	body: '<!DOCTYPE html><title>Sign in</title>',
	headers: { 'content-type': 'text/html' },
});
/** It did, and the page took the place of the answer. */
const PAGE_AFTERWARDS = { kind: 'html', status: 200 } as const;

const EVER = { call: 'every' } as const;

test('initialize: an error, and no upload was begun', async () => {
	plan('videos.initializeUpload', PAGE);
	const { error } = await upload(talk()).fails('LinkedIn’s response can’t be used');
	expect(JSON.stringify(error)).not.toContain('uploadSession');
	expect(requests('videos.part')).toEqual([]);
});

describe('finalize', () => {
	test('that never arrived is sent once more', async () => {
		plan('videos.finalizeUpload', PAGE);
		const { json } = await upload(talk());
		expect(requests('videos.finalizeUpload').map(({ carriedOut }) => carriedOut)).toEqual([
			false,
			true,
		]);
		expect(json).toMatchObject({ status: 'AVAILABLE', warnings: [] });
	});

	test('that arrived is shown by the video’s state, and not sent again', async () => {
		plan('videos.finalizeUpload', PAGE_AFTERWARDS);
		const { json } = await upload(talk());
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
		expect(json.status).toBe('AVAILABLE');
		expect(json.warnings).toEqual([expect.stringContaining('was lost, but the video’s state')]);
	});

	test('that never arrives is an error with the session, which a resume completes', async () => {
		const pages = plan('videos.finalizeUpload', PAGE, EVER);
		const { session } = await upload(talk()).fails('still waiting for it after 2 attempts');
		expect(linkedIn.videos()[0]?.status).toBe('WAITING_UPLOAD');
		linkedIn.cancelPlan(pages);
		const uploadSession = JSON.stringify(session);
		const { json } = await video('resumeUpload', { uploadSession }).of(talk());
		expect(json.status).toBe('AVAILABLE');
	});

	test('with a page for the state too is unclear, and says so', async () => {
		plan('videos.finalizeUpload', PAGE, EVER);
		plan('videos.get', PAGE, EVER);
		const { session } = await upload(talk()).fails('It’s unclear whether the upload was completed');
		expect(session).toMatchObject({ finalized: false });
	});
});

describe('a post', () => {
	test.each([
		['never arrived', PAGE, 0],
		['arrived', PAGE_AFTERWARDS, 1],
	])(
		'that %s may be out: it is not sent again, and the error says where to look',
		async (_, fault, made) => {
			plan('posts.create', fault);
			const { told } = await create({ mediaUrn: imageOf(OWNER) })
				.tries(2)
				.fails('Check the member’s posts');
			expect(told).not.toContain('accepted');
			expect(requests('posts.create')).toHaveLength(1);
			expect(linkedIn.posts()).toHaveLength(made);
		},
	);
});

describe('a delete', () => {
	const posted = async () => {
		await create({ mediaUrn: imageOf(OWNER) });
		return linkedIn.posts()[0]?.urn ?? '';
	};

	test.each([
		['never arrived', PAGE],
		['arrived', PAGE_AFTERWARDS],
	])('that %s is sent once more: it does no harm', async (_, fault) => {
		const urn = await posted();
		plan('posts.delete', fault);
		await post('delete', { urn: postUrn(urn) });
		expect(requests('posts.delete')).toHaveLength(2);
		expect(linkedIn.post(urn).deleted).toBe(true);
	});

	test('that never arrives is no success', async () => {
		const urn = await posted();
		plan('posts.delete', PAGE, EVER);
		await post('delete', { urn: postUrn(urn) }).fails('response can’t be used');
		expect(linkedIn.post(urn).deleted).toBe(false);
	});
});

describe('an update', () => {
	const rename = (urn: string) =>
		video('updateLibrary', {
			urn,
			associatedAccount: byUrn(ACCOUNT),
			updateFields: { assetName: 'New' },
		});

	test('that arrived is shown by the entry', async () => {
		plan('videos.partialUpdate', PAGE_AFTERWARDS);
		const { json } = await rename(entry('video'));
		expect(json).toMatchObject({ assetName: 'New' });
	});

	test('that never arrived is no success', async () => {
		plan('videos.partialUpdate', PAGE);
		await rename(entry('video')).fails('response can’t be used');
	});
});

test.each([
	['get', 'videos.get', () => video('get', { urn: entry('video') })],
	['find', 'videos.find', () => video('findByAccount', { associatedAccount: byUrn(ACCOUNT) })],
] as const)('%s: an error, never an empty item', async (_, endpoint, step) => {
	plan(endpoint, PAGE, EVER);
	const { items } = await step().fails('response can’t be used');
	expect(items).toEqual([]);
	expect(new Set(calls())).toEqual(new Set([endpoint]));
});
