import { fixture, gifWithFrames, pngHeader } from '../fixtures/make';
import {
	ACCOUNT,
	byUrn,
	calls,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	sessionOf,
	sha256,
	told,
	type Lab,
} from './lab';

const picture = { content: fixture('picture.png'), fileName: 'picture.png' };
const parameters = { resource: 'image', operation: 'upload' };

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

describe('image: upload', () => {
	test.each(['picture.png', 'thumbnail.jpg', 'animation.gif'])('%s arrives whole', async (name) => {
		const result = await lab.run({
			parameters,
			items: [item({ data: { content: fixture(name), fileName: name } })],
		});
		expectClean(lab, result);
		const [image] = lab.simulator.images();
		expect(image?.sha256).toBe(sha256(fixture(name)));
		expect(result.items[0]?.json).toMatchObject({
			urn: image?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			fileSizeBytes: fixture(name).length,
			retries: 0,
			warnings: [],
		});
		expect(calls(lab.simulator)).toEqual([
			'images.initializeUpload',
			'images.upload',
			'images.get',
		]);
	});

	test('goes by PUT with the token, the exact length and no API version', async () => {
		await lab.run({ parameters, items: [item({ data: picture })] });
		const [put] = requests(lab.simulator, 'images.upload');
		expect(put).toMatchObject({ method: 'PUT', hasAuthorization: true });
		expect(put?.headers).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-length': String(picture.content.length),
		});
		expect(put?.headers.authorization).toMatch(/^Bearer /);
		expect(put?.headers).not.toHaveProperty('linkedin-version');
	});

	test('with a library entry for a page, waiting until it is available', async () => {
		lab.simulator.configure({ processing: { kind: 'afterReads', reads: 1 } });
		const result = await lab.run({
			parameters: {
				...parameters,
				owner: byUrn(PAGE),
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'Logo' },
				options: { waitUntilAvailable: true },
			},
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(lab.simulator.images()[0]?.initializeRequest).toEqual({
			initializeUploadRequest: {
				owner: PAGE,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName: 'Logo' },
			},
		});
		expect(result.items[0]?.json).toMatchObject({
			status: 'AVAILABLE',
			media: { status: 'AVAILABLE' },
		});
		for (const { query } of requests(lab.simulator, 'images.get'))
			expect(query).toEqual({ associatedAccount: ACCOUNT });
	});

	test('may belong to an ad account', async () => {
		const result = await lab.run({
			parameters: { ...parameters, owner: byUrn(ACCOUNT) },
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ owner: ACCOUNT, status: 'AVAILABLE' });
	});

	test('Max Retries bounds the tries', async () => {
		lab.simulator.plan({
			on: 'images.upload',
			call: [1, 2],
			fault: { kind: 'status', status: 503, retryAfter: 0 },
		});
		const result = await lab.run({
			parameters: { ...parameters, options: { maxRetries: 1 } },
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(result.error).toMatchObject({ httpCode: '503' });
		expect(requests(lab.simulator, 'images.upload')).toHaveLength(2);
	});

	test('just under the limits: 36,152,319 pixels and 250 frames go through', async () => {
		const result = await lab.run({
			parameters,
			items: [
				item({ data: { content: pngHeader(36_152_319, 1), fileName: 'wide.png' } }),
				item({ data: { content: gifWithFrames(250), fileName: 'long.gif' } }),
			],
		});
		expectClean(lab, result);
		expect(lab.simulator.images()).toHaveLength(2);
	});

	test('a token that may upload but not read: UNKNOWN and a hint, the image is there', async () => {
		const result = await lab.run({
			credential: lab.credential({ scopes: ['w_member_social'] }),
			parameters: { ...parameters, options: { waitUntilAvailable: true } },
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(result.items[0]?.json).toMatchObject({ status: 'UNKNOWN' });
		expect(result.hints[0]?.message).toMatch(
			/lacks the scope "rw_ads" or "w_organization_social"|does not allow/,
		);
		expect(lab.simulator.images()[0]?.sha256).toBe(sha256(picture.content));
	});

	test.each([
		['503', 503],
		['429', 429],
	])('%s on the upload URL: it is sent again', async (_, status) => {
		lab.simulator.plan({ on: 'images.upload', fault: { kind: 'status', status, retryAfter: 0 } });
		const result = await lab.run({ parameters, items: [item({ data: picture })] });
		expectClean(lab, result);
		expect(result.items[0]?.json.retries).toBe(1);
		expect(lab.simulator.images()[0]?.sha256).toBe(sha256(picture.content));
	});

	test.each([
		['401', '401' as const],
		['400 EXPIRED_UPLOAD_URL', '400' as const],
	])('an expired upload URL (%s) is told, with the session', async (_, expiredUrl) => {
		lab.simulator.configure({ uploadUrlMs: 0, readings: { expiredUrl } });
		const result = await lab.run({ parameters, items: [item({ data: picture })] });
		expectClean(lab, result);
		expect(told(result)).toContain('the upload URL has expired');
		expect(sessionOf(result)).toMatchObject({
			urn: lab.simulator.images()[0]?.urn,
			fileName: 'picture.png',
		});
	});

	test('403 on the upload itself is about rights, not about the URL', async () => {
		lab.simulator.plan({ on: 'images.upload', fault: { kind: 'status', status: 403 } });
		const result = await lab.run({ parameters, items: [item({ data: picture })] });
		expect(told(result)).toContain('LinkedIn does not allow it');
	});

	test('PROCESSING_FAILED is an error that names the image', async () => {
		lab.simulator.nextImage({ kind: 'immediate', failure: 'bad' });
		const result = await lab.run({
			parameters: { ...parameters, options: { waitUntilAvailable: true } },
			items: [item({ data: picture })],
		});
		expect(told(result)).toContain('could not process the image "picture.png"');
		expect(told(result)).toContain(lab.simulator.images()[0]?.urn);
	});

	test.each([
		['no upload URL', ['value.uploadUrl'], /value\.uploadUrl is missing/],
		['no URN', ['value.image'], /value\.image is missing/],
	])('an answer with %s is told, nothing is sent', async (_, fields, says) => {
		lab.simulator.plan({ on: 'images.initializeUpload', fault: { kind: 'missingFields', fields } });
		const result = await lab.run({ parameters, items: [item({ data: picture })] });
		expectClean(lab, result);
		expect(told(result)).toMatch(says);
		expect(calls(lab.simulator)).toEqual(['images.initializeUpload']);
	});
});
