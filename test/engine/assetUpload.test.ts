import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import type { AssetStates } from '../simulator';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	file,
	HICCUP,
	item,
	LOST_ANSWER,
	OWNER,
	PAGE,
	scene,
	sha256,
	talk,
} from './scene';

const VIDEO = fixture('talk.mp4');
const PART = 500_000;
const PARTS = Math.ceil(VIDEO.length / PART);

const { asset, calls, files, linkedIn, plan, requests } = scene({ linkedIn: { partBytes: PART } });

const IMAGE = { mediaType: 'image' };
const IN_PARTS = { mechanism: 'MULTIPART_UPLOAD' };
const WAIT = { waitSeconds: 600 };

/** A video unless the form says that it is an image. */
const upload = (form: INodeParameters = {}) =>
	asset('upload', { mediaType: 'video', ...form }).of(
		form.mediaType === 'image' ? file('picture.png') : talk(),
	);
const received = () => linkedIn.assets()[0];

/** As another node has registered it. */
async function registered(form: INodeParameters): Promise<string> {
	const { json } = await asset('registerUpload', { mediaType: 'video', ...form }).allow(
		'addresses',
	);
	return JSON.stringify(json.uploadSession);
}

describe('each mechanism of each media type', () => {
	test.each([
		['image', 'auto', 'SYNCHRONOUS_UPLOAD'],
		['image', 'SYNCHRONOUS_UPLOAD', 'SYNCHRONOUS_UPLOAD'],
		['image', 'SINGLE_REQUEST_UPLOAD', 'SINGLE_REQUEST_UPLOAD'],
		['video', 'auto', 'SINGLE_REQUEST_UPLOAD'],
		['video', 'SINGLE_REQUEST_UPLOAD', 'SINGLE_REQUEST_UPLOAD'],
		['video', 'MULTIPART_UPLOAD', 'MULTIPART_UPLOAD'],
	])('%s, %s', async (mediaType, mechanism, used) => {
		const content = fixture(mediaType === 'image' ? 'picture.png' : 'talk.mp4');
		const { json } = await upload({ mediaType, mechanism });
		expect(received()).toMatchObject({ mediaType, mechanism: used, sha256: sha256(content) });
		expect(json).toMatchObject({
			urn: received()?.urn,
			owner: OWNER,
			status: 'AVAILABLE',
			recipes: [`urn:li:digitalmediaRecipe:feedshare-${mediaType}`],
			fileSizeBytes: content.length,
			uploadedParts: used === 'MULTIPART_UPLOAD' ? PARTS : 1,
			retries: 0,
			calls: used === 'MULTIPART_UPLOAD' ? 3 : 2,
			warnings: [],
			media: { mediaTypeFamily: mediaType === 'image' ? 'STILLIMAGE' : 'VIDEO' },
		});
		expect(requests('assets.registerUpload')[0]?.requestBody).toEqual({
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
		expect(calls()).toEqual([
			'assets.registerUpload',
			...(used === 'MULTIPART_UPLOAD'
				? [...Array<string>(PARTS).fill('assets.part'), 'assets.completeMultiPartUpload']
				: ['assets.upload']),
			'assets.get',
		]);
	});

	test.each(['rest', 'v2'])('by /%s', async (apiPath) => {
		await upload({ ...IN_PARTS, apiPath });
		expect(received()?.sha256).toBe(sha256(VIDEO));
		const control = linkedIn.journal.filter(({ endpoint }) => endpoint !== 'assets.part');
		for (const { path } of control) expect(path).toMatch(new RegExp(`^/${apiPath}/assets`));
	});
});

describe('what goes along', () => {
	test('an image: the answer’s headers', async () => {
		await upload(IMAGE);
		const [put] = requests('assets.upload');
		expect(put).toMatchObject({ status: 201 });
		expect(put?.headers).toMatchObject({ 'media-type-family': 'STILLIMAGE' });
	});

	// "can be ignored" (linkedin-vector-assets-api): only headers that mean something to LinkedIn go along.
	test('a video: no token, and no encryption headers of another server', async () => {
		linkedIn.configure({ readings: { assetEncryptionHeaders: 'given' } });
		await upload();
		const [put] = requests('assets.upload');
		expect(put).toMatchObject({ method: 'PUT', hasAuthorization: false, status: 200 });
		expect(put?.headers).toMatchObject({
			'media-type-family': 'VIDEO',
			'content-length': String(VIDEO.length),
		});
		expect(Object.keys(put?.headers ?? {}).filter((name) => name.startsWith('x-'))).toEqual([]);
	});

	test('parts: no token', async () => {
		await upload(IN_PARTS);
		const puts = requests('assets.part');
		expect(puts).toHaveLength(PARTS);
		for (const { hasAuthorization, headers } of puts) {
			expect(hasAuthorization).toBe(false);
			expect(headers['content-type']).toBe('application/octet-stream');
		}
	});

	test.each(['quoted', 'path'] as const)(
		'completion: the ETags (%s) without quotes, in the plan’s order',
		async (assetEtag) => {
			linkedIn.configure({ readings: { assetEtag } });
			await upload(IN_PARTS).options({ partConcurrency: 4 });
			expect(requests('assets.completeMultiPartUpload')[0]?.requestBody).toEqual({
				completeMultipartUploadRequest: {
					mediaArtifact: received()?.mediaArtifact,
					metadata: received()?.metadata,
					partUploadResponses: received()?.parts.map(({ id }) => ({
						headers: { ETag: id },
						httpStatusCode: 200,
					})),
				},
			});
		},
	);
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
	])('%s with the recipe %s', async (mediaType, name) => {
		const recipe = `urn:li:digitalmediaRecipe:${name}`;
		const { json } = await upload({ mediaType, recipe });
		expect(received()?.recipes).toEqual([{ recipe, status: 'AVAILABLE' }]);
		expect(json.status).toBe('AVAILABLE');
	});

	test.each([OWNER, PAGE, ACCOUNT, 'urn:li:sponsoredAdAccount:123456789'])(
		'for the owner %s',
		async (owner) => {
			const { json } = await upload(IMAGE).as(owner);
			expect(received()?.owner).toBe(owner);
			expect(json).toMatchObject({ owner, status: 'AVAILABLE' });
		},
	);

	test.each([
		['five', ['OWNER', 'CREATOR', 'GENERIC', 'GENERIC', 'CREATOR']],
		['none', []],
	])('with %s of the service relationships', async (_, types) => {
		const relationship = types.map((relationshipType) => ({
			relationshipType,
			identifier: 'urn:li:userGeneratedContent',
		}));
		await upload(IMAGE).with({ serviceRelationships: { relationship } });
		expect(received()?.serviceRelationships).toEqual(relationship);
	});

	test('an upload that was registered before is carried out with its own session', async () => {
		const uploadSession = await registered({ ...IMAGE, owner: byUrn(PAGE) });
		const { json } = await asset('upload', { mediaType: 'video' })
			.of(file('picture.png'))
			.options({ uploadSession });
		expect(linkedIn.assets()).toHaveLength(1);
		expect(received()?.sha256).toBe(sha256(fixture('picture.png')));
		expect(json).toMatchObject({ owner: PAGE, status: 'AVAILABLE' });
	});
});

