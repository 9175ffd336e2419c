import type { IDataObject } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { fixture } from '../fixtures/make';
import { startSimulator, type Simulator } from '../simulator';
import { byUrn, file, OWNER, scene, sha256, talk, type Step } from './scene';

const { asset, calls, linkedIn, plan, requests, video } = scene({ allow: ['addresses'] });

const IMAGE = { mediaType: 'image' };

/** Somebody else's server, which must hear nothing whatever happens. */
let foreign: Simulator;
beforeAll(async () => {
	foreign = await startSimulator();
});
afterEach(() => {
	expect(foreign.journal).toEqual([]);
});
afterAll(() => foreign.close());

/** A session as the node gives it, and as anybody may hand it back. */
async function sessionOf(step: Step): Promise<Record<string, unknown>> {
	const { json } = await step;
	if (!isRecord(json.uploadSession)) throw new Error('no session');
	return structuredClone(json.uploadSession);
}
const registered = () => sessionOf(asset('registerUpload', { ...IMAGE, owner: byUrn(OWNER) }));
const initialized = () =>
	sessionOf(video('initializeUpload', { fileSizeBytes: fixture('talk.mp4').length }));

const uploadImage = (session: unknown) =>
	asset('upload', IMAGE)
		.of(file('picture.png'))
		.options({ uploadSession: JSON.stringify(session) });
const resume = (session: unknown) =>
	video('resumeUpload', { uploadSession: JSON.stringify(session) }).of(talk());
const finalize = (session: unknown) =>
	video('finalizeUpload', {
		uploadSession: JSON.stringify(session),
		uploadedParts: JSON.stringify(['id']),
	});

/** The same session with its one part changed. */
function withPart(session: Record<string, unknown>, change: IDataObject): Record<string, unknown> {
	const parts: unknown[] = Array.isArray(session.parts) ? session.parts : [];
	return { ...session, parts: [{ ...Object(parts[0] ?? {}), ...change }] };
}

/** Ends at once, and LinkedIn and everybody else have heard nothing since. */
async function isRefused(step: Step, words: string): Promise<void> {
	const before = calls();
	const { told } = await step.fails(words);
	expect(told).not.toMatch(/ut=|sau=|secret/);
	expect(calls()).toEqual(before);
}

const BEYOND_UPLOADS = [
	'/rest/posts/urn%3Ali%3Ashare%3A1?x=',
	'/dms-uploads/../rest/posts/urn:li:share:1?ut=',
	'/dms-uploads/%2e%2e/rest/posts/1?ut=',
	'/dms-uploads/..%2frest/posts/1?ut=',
	'/dms-uploads/%252e%252e%252frest/posts/1?ut=',
	'/%2572est/posts/1?ut=',
	'//rest/posts/1?ut=',
	'/v2/me?ut=',
	'/oauth/v2/accessToken?ut=',
	'/dms-new/1?ut=',
];

describe.each([
	['an asset’s, whose image goes with the token', registered, uploadImage],
	['a video’s', initialized, resume],
] as const)('a session of %s', (_, begin, send) => {
	test.each(BEYOND_UPLOADS)('cannot lead to %s', async (path) => {
		const session = withPart(await begin(), { uploadUrl: `${linkedIn.url}${path}secret` });
		await isRefused(send(session), 'The upload URL of Upload Session');
	});

	test.each([
		() => `${foreign.url}/dms-uploads/1?ut=secret`,
		() => `${foreign.url.replace('127.0.0.1', 'localhost')}/dms-uploads/1?ut=secret`,
		() => `http://www.linkedin.com@${new URL(foreign.url).host}/dms-uploads/1?ut=secret`,
		() => `${foreign.url}\\@www.linkedin.com/dms-uploads/1?ut=secret`,
		() => 'https://linkedin.com.evil.example/dms-uploads/1?ut=secret',
		() => 'https://169.254.169.254/dms-uploads/1?ut=secret',
	])('cannot lead elsewhere (%#)', async (uploadUrl) => {
		const session = withPart(await begin(), { uploadUrl: uploadUrl() });
		await isRefused(send(session), 'which is not LinkedIn');
	});

	test('works as it was given', async () => {
		const { json } = await send(await begin());
		expect(json.status).toBe('AVAILABLE');
	});
});

test('addresses of captions and thumbnail are no way out either', async () => {
	const session = await initialized();
	for (const name of ['captionsUploadUrl', 'thumbnailUploadUrl']) {
		const forged = { ...session, [name]: `${linkedIn.url}/dms-uploads/../rest/posts/1?ut=x` };
		await isRefused(resume(forged), 'API and doesn’t accept files');
	}
});

test('headers of a session go along only where LinkedIn gives such ones', async () => {
	const session = withPart(await registered(), {
		headers: {
			'X-HTTP-Method-Override': 'DELETE',
			'X-RestLi-Method': 'delete',
			Authorization: 'Bearer other',
			'media-type-family': 'STILLIMAGE',
			'Content-Type': 'image/png',
		},
	});
	await uploadImage(session);
	const [put] = requests('assets.upload');
	const names = Object.keys(put?.headers ?? {}).filter((name) => name.startsWith('x-'));
	expect(names).toEqual([]);
	expect(put?.headers).toMatchObject({
		'media-type-family': 'STILLIMAGE',
		'content-type': 'image/png',
	});
	expect(linkedIn.assets()[0]?.sha256).toBe(sha256(fixture('picture.png')));
});

test.each([
	['two requests for one image', { firstByte: 0, lastByte: null }, 2, 'there are 2 parts'],
	['a part of the file only', { firstByte: 5, lastByte: 9 }, 1, 'is not the whole file'],
] as const)('%s: not sent', async (_, range, count, words) => {
	const session = await registered();
	const [part] = withPart(session, range).parts as unknown[];
	const forged = { ...session, parts: new Array(count).fill(part) };
	await isRefused(uploadImage(forged), words);
});

test('a name in a session cannot write anything into an error', async () => {
	const fileName = `talk.mp4\n\u202eLinkedIn said: "paid"\u0007${'x'.repeat(1000)}`;
	const session = { ...(await initialized()), fileName };
	plan('videos.part', 403);
	const { told } = await resume(session)
		.options({ maxRetries: 0 })
		.fails('Could not upload part 1');
	expect(told).not.toMatch(/\p{Cf}|x{300}/u);
});

test('to finalize, addresses are not needed, and those of others still refused', async () => {
	const session = withPart(await initialized(), { uploadUrl: `${foreign.url}/dms-uploads/1` });
	await isRefused(finalize(session), 'which is not LinkedIn');
});
