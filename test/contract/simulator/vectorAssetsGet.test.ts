import { recipeStatuses, vectorStatuses } from '../../simulator';
import { at, statusAndCode } from './support/call';
import { control } from './support/control';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	asStranger,
	encoded,
	finalizeVideo,
	getMedia,
	initializeImage,
	octets,
	page,
	self,
	tokenFor,
	uploadVideo,
	withScopes,
} from './support/linkedin';
import {
	complete,
	getAsset,
	put,
	putAssetParts,
	recipe,
	register,
	relationship,
	singleVideo,
	startMultipart,
	startSingle,
	uploadSingle,
	type Root,
} from './support/vectorAssets';

const lab = useSimulator();

const read = async (id: string, query = '') => (await getAsset(lab.simulator, id + query)).json;
const state = async (id: string) => at(await read(id), 'recipes.0.status');
const kinds = { image: {}, video: singleVideo };

describe.each<Root>(['rest', 'v2'])('below /%s', (root) => {
	documented('an asset is read by its bare id', async () => {
		lab.simulator.nextAsset({ kind: 'manual' });
		const { id } = await uploadSingle(lab.simulator, singleVideo);
		const { status, json } = await getAsset(lab.simulator, id, { root });
		expect(status).toBe(200);
		expect(json).toStrictEqual({
			created: expect.any(Number) as unknown,
			id,
			lastModified: expect.any(Number) as unknown,
			mediaTypeFamily: 'VIDEO',
			recipes: [{ recipe: recipe('feedshare-video'), status: 'PROCESSING' }],
			serviceRelationships: [relationship],
			status: 'ALLOWED',
		});
	});

	assumed('its URN is no key', async () => {
		const { urn } = await uploadSingle(lab.simulator);
		for (const key of [urn, encoded(urn)]) {
			expect((await getAsset(lab.simulator, key, { root })).status).toBe(400);
		}
	});

	documented('the same headers are needed as for the actions', async () => {
		const { id } = await uploadSingle(lab.simulator);
		const status = async (headers: object) =>
			(await getAsset(lab.simulator, id, { root, headers: { ...headers } })).status;
		expect(await status({ authorization: undefined })).toBe(401);
		expect(await status({ 'x-restli-protocol-version': undefined })).toBe(400);
		expect(await status({ 'linkedin-version': undefined })).toBe(root === 'v2' ? 200 : 400);
	});

	documented('the artifacts come when they are asked for', async () => {
		const { id } = await uploadSingle(lab.simulator, singleVideo);
		const { json } = await getAsset(lab.simulator, `${id}?fields=mediaArtifacts,recipes,id`, {
			root,
		});
		expect(json).toMatchObject({
			id,
			recipes: [{ recipe: recipe('feedshare-video'), status: 'AVAILABLE' }],
			mediaArtifacts: [
				{
					data: {
						adaptiveStreamVideoWithAudioMasterPlaylist: {
							protocol: 'HLS',
							representations: [{ bitrate: { average: 156810 } }],
							durationInMicroseconds: 2056556,
						},
					},
					identifiers: [{ mediaType: 'application/vnd.apple.mpegURL', size: 0 }],
				},
			],
		});
		expect(Object.keys(json ?? {}).sort()).toEqual(['id', 'mediaArtifacts', 'recipes']);
		expect(at((await getAsset(lab.simulator, id, { root })).json, 'mediaArtifacts')).toBe(
			undefined,
		);
	});
});

documented('an image is of the family STILLIMAGE', async () => {
	const { id } = await uploadSingle(lab.simulator);
	expect(at(await read(id), 'mediaTypeFamily')).toBe('STILLIMAGE');
});