describe.each([true, false])('from a server of files that answers ranges: %s', (ranges) => {
	test.each<[string, INodeParameters]>([
		['in one request', {}],
		['in parts', IN_PARTS],
	])('a video %s', async (_, form) => {
		const url = files.add('/talk.mp4', { content: VIDEO, ranges });
		await asset('upload', { mediaType: 'video', ...form }).from(url);
		expect(received()?.sha256).toBe(sha256(VIDEO));
	});
});

describe('waiting for the recipe', () => {
	test('ends when it is available', async () => {
		linkedIn.nextAsset({ kind: 'afterReads', reads: 1 });
		const { json } = await upload().options(WAIT);
		expect(json).toMatchObject({ status: 'AVAILABLE', warnings: [] });
		expect(requests('assets.get').length).toBe(2);
	});

	test('is not asked for: the state is read once', async () => {
		linkedIn.nextAsset({ kind: 'manual' });
		const { json } = await upload();
		expect(json).toMatchObject({ status: 'PROCESSING', warnings: [] });
		expect(requests('assets.get')).toHaveLength(1);
	});

	test('takes too long: a warning and the state it has', async () => {
		linkedIn.nextAsset({ kind: 'manual' });
		const { json, hints } = await upload().options({ waitSeconds: 1 });
		expect(json).toMatchObject({ status: 'PROCESSING' });
		expect(hints[0]).toContain('still PROCESSING after 1 second');
	});

	test.each([
		['CLIENT_ERROR', /CLIENT_ERROR.*Uploading the same file again won’t help/],
		['SERVER_ERROR', /SERVER_ERROR.*Upload it again/],
		['INCOMPLETE', /INCOMPLETE/],
	])('%s is an error that names the asset', async (failure, says) => {
		linkedIn.nextAsset({ kind: 'immediate', failure });
		const { session } = await upload()
			.options(WAIT)
			.fails(says, 'LinkedIn cannot use the asset "talk.mp4"');
		expect(session).toMatchObject({ urn: received()?.urn, finalized: true });
	});

	/** Registered, sent with its session, and then in a state that only time or LinkedIn brings. */
	async function inState(states: AssetStates) {
		const session = await registered({ fileSizeBytes: VIDEO.length });
		linkedIn.setAsset(received()?.urn ?? '', states);
		return asset('upload', { mediaType: 'video' })
			.of(item({ data: talk() }, { session }))
			.options({ waitSeconds: 1, uploadSession: '={{ $json.session }}' })
			.ends();
	}

	test.each(['AVAILABLE', 'MUTATING'] as const)('%s is ready', async (recipeStatus) => {
		const { json } = await inState({ recipeStatus });
		expect(json).toMatchObject({ status: recipeStatus, warnings: [] });
	});

	test.each(['NEW', 'WAITING_UPLOAD', 'PROCESSING'] as const)(
		'%s is waited for until the time is over',
		async (recipeStatus) => {
			const { json, hints } = await inState({ recipeStatus });
			expect(json.status).toBe(recipeStatus);
			expect(hints[0]).toContain(`still ${recipeStatus} after 1 second`);
		},
	);

	test.each(['INCOMPLETE', 'CLIENT_ERROR', 'SERVER_ERROR'] as const)(
		'the recipe’s state %s ends the wait as an error',
		async (recipeStatus) => {
			const { told } = await inState({ recipeStatus });
			expect(told).toContain(`Its state is ${recipeStatus}`);
		},
	);

	test.each(['BLOCKED', 'ABANDONED', 'DELETED', 'SCHEDULED_DELETION'] as const)(
		'the asset’s state %s ends the wait as an error, though the recipe is available',
		async (status) => {
			const { told } = await inState({ status });
			expect(told).toContain(`Its state is ${status}`);
		},
	);

	test('a token that may upload but not read: UNKNOWN and a hint', async () => {
		plan('assets.get', 403);
		const { json, hints } = await upload().options(WAIT);
		expect(json.status).toBe('UNKNOWN');
		expect(hints[0]).toContain('its status could not be read');
	});
});

