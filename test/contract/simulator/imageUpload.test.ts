import { createHash } from 'node:crypto';
import { markers } from '../../simulator';
import { at, call } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	initializeImage,
	page,
	putImage,
	self,
	startImage,
	tokenFor,
} from './support/linkedin';

const lab = useSimulator();

const token = (): string => tokenFor(lab.simulator);

describe('initialize', () => {
	documented(
		'answers with an image, an address like that of the sample, and its expiry',
		async () => {
			const { status, json } = await initializeImage(lab.simulator);
			expect(status).toBe(200);
			expect(at(json, 'value.image')).toMatch(/^urn:li:image:[\w-]+$/);
			const id = String(at(json, 'value.image')).split(':')[3] ?? '';
			expect(at(json, 'value.uploadUrl')).toMatch(
				new RegExp(`^${lab.simulator.url}/dms-uploads/${id}/uploaded-image/0\\?`),
			);
			expect(typeof at(json, 'value.uploadUrlExpiresAt')).toBe('number');
		},
	);

	documented('refuses other owners', async () => {
		for (const owner of ['urn:li:video:1', 'urn:li:company:1', 'nobody']) {
			expect(at((await initializeImage(lab.simulator, { owner })).json, 'code')).toBe(
				'INVALID_URN_TYPE',
			);
		}
		expect((await initializeImage(lab.simulator, { owner: 'urn:li:organization:x' })).json).toEqual(
			{
				status: 400,
				code: 'INVALID_URN_ID',
				message: 'This Urn ID is invalid',
			},
		);
	});

	documented('refuses what only videos have', async () => {
		expect((await initializeImage(lab.simulator, { fileSizeBytes: 1 })).text).toContain(
			'/fileSizeBytes :: unrecognized',
		);
	});

	documented('takes library metadata', async () => {
		const mediaLibraryMetadata = { associatedAccount: account, assetName: 'My asset' };
		const { urn } = await startImage(lab.simulator, { mediaLibraryMetadata });
		expect(lab.simulator.image(urn).libraryMetadata).toEqual({
			...mediaLibraryMetadata,
			mediaLibraryStatus: 'ACTIVE',
		});
		expect(
			(await initializeImage(lab.simulator, { mediaLibraryMetadata: { assetName: 'a' } })).status,
		).toBe(400);
		const wrong = { associatedAccount: page, assetName: 'a' };
		expect(
			at((await initializeImage(lab.simulator, { mediaLibraryMetadata: wrong })).json, 'code'),
		).toBe('INVALID_URN_TYPE');
	});
});

describe('the PUT of the bytes', () => {
	documented('201 with a token, and the hash is kept', async () => {
		const { urn, uploadUrl } = await startImage(lab.simulator);
		const answer = await putImage(uploadUrl, token());
		expect([answer.status, answer.text]).toEqual([201, '']);
		expect(lab.simulator.image(urn)).toMatchObject({
			status: 'AVAILABLE',
			sha256: createHash('sha256').update('an image').digest('hex'),
			size: 8,
			attempts: 1,
		});
	});

	documented('401 without a token, and for one that has ended', async () => {
		const { urn, uploadUrl } = await startImage(lab.simulator);
		expect((await putImage(uploadUrl, undefined)).status).toBe(401);
		const ended = token();
		lab.simulator.expireToken(ended);
		expect(at((await putImage(uploadUrl, ended)).json, 'code')).toBe('EXPIRED_ACCESS_TOKEN');
		expect(lab.simulator.image(urn)).toMatchObject({ status: 'WAITING_UPLOAD', attempts: 0 });
	});

	documented('403 for a token without rights on the owner', async () => {
		const { uploadUrl } = await startImage(lab.simulator);
		expect((await putImage(uploadUrl, tokenFor(lab.simulator, ['w_member_social']))).status).toBe(
			403,
		);
		const stranger = lab.simulator.issueToken({
			scopes: ['w_organization_social'],
			memberId: 'm3mbEr_2',
		});
		expect((await putImage(uploadUrl, stranger.access_token)).status).toBe(403);
	});

	documented('w_member_social alone uploads, though it cannot read', async () => {
		const { uploadUrl } = await startImage(lab.simulator, { owner: self });
		expect((await putImage(uploadUrl, tokenFor(lab.simulator, ['w_member_social']))).status).toBe(
			201,
		);
	});

	documented('has to be a PUT', async () => {
		const { uploadUrl } = await startImage(lab.simulator);
		const headers = { authorization: `Bearer ${token()}`, 'content-type': 'image/png' };
		expect((await call(uploadUrl, { method: 'POST', headers, body: 'an image' })).status).toBe(405);
	});

	documented('may come without a type, as in the sample', async () => {
		const { uploadUrl } = await startImage(lab.simulator);
		expect((await putImage(uploadUrl, token(), { 'content-type': undefined })).status).toBe(201);
	});

	assumed('may come as octet-stream or an image, and as nothing else', async () => {
		const { uploadUrl } = await startImage(lab.simulator);
		for (const type of ['application/octet-stream', 'image/png', 'image/jpeg', 'image/svg+xml']) {
			expect((await putImage(uploadUrl, token(), { 'content-type': type })).status).toBe(201);
		}
		for (const type of [
			'application/json',
			'multipart/form-data; boundary=x',
			'application/x-www-form-urlencoded',
		]) {
			expect((await putImage(uploadUrl, token(), { 'content-type': type })).status).toBe(415);
		}
	});

	fromPublic('expires, before the token is looked at', async () => {
		const { urn, uploadUrl } = await startImage(lab.simulator);
		lab.simulator.clock.advance(
			lab.simulator.image(urn).uploadUrlExpiresAt - lab.simulator.clock.now() + 1,
		);
		const fresh = token();
		expect((await putImage(uploadUrl, fresh)).status).toBe(401);
		lab.simulator.configure({ readings: { expiredUrl: '400' } });
		expect(at((await putImage(uploadUrl, fresh)).json, 'code')).toBe('EXPIRED_UPLOAD_URL');
	});

	assumed('needs its signature, a length and a byte', async () => {
		const { uploadUrl } = await startImage(lab.simulator);
		expect((await putImage(uploadUrl.replace(markers.uploadSignature, 'x'), token())).status).toBe(
			403,
		);
		const headers = { authorization: `Bearer ${token()}` };
		expect(
			(await call(uploadUrl, { method: 'PUT', headers, body: [Buffer.from('x')] })).status,
		).toBe(411);
		expect((await call(uploadUrl, { method: 'PUT', headers, body: Buffer.alloc(0) })).status).toBe(
			400,
		);
	});

	assumed('may be repeated', async () => {
		const { urn, uploadUrl } = await startImage(lab.simulator);
		expect((await putImage(uploadUrl, token())).status).toBe(201);
		expect((await putImage(uploadUrl, token())).status).toBe(201);
		expect(lab.simulator.image(urn).attempts).toBe(2);
	});

	tool('is 404 for an image that is not there', async () => {
		const { uploadUrl } = await startImage(lab.simulator);
		expect(
			(await putImage(uploadUrl.replace('/dms-uploads/', '/dms-uploads/x'), token())).status,
		).toBe(404);
	});
});