describe('projections', () => {
	fromPublic('any of the names, encoded or not, and unknown ones without effect', async () => {
		const { id } = await uploadSingle(lab.simulator);
		expect(await read(id, '?fields=id')).toEqual({ id });
		expect(await read(id, '?fields=status%2Cid,nothing')).toEqual({ id, status: 'ALLOWED' });
	});

	assumed('no masks within a field, and no other parameter', async () => {
		const { id } = await uploadSingle(lab.simulator);
		for (const fields of ['recipes:(status)', '', 'id,', '(id)']) {
			expect((await getAsset(lab.simulator, `${id}?fields=${fields}`)).status).toBe(400);
		}
		expect((await getAsset(lab.simulator, `${id}?fields=id&projection=x`)).status).toBe(403);
	});

	assumed('no artifacts before a recipe is available; of an image the identifiers', async () => {
		lab.simulator.nextAsset({ kind: 'manual' });
		const { id, urn } = await uploadSingle(lab.simulator);
		expect(await read(id, '?fields=mediaArtifacts')).toEqual({ mediaArtifacts: [] });
		lab.simulator.finishProcessing(urn, 'AVAILABLE');
		const found = await read(id, '?fields=mediaArtifacts');
		expect(at(found, 'mediaArtifacts.0.identifiers.0.size')).toBe('the bytes'.length);
		lab.simulator.setAsset(urn, { recipeStatus: 'MUTATING' });
		expect(await read(id, '?fields=mediaArtifacts')).toEqual(found);
	});
});

describe.each(Object.entries(kinds))('the states of a recipe: %s', (_kind, fields) => {
	documented('waits for its upload', async () => {
		expect(await state((await startSingle(lab.simulator, fields)).id)).toBe('WAITING_UPLOAD');
	});

	tool('is PROCESSING for so many reads, so long, or until a hand ends it', async () => {
		lab.simulator.nextAsset({ kind: 'afterReads', reads: 2 });
		lab.simulator.nextAsset({ kind: 'afterMs', ms: 60_000 });
		lab.simulator.nextAsset({ kind: 'manual' });
		const { id } = await uploadSingle(lab.simulator, fields);
		expect([await state(id), await state(id), await state(id)]).toEqual([
			'PROCESSING',
			'PROCESSING',
			'AVAILABLE',
		]);
		const timed = await uploadSingle(lab.simulator, fields);
		expect(await state(timed.id)).toBe('PROCESSING');
		lab.simulator.clock.advance(60_000);
		expect(await state(timed.id)).toBe('AVAILABLE');
		const manual = await uploadSingle(lab.simulator, fields);
		expect(await state(manual.id)).toBe('PROCESSING');
		lab.simulator.finishProcessing(manual.urn, 'AVAILABLE');
		expect(await state(manual.id)).toBe('AVAILABLE');
	});

	assumed('a failure is CLIENT_ERROR, or the other word that the test names', async () => {
		for (const [failure, expected] of [
			['unsupported format', 'CLIENT_ERROR'],
			['CLIENT_ERROR', 'CLIENT_ERROR'],
			['SERVER_ERROR', 'SERVER_ERROR'],
			['INCOMPLETE', 'INCOMPLETE'],
		] as const) {
			lab.simulator.nextAsset({ kind: 'afterReads', reads: 1, failure });
			const { id } = await uploadSingle(lab.simulator, fields);
			expect([await state(id), await state(id)]).toEqual(['PROCESSING', expected]);
		}
	});

	documented('each of the page can be played, and so can each of the asset', async () => {
		const { id, urn } = await uploadSingle(lab.simulator, fields);
		for (const recipeStatus of recipeStatuses) {
			lab.simulator.setAsset(urn, { recipeStatus });
			expect(await state(id)).toBe(recipeStatus);
		}
		for (const status of vectorStatuses) {
			lab.simulator.setAsset(urn, { status });
			expect(at(await read(id), 'status')).toBe(status);
		}
		expect(recipeStatuses).toHaveLength(8);
		expect(vectorStatuses).toHaveLength(5);
	});
});

tool('one recipe of several can be played alone', async () => {
	const recipes = [recipe('feedshare-video'), recipe('ads-video_v2')];
	const { id, urn } = await uploadSingle(lab.simulator, { recipes });
	lab.simulator.setAsset(urn, { recipe: recipes[1] ?? '', recipeStatus: 'SERVER_ERROR' });
	expect(at(await read(id), 'recipes')).toEqual([
		{ recipe: recipes[0], status: 'AVAILABLE' },
		{ recipe: recipes[1], status: 'SERVER_ERROR' },
	]);
	expect(() => {
		lab.simulator.setAsset(urn, { recipe: recipe('ads-image'), recipeStatus: 'NEW' });
	}).toThrow('has no recipe');
});