describe('bad input is told before the first call', () => {
	const related = (...relationship: INodeParameters[]) => ({
		serviceRelationships: { relationship },
	});

	test.each<[string, INodeParameters, readonly string[]]>([
		[
			'a recipe for the other media type',
			{ recipe: 'urn:li:digitalmediaRecipe:feedshare-image' },
			['urn:li:digitalmediaRecipe:feedshare-image', 'is for images', '"video"', 'feedshare-video'],
		],
		[
			'a recipe that is none',
			{ recipe: 'urn:li:organization:1' },
			['Recipe', 'urn:li:organization:1', 'urn:li:digitalmediaRecipe'],
		],
		[
			'a recipe that could change the address',
			{ recipe: 'urn:li:digitalmediaRecipe:a/../b' },
			['Recipe', 'a/../b'],
		],
		[
			'six service relationships',
			related(...Array<INodeParameters>(6).fill({})),
			['6 entries', 'up to 5'],
		],
		[
			'a service that is no URN',
			related({ identifier: 'somebody else' }),
			['"somebody else"', 'not a LinkedIn URN'],
		],
		[
			'a video synchronously',
			{ mechanism: 'SYNCHRONOUS_UPLOAD' },
			['One Request, Synchronous', 'images only', 'Video'],
		],
		[
			'an image in parts',
			{ ...IMAGE, mechanism: 'MULTIPART_UPLOAD' },
			['In Parts', 'videos only', 'Image'],
		],
		['an unknown mechanism', { mechanism: 'TAPE' }, ['"TAPE"', '"auto"']],
		['an unknown media type', { mediaType: 'sound' }, ['"sound"', '"video"']],
		['an unknown API', { apiPath: 'v3' }, ['"v3"', '"rest"']],
		['a document as owner', { owner: byExpression('urn:li:video:1') }, ['Owner', 'video']],
		[
			'the session of a video of the newer API',
			{ options: { uploadSession: '{"urn":"urn:li:video:1"}' } },
			['Upload Session', 'urn:li:video:1'],
		],
		[
			'a session that is none',
			{ options: { uploadSession: 'nothing' } },
			['Upload Session doesn’t contain an upload session'],
		],
	])('%s', async (_, form, says) => {
		await upload(form).failsAtOnce(...says);
	});

	test('another file than the registered one', async () => {
		const uploadSession = await registered({ fileSizeBytes: VIDEO.length + 1 });
		await upload()
			.options({ uploadSession })
			.fails(`has ${VIDEO.length} bytes`, `registered for ${VIDEO.length + 1} bytes`);
		expect(calls()).toEqual(['assets.registerUpload']);
	});
});

