import { markers } from '../../simulator';
import { at } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { account, forbidden, page, self, withScopes } from './support/linkedin';
import { containing } from './support/match';
import {
	assetsAction,
	imageRecipes,
	multipartVideo,
	recipe,
	register,
	relationship,
	singleVideo,
	startMultipart,
	startSingle,
	videoRecipes,
	type Root,
} from './support/vectorAssets';

const lab = useSimulator();

const day = 86_400_000;
const mebibyte = 1024 ** 2;
const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);
const status = async (fields: object, how = {}) =>
	(await register(lab.simulator, fields, how)).status;

describe.each<Root>(['rest', 'v2'])('the answer below /%s', (root) => {
	documented('for a synchronous image', async () => {
		const fields = { supportedUploadMechanism: ['SYNCHRONOUS_UPLOAD'] };
		const { status: code, json } = await register(lab.simulator, fields, { root });
		expect(code).toBe(200);
		const asset = String(at(json, 'value.asset'));
		expect(asset).toMatch(/^urn:li:digitalmediaAsset:[\w-]+$/);
		const id = asset.split(':')[3] ?? '';
		const path = `${lab.simulator.url}/dms-uploads/${id}/feedshare-uploadedImage/0`;
		expect(json).toStrictEqual({
			value: {
				mediaArtifact: `urn:li:digitalmediaMediaArtifact:(${asset},urn:li:digitalmediaMediaArtifactClass:feedshare-uploadedImage)`,
				uploadMechanism: {
					'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest': {
						uploadUrl: expect.stringMatching(
							new RegExp(`^${path}\\?ca=vector_feedshare&cn=uploads&sync=1&v=beta&ut=`),
						) as unknown,
						headers: { 'media-type-family': 'STILLIMAGE' },
					},
				},
				asset,
				assetRealTimeTopic: `urn:li-realtime:digitalmediaAssetUpdatesTopic:${asset}`,
			},
		});
	});

	documented('for a video in a single upload', async () => {
		const { json } = await register(lab.simulator, singleVideo, { root });
		const asset = String(at(json, 'value.asset'));
		const path = `/dms-uploads/${asset.split(':')[3] ?? ''}/uploadedVideo/0`;
		expect(json).toStrictEqual({
			value: {
				mediaArtifact: `urn:li:digitalmediaMediaArtifact:(${asset},urn:li:digitalmediaMediaArtifactClass:uploadedVideo)`,
				uploadMechanism: {
					'com.linkedin.digitalmedia.uploading.MediaUploadHttpRequest': {
						uploadUrl: containing(`${path}?ca=vector_feedshare`),
						headers: { 'media-type-family': 'VIDEO' },
					},
				},
				asset,
				assetRealTimeTopic: `urn:li-realtime:digitalmediaAssetUpdatesTopic:${asset}`,
			},
		});
	});

	documented('for a video in parts, of 4 MiB in spite of the 5 MB of the text', async () => {
		const { json } = await register(lab.simulator, multipartVideo(5 * mebibyte), { root });
		const asset = String(at(json, 'value.asset'));
		const path = `${lab.simulator.url}/dms-uploads/${asset.split(':')[3] ?? ''}/uploadedVideo`;
		const part = (number: number, firstByte: number, lastByte: number) => ({
			headers: { 'Content-Type': 'application/octet-stream' },
			byteRange: { lastByte, firstByte },
			url: expect.stringMatching(
				new RegExp(`^${path}\\?sau=.*${markers.uploadSignature}.*&pn=${number}&`),
			) as unknown,
			urlExpiresAt: lab.simulator.asset(asset).uploadUrlsExpireAt,
		});
		expect(json).toStrictEqual({
			value: {
				uploadMechanism: {
					'com.linkedin.digitalmedia.uploading.MultipartUpload': {
						partUploadRequests: [
							part(1, 0, 4 * mebibyte - 1),
							part(2, 4 * mebibyte, 5 * mebibyte - 1),
						],
						metadata: lab.simulator.asset(asset).metadata,
					},
				},
				asset,
				mediaArtifact: `urn:li:digitalmediaMediaArtifact:(${asset},urn:li:digitalmediaMediaArtifactClass:uploadedVideo)`,
			},
		});
	});
});