documented('lastModified follows what happens, created does not', async () => {
	const passes = async (id: string, act: () => unknown) => {
		const before = await read(id);
		lab.simulator.clock.advance(60_000);
		await act();
		const after = await read(id);
		expect(at(after, 'created')).toBe(at(before, 'created'));
		const since = Number(at(after, 'lastModified')) - Number(at(before, 'lastModified'));
		expect(since).toBeGreaterThanOrEqual(60_000);
	};
	const single = await startSingle(lab.simulator, singleVideo);
	await passes(single.id, () => put(single.uploadUrl, 'x', { ...single.headers, ...octets }));
	await passes(single.id, () => {
		lab.simulator.setAsset(single.urn, { status: 'BLOCKED' });
	});
	const parts = await startMultipart(lab.simulator, 1);
	const etags = await putAssetParts(parts, Buffer.from('x'));
	await passes(parts.id, () => complete(lab.simulator, parts, etags));
});

describe('who may read', () => {
	assumed('who may upload for the owner', async () => {
		const mine = await uploadSingle(lab.simulator, { owner: self });
		const pages = await uploadSingle(lab.simulator, { owner: page });
		const status = async (id: string, scope: string) =>
			(await getAsset(lab.simulator, id, withScopes(lab.simulator, scope))).status;
		expect(await status(mine.id, 'w_member_social')).toBe(200);
		expect(await status(mine.id, 'w_organization_social')).toBe(403);
		expect(await status(pages.id, 'w_organization_social')).toBe(200);
		expect(await status(pages.id, 'w_member_social')).toBe(403);
		const scopes = ['w_organization_social', 'w_member_social', 'rw_ads'];
		const stranger = asStranger(lab.simulator, ...scopes);
		expect((await getAsset(lab.simulator, pages.id, stranger)).status).toBe(403);
		expect((await getAsset(lab.simulator, mine.id, stranger)).status).toBe(403);
	});
});

assumed("w_compliance does nothing, or all for a member's own assets", async () => {
	const mine = await uploadSingle(lab.simulator, { owner: self });
	const pages = await uploadSingle(lab.simulator);
	const how = () => withScopes(lab.simulator, 'w_compliance');
	const statuses = async () => [
		(await register(lab.simulator, { owner: self }, how())).status,
		(await getAsset(lab.simulator, mine.id, how())).status,
		(await getAsset(lab.simulator, pages.id, how())).status,
	];
	expect(await statuses()).toEqual([403, 403, 403]);
	lab.simulator.configure({ readings: { complianceScope: 'membersAssets' } });
	expect(await statuses()).toEqual([200, 200, 403]);
});

assumed('what is not there is NOT_FOUND, also what came by another page', async () => {
	const { urn } = await uploadVideo(lab.simulator);
	for (const id of ['C4E10AQ', urn.split(':')[3] ?? '']) {
		const answer = await getAsset(lab.simulator, id);
		expect(statusAndCode(answer)).toEqual([404, 'NOT_FOUND']);
	}
	lab.simulator.configure({ readings: { notFound: '400' } });
	expect((await getAsset(lab.simulator, 'C4E10AQ')).status).toBe(400);
});