describe('bad days', () => {
	test.each<['assets.part' | 'assets.upload', INodeParameters]>([
		['assets.part', IN_PARTS],
		['assets.upload', {}],
	])('503 at %s: it is sent again', async (on, form) => {
		plan(on, HICCUP);
		const { json } = await upload(form);
		expect(json.retries).toBe(1);
		expect(received()?.sha256).toBe(sha256(VIDEO));
	});

	test.each([
		['registration', 'assets.registerUpload' as const],
		['completion', 'assets.completeMultiPartUpload' as const],
	])('403 at the %s names what is missing', async (_, on) => {
		plan(on, 403);
		await upload(IN_PARTS)
			.as(PAGE)
			.scopes('w_organization_social')
			.fails(`LinkedIn denied access for ${PAGE}`);
	});

	test('a member’s asset without the scope', async () => {
		await upload()
			.scopes('w_organization_social')
			.fails(/lacks the scope "w_member_social"|denied access/);
	});

	test('an answer to the registration that was lost: never sent twice', async () => {
		plan('assets.registerUpload', LOST_ANSWER);
		await upload().fails('it was not sent again');
		expect(linkedIn.assets()).toHaveLength(1);
	});

	test('an answer to the completion that was lost: the asset’s state tells it was carried out', async () => {
		plan('assets.completeMultiPartUpload', LOST_ANSWER);
		const { hints } = await upload(IN_PARTS);
		expect(received()).toMatchObject({ completeCalls: 1, sha256: sha256(VIDEO) });
		expect(hints[0]).toContain('the asset’s state shows that it succeeded');
	});

	test('a completion that was not carried out goes out once more', async () => {
		plan('assets.completeMultiPartUpload', 503);
		const { json } = await upload(IN_PARTS);
		expect(json).toMatchObject({ status: 'AVAILABLE', retries: 1 });
	});

	test('a part that is refused: the session of the error item carries the upload on', async () => {
		plan('assets.part', 400, { part: 3 });
		const { failed } = await upload(IN_PARTS)
			.options({ partConcurrency: 1 })
			.onError('continueErrorOutput');
		await upload().options({ uploadSession: JSON.stringify(failed.uploadSession) });
		expect(linkedIn.assets()).toHaveLength(1);
		expect(received()?.sha256).toBe(sha256(VIDEO));
		// Parts 1 and 2 were there already.
		expect(received()?.parts.map(({ attempts }) => attempts)).toEqual([1, 1, 1, 1]);
	});

	test('a resume with another file of the same size is refused before a byte is sent', async () => {
		plan('assets.part', 400, { part: 2 });
		const { failed } = await upload(IN_PARTS)
			.options({ partConcurrency: 1 })
			.onError('continueErrorOutput');
		const other = Buffer.from(VIDEO);
		other.writeUInt8(other.readUInt8(100) ^ 1, 100);
		const before = requests('assets.part').length;
		await asset('upload', { mediaType: 'video' })
			.of(talk(other))
			.options({ uploadSession: JSON.stringify(failed.uploadSession), checkFile: false })
			.fails('is not the file that the upload', 'its first part is different');
		expect(requests('assets.part')).toHaveLength(before);
	});

	test('Retry On Fail goes on with what is registered', async () => {
		plan('assets.completeMultiPartUpload', 400);
		const { json } = await upload(IN_PARTS).tries(2);
		expect(linkedIn.assets()).toHaveLength(1);
		expect(requests('assets.part')).toHaveLength(PARTS);
		expect(json.status).toBe('AVAILABLE');
	});

	test.each([
		// A registration names no date, so nobody can know why.
		['401', 'the upload URL was refused'],
		['400', 'the upload URL has expired'],
	] as const)('an expired address (%s) is told', async (expiredUrl, words) => {
		linkedIn.configure({ uploadUrlMs: 0, readings: { expiredUrl } });
		await upload().fails(words, /start a new upload/i);
	});

	test('a 401 on an image may be the token or the address: both are told', async () => {
		linkedIn.configure({ uploadUrlMs: 0 });
		await upload(IMAGE).fails(
			'the LinkedIn connection has expired',
			'the upload URL has expired: use Register Upload again',
		);
	});

	test.each([
		['gap', /part 2 starts at/],
		['overlap', /part 4 starts at 1499999, expected 1500000/],
		['wrongStart', /part 1 starts at/],
		['tooShort', /the parts end at byte/],
		['noInstructions', /partUploadRequests is missing/],
		['noVideo', /value\.asset is missing/],
	] as const)('a plan with %s: no byte is sent', async (planShape, says) => {
		linkedIn.configure({ planShape });
		await upload(IN_PARTS).fails(says);
		expect(calls()).toEqual(['assets.registerUpload']);
	});

	test('a plan whose last range reaches beyond the end is clipped', async () => {
		linkedIn.configure({ readings: { lastByte: 'beyondEnd' } });
		await upload(IN_PARTS);
		expect(received()?.sha256).toBe(sha256(VIDEO));
	});

	test.each<INodeParameters>([IN_PARTS, {}, IMAGE])(
		'%j: addresses that are not LinkedIn’s get nothing',
		async (form) => {
			linkedIn.configure({ uploadOrigin: 'https://uploads.example.com' });
			await upload(form).fails('uploads.example.com, which is not LinkedIn');
			expect(calls()).toEqual(['assets.registerUpload']);
		},
	);
});