describe('headers', () => {
	documented('the version is needed below /rest only', async () => {
		const headers = { 'linkedin-version': undefined };
		const missing = await register(lab.simulator, {}, { headers });
		expect(at(missing.json, 'code')).toBe('VERSION_MISSING');
		expect(await status({}, { root: 'v2' })).toBe(200);
	});

	assumed('a version below /v2 is not looked at', async () => {
		expect(await status({}, { root: 'v2', headers: { 'linkedin-version': '201101' } })).toBe(200);
	});

	describe.each<Root>(['rest', 'v2'])('/%s', (root) => {
		documented('the protocol version, a token and JSON are needed', async () => {
			const protocol = { 'x-restli-protocol-version': undefined };
			expect(await status({}, { root, headers: protocol })).toBe(400);
			expect(await status({}, { root, headers: { authorization: undefined } })).toBe(401);
			expect(await status({}, { root, headers: { 'content-type': 'text/plain' } })).toBe(415);
		});

		fromPublic('so is the method, in its own reading, and no other parameter', async () => {
			const headers = { 'x-restli-method': undefined };
			expect(await status({}, { root, headers })).toBe(400);
			lab.simulator.configure({ readings: { restliMethod: 'optional' } });
			expect(await status({}, { root, headers })).toBe(200);
			const more = await assetsAction(lab.simulator, 'registerUpload&oauth=1', {}, { root });
			expect(more.status).toBe(403);
		});
	});

	documented('the two old headers may stand in the answer for a video', async () => {
		lab.simulator.configure({ readings: { assetEncryptionHeaders: 'given' } });
		expect(Object.keys((await startSingle(lab.simulator, singleVideo)).headers)).toEqual([
			'media-type-family',
			'x-amz-server-side-encryption',
			'x-amz-server-side-encryption-aws-kms-key-id',
		]);
		expect(Object.keys((await startSingle(lab.simulator)).headers)).toEqual(['media-type-family']);
	});
});

describe('recipes', () => {
	documented('each of the page is taken', async () => {
		for (const name of [...imageRecipes, ...videoRecipes]) {
			const { urn } = await startSingle(lab.simulator, { recipes: [recipe(name)] });
			expect(lab.simulator.asset(urn)).toMatchObject({
				mediaType: imageRecipes.includes(name) ? 'image' : 'video',
				recipes: [{ recipe: recipe(name), status: 'WAITING_UPLOAD' }],
			});
		}
	});

	documented('several of one media type', async () => {
		const both = { recipes: [recipe('feedshare-video'), recipe('ads-video_v2')] };
		expect(lab.simulator.asset((await startSingle(lab.simulator, both)).urn).recipes).toHaveLength(
			2,
		);
	});

	assumed('none, an unknown one, a bare name and both media types are refused', async () => {
		const cases: [unknown, string][] = [
			[[], '/registerUploadRequest/recipes :: must not be empty'],
			[[recipe('feedshare-document')], '/recipes/0 :: '],
			[['feedshare-image'], '/recipes/0 :: '],
			[['urn:li:digitalMediaRecipe:feedshare-image'], '/recipes/0 :: '],
			[[recipe('feedshare-image'), recipe('other')], '/recipes/1 :: '],
			[[recipe('ads-messaging-attachment-image')], '/recipes/0 :: '],
			[[recipe('feedshare-image'), recipe('feedshare-video')], 'cannot be mixed'],
		];
		for (const [recipes, message] of cases) {
			const answer = await register(lab.simulator, { recipes });
			expect([answer.status, answer.text]).toEqual([400, containing(message)]);
		}
		expect(lab.simulator.assets()).toEqual([]);
	});

	documented('the deprecated one may be gone', async () => {
		lab.simulator.configure({ readings: { deprecatedRecipe: 'refused' } });
		expect(await status({ recipes: [recipe('ads-video')] })).toBe(400);
		expect(await status({ recipes: [recipe('ads-video_v2')] })).toBe(200);
	});
});