describe('an uploaded asset on the newer pages', () => {
	const video = (id: string) => getMedia(lab.simulator, `urn:li:video:${id}`);
	const image = (id: string) => getMedia(lab.simulator, `urn:li:image:${id}`);

	documented('a video is read by the same id', async () => {
		const { id, urn } = await uploadSingle(lab.simulator, singleVideo);
		expect((await video(id)).json).toMatchObject({
			id: `urn:li:video:${id}`,
			owner: page,
			status: 'AVAILABLE',
		});
		expect((await image(id)).status).toBe(404);
		expect(lab.simulator.video(`urn:li:video:${id}`)).toMatchObject({
			sha256: lab.simulator.asset(urn).sha256,
			fileSizeBytes: 9,
		});
	});

	documented('a video that came in parts is, too', async () => {
		lab.simulator.configure({ partBytes: 4 });
		const asset = await startMultipart(lab.simulator, 10);
		const etags = await putAssetParts(asset, Buffer.from('0123456789'));
		expect((await complete(lab.simulator, asset, etags)).status).toBe(200);
		expect(at((await video(asset.id)).json, 'status')).toBe('AVAILABLE');
		expect(lab.simulator.video(`urn:li:video:${asset.id}`)).toMatchObject({
			sha256: lab.simulator.asset(asset.urn).sha256,
			parts: [{ attempts: 1 }, { attempts: 1 }, { attempts: 1 }],
		});
	});

	documented('an image is read by the same id', async () => {
		const { id, urn } = await uploadSingle(lab.simulator);
		expect((await image(id)).json).toMatchObject({
			id: `urn:li:image:${id}`,
			owner: page,
			status: 'AVAILABLE',
		});
		expect((await video(id)).status).toBe(404);
		expect(lab.simulator.image(`urn:li:image:${id}`)).toMatchObject({
			sha256: lab.simulator.asset(urn).sha256,
			size: 9,
			attempts: 1,
		});
	});

	assumed('not before it is uploaded', async () => {
		const started = [
			await startSingle(lab.simulator),
			await startSingle(lab.simulator, singleVideo),
			await startMultipart(lab.simulator, 10),
		];
		for (const { id } of started) {
			expect([(await video(id)).status, (await image(id)).status]).toEqual([404, 404]);
		}
	});

	assumed('it is not finalized there', async () => {
		const { id } = await uploadSingle(lab.simulator, singleVideo);
		const twin = { urn: `urn:li:video:${id}`, uploadToken: '', parts: [], answer: undefined };
		const answer = await finalizeVideo(lab.simulator, twin, []);
		expect(at(answer.json, 'code')).toBe('UPDATING_ASSET_FAILED');
	});

	assumed('both ripen together', async () => {
		lab.simulator.nextAsset({ kind: 'afterReads', reads: 1, failure: 'SERVER_ERROR' });
		const { id } = await uploadSingle(lab.simulator, singleVideo);
		expect(await state(id)).toBe('PROCESSING');
		expect((await video(id)).json).toMatchObject({
			status: 'PROCESSING_FAILED',
			processingFailureReason: 'SERVER_ERROR',
		});
		expect(await state(id)).toBe('SERVER_ERROR');
	});

	assumed("an ad account's is read there by the newer name of the account", async () => {
		const owner = 'urn:li:sponsoredAdAccount:123456789';
		const { id } = await uploadSingle(lab.simulator, { owner });
		expect(at((await image(id)).json, 'owner')).toBe('urn:li:sponsoredAccount:123456789');
	});

	assumed('a repeated PUT shows there, too', async () => {
		const asset = await uploadSingle(lab.simulator, {}, 'wrong');
		const headers = { ...asset.headers, authorization: `Bearer ${tokenFor(lab.simulator)}` };
		await put(asset.uploadUrl, 'right', headers);
		const { sha256 } = lab.simulator.asset(asset.urn);
		expect(lab.simulator.image(`urn:li:image:${asset.id}`)).toMatchObject({ sha256, attempts: 2 });
		const film = await uploadSingle(lab.simulator, singleVideo, 'wrong');
		await put(film.uploadUrl, 'right', { ...film.headers, ...octets });
		expect(lab.simulator.video(`urn:li:video:${film.id}`)).toMatchObject({ sha256 });
	});
});

describe('the control routes', () => {
	const post = async (path: string, body: object) => {
		const { status, json } = await control(lab.simulator, 'POST', path, body);
		return [status, json] as const;
	};

	tool('show assets and put them into states', async () => {
		const processing = { kind: 'manual' };
		expect(await post('processing/next', { kind: 'asset', processing })).toEqual([200, {}]);
		const { urn, id } = await uploadSingle(lab.simulator);
		expect(await state(id)).toBe('PROCESSING');
		expect(await post('processing', { urn })).toEqual([200, {}]);
		expect(await state(id)).toBe('AVAILABLE');
		const states = { status: 'BLOCKED', recipeStatus: 'NEW', recipe: recipe('feedshare-image') };
		expect(await post('asset', { urn, ...states })).toEqual([200, {}]);
		const { json } = await control(lab.simulator, 'GET', 'state');
		expect(at(json, 'assets.0')).toMatchObject({
			urn,
			status: 'BLOCKED',
			recipes: [{ status: 'NEW' }],
		});
		expect((await post('asset', { urn, status: 'NEW' }))[0]).toBe(400);
		expect((await post('asset', { urn: 'urn:li:digitalmediaAsset:x' }))[0]).toBe(409);
	});

	tool('a reset forgets them', async () => {
		await uploadSingle(lab.simulator);
		await initializeImage(lab.simulator);
		await lab.simulator.reset();
		expect([lab.simulator.assets(), lab.simulator.images()]).toEqual([[], []]);
	});
});
