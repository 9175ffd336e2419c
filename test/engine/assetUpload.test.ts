import type { INodeParameters } from 'n8n-workflow';

import { startFileServer, type FileServer } from '../fileServer';
import { fixture } from '../fixtures/make';
import type { AssetStates } from '../simulator/vectorAssets/play';
import type { RunNodeResult } from './harness';
import {
	ACCOUNT,
	byUrn,
	calls,
	errorIn,
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

const VIDEO = fixture('talk.mp4');
const PICTURE = fixture('picture.png');
const picture = { content: PICTURE, fileName: 'picture.png' };
const clip = { content: VIDEO, fileName: 'talk.mp4' };
const PART = 500_000;
const PARTS = Math.ceil(VIDEO.length / PART);

const parameters: INodeParameters = { resource: 'asset', operation: 'upload', mediaType: 'video' };
const imageParameters: INodeParameters = { ...parameters, mediaType: 'image' };
const inParts: INodeParameters = { ...parameters, mechanism: 'MULTIPART_UPLOAD' };

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(async () => {
	await lab.simulator.reset();
	lab.simulator.configure({ partBytes: PART });
});
afterAll(() => lab.close());

describe('each mechanism of each media type', () => {
	test.each<[string, string, INodeParameters, string]>([
		['image', 'auto', imageParameters, 'SYNCHRONOUS_UPLOAD'],
		['image', 'SYNCHRONOUS_UPLOAD', imageParameters, 'SYNCHRONOUS_UPLOAD'],
		['image', 'SINGLE_REQUEST_UPLOAD', imageParameters, 'SINGLE_REQUEST_UPLOAD'],
		['video', 'auto', parameters, 'SINGLE_REQUEST_UPLOAD'],
		['video', 'SINGLE_REQUEST_UPLOAD', parameters, 'SINGLE_REQUEST_UPLOAD'],
		['video', 'MULTIPART_UPLOAD', parameters, 'MULTIPART_UPLOAD'],
	])('%s, %s', async (mediaType, mechanism, base, used) => {
		const file = mediaType === 'image' ? picture : clip;
		const result = await lab.run({
			parameters: { ...base, mechanism },
			items: [item({ data: file })],
		});
		expectClean(lab, result);
		const [asset] = lab.simulator.assets();
		expect(asset).toMatchObject({ mediaType, mechanism: used, sha256: sha256(file.content) });
		expect(result.items[0]?.json).toMatchObject({
			urn: asset?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			recipe: `urn:li:digitalmediaRecipe:feedshare-${mediaType}`,
			fileSizeBytes: file.content.length,
			uploadedParts: used === 'MULTIPART_UPLOAD' ? PARTS : 1,
			retries: 0,
			warnings: [],
			media: { mediaTypeFamily: mediaType === 'image' ? 'STILLIMAGE' : 'VIDEO' },
		});
		const register = requests(lab.simulator, 'assets.registerUpload')[0];
		expect(register?.requestBody).toEqual({
			registerUploadRequest: {
				owner: OWNER,
				recipes: [`urn:li:digitalmediaRecipe:feedshare-${mediaType}`],
				serviceRelationships: [
					{ relationshipType: 'OWNER', identifier: 'urn:li:userGeneratedContent' },
				],
				supportedUploadMechanism: [used],
				...(mediaType === 'video' ? { fileSize: VIDEO.length } : {}),
			},
		});
		expect(calls(lab.simulator)).toEqual([
			'assets.registerUpload',
			...(used === 'MULTIPART_UPLOAD'
				? [...Array<string>(PARTS).fill('assets.part'), 'assets.completeMultiPartUpload']
				: ['assets.upload']),
			'assets.get',
		]);
	});

	test.each(['rest', 'v2'])('by /%s', async (apiPath) => {
		const result = await lab.run({
			parameters: { ...inParts, apiPath },
			items: [item({ data: clip })],
		});
		expectClean(lab, result);
		expect(lab.simulator.assets()[0]?.sha256).toBe(sha256(VIDEO));
		const control = lab.simulator.journal.filter(({ endpoint }) => endpoint !== 'assets.part');
		for (const { path } of control) expect(path).toMatch(new RegExp(`^/${apiPath}/assets`));
	});
});

describe('what goes along', () => {
	test('an image: the token and the answer’s headers', async () => {
		await lab.run({ parameters: imageParameters, items: [item({ data: picture })] });
		const [put] = requests(lab.simulator, 'assets.upload');
		expect(put).toMatchObject({ method: 'PUT', hasAuthorization: true, status: 201 });
		expect(put?.headers).toMatchObject({
			'media-type-family': 'STILLIMAGE',
			'content-length': String(PICTURE.length),
			'content-type': 'application/octet-stream',
		});
	});

	test('a video: no token, all of the answer’s headers', async () => {
		lab.simulator.configure({ readings: { assetEncryptionHeaders: 'given' } });
		await lab.run({ parameters, items: [item({ data: clip })] });
		const [put] = requests(lab.simulator, 'assets.upload');
		expect(put).toMatchObject({ method: 'PUT', hasAuthorization: false, status: 200 });
		expect(put?.headers).toMatchObject({
			'media-type-family': 'VIDEO',
			'x-amz-server-side-encryption': 'aws:kms',
			'content-length': String(VIDEO.length),
		});
	});

	test('parts: no token', async () => {
		await lab.run({ parameters: inParts, items: [item({ data: clip })] });
		const puts = requests(lab.simulator, 'assets.part');
		expect(puts).toHaveLength(PARTS);
		for (const { hasAuthorization, headers } of puts) {
			expect(hasAuthorization).toBe(false);
			expect(headers['content-type']).toBe('application/octet-stream');
		}
	});

	test('completion: the ETags without quotes, in the plan’s order', async () => {
		for (const assetEtag of ['quoted', 'path'] as const) {
			await lab.simulator.reset();
			lab.simulator.configure({ partBytes: PART, readings: { assetEtag } });
			await lab.run({
				parameters: { ...inParts, options: { partConcurrency: 4 } },
				items: [item({ data: clip })],
			});
			const [asset] = lab.simulator.assets();
			expect(requests(lab.simulator, 'assets.completeMultiPartUpload')[0]?.requestBody).toEqual({
				completeMultipartUploadRequest: {
					mediaArtifact: asset?.mediaArtifact,
					metadata: asset?.metadata,
					partUploadResponses: asset?.parts.map(({ id }) => ({
						headers: { ETag: id },
						httpStatusCode: 200,
					})),
				},
			});
		}
	});
});

describe('registrations', () => {
	test.each([
		['image', 'feedshare-image'],
		['image', 'companyUpdate-article-image'],
		['image', 'ssu-carousel-card-image'],
		['image', 'rightRail-logo-image'],
		['image', 'ads-image'],
		['video', 'feedshare-video'],
		['video', 'ads-video'],
		['video', 'ads-video_v2'],
	])('%s with the recipe %s', async (mediaType, recipe) => {
		const result = await lab.run({
			parameters: { ...parameters, mediaType, recipe: `urn:li:digitalmediaRecipe:${recipe}` },
			items: [item({ data: mediaType === 'image' ? picture : clip })],
		});
		expectClean(lab, result);
		expect(lab.simulator.assets()[0]?.recipes).toEqual([
			{ recipe: `urn:li:digitalmediaRecipe:${recipe}`, status: 'AVAILABLE' },
		]);
		expect(result.items[0]?.json.status).toBe('AVAILABLE');
	});

	test.each([OWNER, PAGE, ACCOUNT, 'urn:li:sponsoredAdAccount:123456789'])(
		'for the owner %s',
		async (owner) => {
			const result = await lab.run({
				parameters: { ...imageParameters, owner: byUrn(owner) },
				items: [item({ data: picture })],
			});
			expectClean(lab, result);
			expect(lab.simulator.assets()[0]?.owner).toBe(owner);
			expect(result.items[0]?.json).toMatchObject({ owner, status: 'AVAILABLE' });
		},
	);

	test('with five service relationships, and with none', async () => {
		const relationship = ['OWNER', 'CREATOR', 'GENERIC', 'GENERIC', 'CREATOR'].map(
			(relationshipType) => ({ relationshipType, identifier: 'urn:li:userGeneratedContent' }),
		);
		for (const list of [relationship, []]) {
			await lab.simulator.reset();
			const result = await lab.run({
				parameters: { ...imageParameters, serviceRelationships: { relationship: list } },
				items: [item({ data: picture })],
			});
			expectClean(lab, result);
			expect(lab.simulator.assets()[0]?.serviceRelationships).toEqual(list);
		}
	});

	test('an upload that was registered before is carried out with its own session', async () => {
		const begun = await lab.run({
			parameters: { ...imageParameters, operation: 'registerUpload', owner: byUrn(PAGE) },
			items: [{}],
		});
		const uploadSession = JSON.stringify(begun.items[0]?.json.uploadSession);
		const result = await lab.run({
			parameters: { ...parameters, options: { uploadSession } },
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(lab.simulator.assets()).toHaveLength(1);
		expect(lab.simulator.assets()[0]?.sha256).toBe(sha256(PICTURE));
		expect(result.items[0]?.json).toMatchObject({ owner: PAGE, status: 'AVAILABLE' });
	});
});

describe('from a URL', () => {
	let files: FileServer;
	beforeAll(async () => {
		files = await startFileServer();
	});
	afterAll(() => files.close());

	test.each<[string, INodeParameters, { content: Buffer; fileName: string }]>([
		['an image', imageParameters, picture],
		['a video in one request', parameters, clip],
		['a video in parts', inParts, clip],
	])('%s, from a server that answers ranges and from one that does not', async (_, base, file) => {
		for (const ranges of [true, false]) {
			await lab.simulator.reset();
			lab.simulator.configure({ partBytes: PART });
			const url = files.add(`/${String(ranges)}/${file.fileName}`, {
				content: file.content,
				ranges,
			});
			const result = await lab.run({ parameters: { ...base, source: 'url', url } });
			expectClean(lab, result);
			expect(result.error).toBeUndefined();
			expect(lab.simulator.assets()[0]?.sha256).toBe(sha256(file.content));
		}
	});
});

describe('waiting for the recipe', () => {
	const waiting = { ...parameters, options: { waitUntilAvailable: true } };

	test('ends when it is available', async () => {
		lab.simulator.nextAsset({ kind: 'afterReads', reads: 1 });
		const result = await lab.run({ parameters: waiting, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ status: 'AVAILABLE', warnings: [] });
		expect(requests(lab.simulator, 'assets.get').length).toBe(2);
	});

	test('is not asked for: the state is read once', async () => {
		lab.simulator.nextAsset({ kind: 'manual' });
		const result = await lab.run({ parameters, items: [item({ data: clip })] });
		expect(result.items[0]?.json).toMatchObject({ status: 'PROCESSING', warnings: [] });
		expect(requests(lab.simulator, 'assets.get')).toHaveLength(1);
	});

	test('takes too long: a warning and the state it has', async () => {
		lab.simulator.nextAsset({ kind: 'manual' });
		const result = await lab.run({
			parameters: { ...parameters, options: { waitUntilAvailable: true, waitTimeout: 1 } },
			items: [item({ data: clip })],
		});
		expect(result.items[0]?.json).toMatchObject({ status: 'PROCESSING' });
		expect(result.hints[0]?.message).toContain('still PROCESSING after 1 second');
	});

	test.each([
		['CLIENT_ERROR', /CLIENT_ERROR.*Sending the same bytes again will not help/],
		['SERVER_ERROR', /SERVER_ERROR.*Upload it again/],
		['INCOMPLETE', /INCOMPLETE/],
	])('%s is an error that names the asset', async (failure, says) => {
		lab.simulator.nextAsset({ kind: 'immediate', failure });
		const result = await lab.run({ parameters: waiting, items: [item({ data: clip })] });
		expectClean(lab, result);
		const text = told(result);
		expect(text).toMatch(says);
		expect(text).toContain('LinkedIn cannot use the asset "talk.mp4"');
		expect(sessionOf(result)).toMatchObject({
			urn: lab.simulator.assets()[0]?.urn,
			finalized: true,
		});
	});

	/** Registered, sent with its session, and then in a state that only time or LinkedIn brings. */
	async function sentInState(states: AssetStates): Promise<RunNodeResult> {
		const begun = await lab.run({
			parameters: { ...parameters, operation: 'registerUpload', fileSizeBytes: VIDEO.length },
			items: [{}],
		});
		lab.simulator.setAsset(lab.simulator.assets()[0]?.urn ?? '', states);
		const uploadSession = begun.items[0]?.json.uploadSession;
		const options = { waitUntilAvailable: true, waitTimeout: 1 };
		const result = await lab.run({
			parameters: { ...parameters, options: { ...options, uploadSession: '={{ $json.session }}' } },
			items: [{ ...item({ data: clip }), json: { session: uploadSession } }],
		});
		expectClean(lab, result);
		return result;
	}

	test.each(['AVAILABLE', 'MUTATING'] as const)('%s is ready', async (recipeStatus) => {
		const result = await sentInState({ recipeStatus });
		expect(result.items[0]?.json).toMatchObject({ status: recipeStatus, warnings: [] });
	});

	test.each(['NEW', 'WAITING_UPLOAD', 'PROCESSING'] as const)(
		'%s is waited for until the time is over',
		async (recipeStatus) => {
			const result = await sentInState({ recipeStatus });
			expect(result.items[0]?.json.status).toBe(recipeStatus);
			expect(result.hints[0]?.message).toContain(`still ${recipeStatus} after 1 second`);
		},
	);

	test.each(['INCOMPLETE', 'CLIENT_ERROR', 'SERVER_ERROR'] as const)(
		'the recipe’s state %s ends the wait as an error',
		async (recipeStatus) => {
			expect(told(await sentInState({ recipeStatus }))).toContain(`Its state is ${recipeStatus}`);
		},
	);

	test.each(['BLOCKED', 'ABANDONED', 'DELETED', 'SCHEDULED_DELETION'] as const)(
		'the asset’s state %s ends the wait as an error, though the recipe is available',
		async (status) => {
			expect(told(await sentInState({ status }))).toContain(`Its state is ${status}`);
		},
	);

	test('a token that may upload but not read: UNKNOWN and a hint', async () => {
		lab.simulator.plan({ on: 'assets.get', fault: { kind: 'status', status: 403 } });
		const result = await lab.run({ parameters: waiting, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(result.items[0]?.json.status).toBe('UNKNOWN');
		expect(result.hints[0]?.message).toContain('its status could not be read');
	});
});

describe('bad input is told before the first call', () => {
	test.each<[string, INodeParameters, readonly (string | RegExp)[]]>([
		[
			'a recipe for the other media type',
			{ ...parameters, recipe: 'urn:li:digitalmediaRecipe:feedshare-image' },
			['urn:li:digitalmediaRecipe:feedshare-image', 'one for images', '"video"', 'feedshare-video'],
		],
		[
			'a recipe that is none',
			{ ...parameters, recipe: 'urn:li:organization:1' },
			['Recipe', 'urn:li:organization:1', 'urn:li:digitalmediaRecipe'],
		],
		[
			'a recipe that could change the address',
			{ ...parameters, recipe: 'urn:li:digitalmediaRecipe:a/../b' },
			['Recipe', 'a/../b'],
		],
		[
			'six service relationships',
			{
				...parameters,
				serviceRelationships: { relationship: Array(6).fill({}) as INodeParameters[] },
			},
			['6 entries', 'at most 5'],
		],
		[
			'a service that is no URN',
			{
				...parameters,
				serviceRelationships: { relationship: [{ identifier: 'somebody else' }] },
			},
			['"somebody else"', 'not a LinkedIn URN'],
		],
		[
			'a video synchronously',
			{ ...parameters, mechanism: 'SYNCHRONOUS_UPLOAD' },
			['SYNCHRONOUS_UPLOAD', 'images only', '"video"'],
		],
		[
			'an image in parts',
			{ ...imageParameters, mechanism: 'MULTIPART_UPLOAD' },
			['MULTIPART_UPLOAD', 'videos only', '"image"'],
		],
		['an unknown mechanism', { ...parameters, mechanism: 'TAPE' }, ['"TAPE"', '"auto"']],
		['an unknown media type', { ...parameters, mediaType: 'sound' }, ['"sound"', '"video"']],
		['an unknown API', { ...parameters, apiPath: 'v3' }, ['"v3"', '"rest"']],
		['a document as owner', { ...parameters, owner: byUrn('urn:li:video:1') }, ['Owner', 'video']],
		[
			'the session of a video of the newer API',
			{ ...parameters, options: { uploadSession: '{"urn":"urn:li:video:1"}' } },
			['Upload Session', 'urn:li:video:1'],
		],
		[
			'a session that is none',
			{ ...parameters, options: { uploadSession: 'nothing' } },
			['Upload Session is not an upload session'],
		],
	])('%s', async (_, given, says) => {
		const file = given.mediaType === 'image' ? picture : clip;
		const result = await lab.run({ parameters: given, items: [item({ data: file })] });
		expectClean(lab, result);
		for (const part of says) expect(told(result)).toMatch(part);
		expect(lab.simulator.journal).toEqual([]);
	});

	test('another file than the registered one', async () => {
		const begun = await lab.run({
			parameters: { ...parameters, operation: 'registerUpload', fileSizeBytes: VIDEO.length + 1 },
			items: [{}],
		});
		const uploadSession = JSON.stringify(begun.items[0]?.json.uploadSession);
		const result = await lab.run({
			parameters: { ...parameters, options: { uploadSession } },
			items: [item({ data: clip })],
		});
		expect(told(result)).toContain(`has ${VIDEO.length} bytes`);
		expect(told(result)).toContain(`registered for ${VIDEO.length + 1} bytes`);
		expect(calls(lab.simulator)).toEqual(['assets.registerUpload']);
	});
});

describe('bad days', () => {
	test.each([
		['assets.part' as const, inParts],
		['assets.upload' as const, parameters],
		['assets.upload' as const, imageParameters],
	])('503 at %s: it is sent again', async (on, given) => {
		lab.simulator.plan({ on, fault: { kind: 'status', status: 503, retryAfter: 0 } });
		const file = given.mediaType === 'image' ? picture : clip;
		const result = await lab.run({ parameters: given, items: [item({ data: file })] });
		expectClean(lab, result);
		expect(result.items[0]?.json.retries).toBe(1);
		expect(lab.simulator.assets()[0]?.sha256).toBe(sha256(file.content));
	});

	test.each([
		['registration', 'assets.registerUpload' as const],
		['completion', 'assets.completeMultiPartUpload' as const],
	])('403 at the %s names what is missing', async (_, on) => {
		lab.simulator.plan({ on, fault: { kind: 'status', status: 403 } });
		const result = await lab.run({
			credential: lab.credential({ scopes: ['w_organization_social'] }),
			parameters: { ...inParts, owner: byUrn(PAGE) },
			items: [item({ data: clip })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain(`LinkedIn does not allow it for ${PAGE}`);
	});

	test('a member’s asset without the scope', async () => {
		const result = await lab.run({
			credential: lab.credential({ scopes: ['w_organization_social'] }),
			parameters,
			items: [item({ data: clip })],
		});
		expect(told(result)).toMatch(/lacks the scope "w_member_social"|does not allow it/);
	});

	test('an answer to the registration that was lost: never sent twice', async () => {
		lab.simulator.plan({ on: 'assets.registerUpload', fault: { kind: 'resetAfterCarriedOut' } });
		const result = await lab.run({ parameters, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(told(result)).toContain('it was not sent again');
		expect(lab.simulator.assets()).toHaveLength(1);
	});

	test('an answer to the completion that was lost: the asset’s state tells it was carried out', async () => {
		lab.simulator.plan({
			on: 'assets.completeMultiPartUpload',
			fault: { kind: 'resetAfterCarriedOut' },
		});
		const result = await lab.run({ parameters: inParts, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(lab.simulator.assets()[0]).toMatchObject({ completeCalls: 1, sha256: sha256(VIDEO) });
		expect(result.hints[0]?.message).toContain('the asset’s state shows that it was carried out');
	});

	test('a completion that was not carried out goes out once more', async () => {
		lab.simulator.plan({
			on: 'assets.completeMultiPartUpload',
			fault: { kind: 'status', status: 503 },
		});
		const result = await lab.run({ parameters: inParts, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(result.items[0]?.json).toMatchObject({ status: 'AVAILABLE', retries: 1 });
	});

	test('a part that is refused: the session of the error item carries the upload on', async () => {
		lab.simulator.plan({ on: 'assets.part', part: 3, fault: { kind: 'status', status: 400 } });
		const failed = await lab.run({
			parameters: { ...inParts, options: { partConcurrency: 1 } },
			items: [item({ data: clip })],
			onError: 'continueErrorOutput',
		});
		expectClean(lab, failed);
		const error = errorIn(failed.errorItems[0]);
		const resumed = await lab.run({
			parameters: {
				...parameters,
				options: { uploadSession: JSON.stringify(error.uploadSession) },
			},
			items: [item({ data: clip })],
		});
		expectClean(lab, resumed);
		expect(lab.simulator.assets()).toHaveLength(1);
		expect(lab.simulator.assets()[0]?.sha256).toBe(sha256(VIDEO));
		// Parts 1 and 2 were there already.
		expect(lab.simulator.assets()[0]?.parts.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1]);
	});

	test('Retry On Fail goes on with what is registered', async () => {
		lab.simulator.plan({
			on: 'assets.completeMultiPartUpload',
			fault: { kind: 'status', status: 400 },
		});
		const result = await lab.run({
			parameters: inParts,
			items: [item({ data: clip })],
			retryOnFail: true,
			maxTries: 2,
		});
		expectClean(lab, result);
		expect(lab.simulator.assets()).toHaveLength(1);
		expect(requests(lab.simulator, 'assets.part')).toHaveLength(PARTS);
		expect(result.items[0]?.json.status).toBe('AVAILABLE');
	});

	test.each(['401', '400'] as const)('an expired address (%s) is told', async (expiredUrl) => {
		lab.simulator.configure({ uploadUrlMs: 0, readings: { expiredUrl } });
		const result = await lab.run({ parameters, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(told(result)).toContain('the upload URL has expired');
	});

	test('a 401 on an image may be the token or the address: both are told', async () => {
		lab.simulator.configure({ uploadUrlMs: 0 });
		const result = await lab.run({
			parameters: imageParameters,
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain('the LinkedIn connection has ended');
		expect(told(result)).toContain('the upload address has expired: register the upload again');
	});

	test.each([
		['gap', /part 2 starts at/],
		['overlap', /part 4 starts at 1499999, expected 1500000/],
		['wrongStart', /part 1 starts at/],
		['tooShort', /the parts end at byte/],
		['noInstructions', /partUploadRequests is missing/],
		['noVideo', /value\.asset is missing/],
	] as const)('a plan with %s: no byte is sent', async (planShape, says) => {
		lab.simulator.configure({ planShape });
		const result = await lab.run({ parameters: inParts, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(told(result)).toMatch(says);
		expect(calls(lab.simulator)).toEqual(['assets.registerUpload']);
	});

	test('a plan whose last range reaches beyond the end is clipped', async () => {
		lab.simulator.configure({ readings: { lastByte: 'beyondEnd' } });
		const result = await lab.run({ parameters: inParts, items: [item({ data: clip })] });
		expectClean(lab, result);
		expect(lab.simulator.assets()[0]?.sha256).toBe(sha256(VIDEO));
	});

	test.each([inParts, parameters, imageParameters])(
		'addresses that are not LinkedIn’s get nothing',
		async (given) => {
			lab.simulator.configure({ uploadOrigin: 'https://uploads.example.com' });
			const file = given.mediaType === 'image' ? picture : clip;
			const result = await lab.run({ parameters: given, items: [item({ data: file })] });
			expect(told(result)).toContain('uploads.example.com, which is not LinkedIn');
			expect(calls(lab.simulator)).toEqual(['assets.registerUpload']);
		},
	);
});