describe('mechanisms', () => {
	const image = { recipes: [recipe('ads-image')] };
	const picked = async (fields: object) =>
		lab.simulator.asset((await startSingle(lab.simulator, fields)).urn).mechanism;

	documented('an image goes synchronously, or by default not', async () => {
		const synchronous = { ...image, supportedUploadMechanism: ['SYNCHRONOUS_UPLOAD'] };
		expect(await picked(synchronous)).toBe('SYNCHRONOUS_UPLOAD');
		expect(await picked(image)).toBe('SINGLE_REQUEST_UPLOAD');
		const asked = { ...image, supportedUploadMechanism: ['SINGLE_REQUEST_UPLOAD'] };
		expect(await picked(asked)).toBe('SINGLE_REQUEST_UPLOAD');
		expect((await startSingle(lab.simulator, image)).uploadUrl).toContain('&sync=0&');
	});

	documented('a video goes in a single upload by default', async () => {
		expect(await picked(singleVideo)).toBe('SINGLE_REQUEST_UPLOAD');
		const asked = { ...singleVideo, supportedUploadMechanism: ['SINGLE_REQUEST_UPLOAD'] };
		expect(await picked({ ...asked, fileSize: 1 })).toBe('SINGLE_REQUEST_UPLOAD');
	});

	documented('a video in parts needs its size', async () => {
		const supportedUploadMechanism = ['MULTIPART_UPLOAD'];
		const answer = await register(lab.simulator, { ...singleVideo, supportedUploadMechanism });
		expect(answer.text).toContain('/fileSize :: is required');
		const small = await startMultipart(lab.simulator, 10);
		expect(lab.simulator.asset(small.urn)).toMatchObject({
			mechanism: 'MULTIPART_UPLOAD',
			fileSize: 10,
			parts: [{ firstByte: 0, lastByte: 9 }],
		});
	});

	assumed('over 200 MB a single upload is refused, in either megabyte', async () => {
		const of = (fileSize: number, ...supportedUploadMechanism: string[]) =>
			status({ ...singleVideo, fileSize, supportedUploadMechanism });
		expect(await of(200_000_000, 'SINGLE_REQUEST_UPLOAD')).toBe(200);
		expect(await of(200_000_001, 'SINGLE_REQUEST_UPLOAD')).toBe(400);
		expect(await of(200_000_001, 'MULTIPART_UPLOAD')).toBe(200);
		expect(await status({ ...singleVideo, fileSize: 200_000_001 })).toBe(400);
		lab.simulator.configure({ readings: { assetMegabyte: 'binary' } });
		expect(await of(200 * mebibyte, 'SINGLE_REQUEST_UPLOAD')).toBe(200);
		expect(await of(200 * mebibyte + 1, 'SINGLE_REQUEST_UPLOAD')).toBe(400);
	});

	assumed('of several, the size picks', async () => {
		const supportedUploadMechanism = ['MULTIPART_UPLOAD', 'SINGLE_REQUEST_UPLOAD'];
		const both = { ...singleVideo, supportedUploadMechanism };
		expect(await picked(both)).toBe('SINGLE_REQUEST_UPLOAD');
		expect(await picked({ ...both, fileSize: 200_000_000 })).toBe('SINGLE_REQUEST_UPLOAD');
		const large = await startMultipart(lab.simulator, 200_000_001, { supportedUploadMechanism });
		expect(large.parts).toHaveLength(48);
	});

	documented('what the media type does not have is refused', async () => {
		const cases: [object, unknown, string][] = [
			[singleVideo, ['SYNCHRONOUS_UPLOAD'], '/0 :: SYNCHRONOUS_UPLOAD is not for'],
			[singleVideo, ['SINGLE_REQUEST_UPLOAD', 'SYNCHRONOUS_UPLOAD'], '/1 :: SYNCHRONOUS_UPLOAD'],
			[image, ['MULTIPART_UPLOAD'], '/0 :: MULTIPART_UPLOAD is not for recipes of images'],
			[image, ['synchronous_upload'], 'is not an enum symbol'],
			[image, 'SYNCHRONOUS_UPLOAD', 'array type is not backed by a DataList'],
			[image, [], 'must not be empty'],
		];
		for (const [fields, supportedUploadMechanism, message] of cases) {
			const sent = { ...fields, fileSize: 10, supportedUploadMechanism };
			const answer = await register(lab.simulator, sent);
			expect([answer.status, answer.text]).toEqual([400, containing(message)]);
		}
	});

	assumed('a size is a whole number from 1 to 5 GiB', async () => {
		for (const fileSize of [0, -1, 5 * 1024 ** 3 + 1, '10', 1.5, null]) {
			expect(await status({ ...multipartVideo(1), fileSize })).toBe(400);
		}
		expect(await status(multipartVideo(5 * 1024 ** 3))).toBe(200);
	});

	tool('bad plans for a client to refuse', async () => {
		lab.simulator.configure({ partBytes: 4, planShape: 'gap' });
		expect((await startMultipart(lab.simulator, 10)).parts[0]).toMatchObject({ lastByte: 2 });
		lab.simulator.configure({ planShape: 'sound', readings: { lastByte: 'beyondEnd' } });
		expect((await startMultipart(lab.simulator, 10)).parts[2]).toMatchObject({ lastByte: 11 });
		lab.simulator.configure({ planShape: 'noVideo' });
		expect(at((await register(lab.simulator)).json, 'value.asset')).toBeUndefined();
		lab.simulator.configure({ planShape: 'noInstructions' });
		expect(at((await register(lab.simulator)).json, 'value.uploadMechanism')).toEqual({});
	});
});

describe('service relationships', () => {
	documented('up to five, of three types', async () => {
		const serviceRelationships = ['GENERIC', 'CREATOR', 'OWNER', 'OWNER', 'OWNER'].map(
			(relationshipType) => ({ ...relationship, relationshipType }),
		);
		const { urn } = await startSingle(lab.simulator, { serviceRelationships });
		expect(lab.simulator.asset(urn).serviceRelationships).toEqual(serviceRelationships);
		const six = [...serviceRelationships, relationship];
		const answer = await register(lab.simulator, { serviceRelationships: six });
		expect(answer.text).toContain('array size 6 is greater than 5');
	});

	assumed('none at all', async () => {
		expect(await status({ serviceRelationships: undefined })).toBe(200);
		expect(await status({ serviceRelationships: [] })).toBe(200);
	});

	documented('no other type and no other identifier', async () => {
		for (const wrong of [
			{ relationshipType: 'FRIEND' },
			{ relationshipType: undefined },
			{ identifier: 'urn:li:share' },
			{ identifier: undefined },
			{ more: 1 },
		]) {
			const serviceRelationships = [relationship, { ...relationship, ...wrong }];
			const answer = await register(lab.simulator, { serviceRelationships });
			expect(answer.status).toBe(400);
			expect(answer.text).toContain('/registerUploadRequest/serviceRelationships/1/');
		}
		expect(await status({ serviceRelationships: [relationship.identifier] })).toBe(400);
	});
});

describe('owners', () => {
	const adAccount = 'urn:li:sponsoredAdAccount:123456789';

	documented('a member, a page, an ad account', async () => {
		expect(await status({ owner: self }, token('w_member_social'))).toBe(200);
		expect(await status({ owner: page }, token('w_organization_social'))).toBe(200);
		const { json } = await register(lab.simulator, { owner: adAccount }, token('rw_ads'));
		expect(lab.simulator.asset(String(at(json, 'value.asset'))).owner).toBe(adAccount);
		expect(await status({ ...singleVideo, owner: adAccount }, token('rw_ads'))).toBe(200);
	});

	assumed('an ad account by its newer name too, unless the other reading is played', async () => {
		expect(await status({ owner: account }, token('rw_ads'))).toBe(200);
		lab.simulator.configure({ readings: { assetAccountOwner: 'sponsoredAdAccount' } });
		const answer = await register(lab.simulator, { owner: account }, token('rw_ads'));
		expect(at(answer.json, 'code')).toBe('INVALID_URN_TYPE');
		expect(await status({ owner: adAccount }, token('rw_ads'))).toBe(200);
	});

	documented('nobody else', async () => {
		for (const owner of ['urn:li:company:1', 'urn:li:digitalmediaAsset:1', 'nobody']) {
			const answer = await register(lab.simulator, { owner });
			expect(at(answer.json, 'code')).toBe('INVALID_URN_TYPE');
		}
		const answer = await register(lab.simulator, { owner: 'urn:li:sponsoredAdAccount:x' });
		expect(at(answer.json, 'code')).toBe('INVALID_URN_ID');
	});

	documented('not without the scope and the role', async () => {
		for (const [fields, kind] of [
			[{}, 'image'],
			[singleVideo, 'video'],
		] as const) {
			const cases: [string, string[]][] = [
				[self, ['w_organization_social']],
				['urn:li:person:m3mbEr_2', ['w_member_social']],
				[page, ['w_member_social']],
				['urn:li:organization:999', ['w_organization_social']],
				[adAccount, ['r_ads', 'w_organization_social']],
				['urn:li:sponsoredAdAccount:521498108', ['rw_ads']],
			];
			for (const [owner, scopes] of cases) {
				const answer = await register(lab.simulator, { ...fields, owner }, token(...scopes));
				expect(answer.json).toEqual(forbidden(kind));
			}
		}
	});
});

describe('the body', () => {
	documented('has its one key', async () => {
		const fields = { owner: page, recipes: [recipe('ads-image')] };
		for (const body of [
			{},
			fields,
			{ registerUpload: fields },
			{ initializeUploadRequest: fields },
			{ registerUploadRequest: fields, more: 1 },
		]) {
			expect((await assetsAction(lab.simulator, 'registerUpload', body)).status).toBe(400);
		}
	});

	fromPublic('has no unknown fields', async () => {
		for (const more of [{ fileSizeBytes: 1 }, { recipe: recipe('ads-image') }, { owner: 1 }]) {
			expect(await status(more)).toBe(400);
		}
	});

	documented('another action or another spelling is unknown', async () => {
		for (const name of ['registerupload', 'initializeUpload', '']) {
			expect((await assetsAction(lab.simulator, name, {})).status).toBe(404);
		}
		expect(lab.simulator.unhandled()).toHaveLength(3);
	});

	tool('is kept, with the address of every upload, which lives 30 days', async () => {
		const { urn } = await startSingle(lab.simulator);
		const view = lab.simulator.asset(urn);
		expect(view.registerRequest).toMatchObject({ registerUploadRequest: { owner: page } });
		expect(view.uploadUrlsExpireAt).toBeGreaterThan(lab.simulator.clock.now() + 29 * day);
		expect(() => lab.simulator.asset('urn:li:digitalmediaAsset:x')).toThrow('knows no');
	});
});
