import { elsewhere, sha256, spoiled } from './support/bytes';
import { at, call } from './support/call';
import { assumed, documented, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { asStranger, octets, self, tokenFor } from './support/linkedin';
import { containing } from './support/match';
import {
	complete,
	put,
	singleVideo,
	startMultipart,
	startSingle,
	uploadSingle,
	type Single,
} from './support/vectorAssets';

const lab = useSimulator();

const bytes = 'the bytes';
const bearer = (token = tokenFor(lab.simulator)) => ({ authorization: `Bearer ${token}` });
const view = ({ urn }: Single) => lab.simulator.asset(urn);
const recipeStatus = (asset: Single) => view(asset).recipes[0]?.status;

interface Kind {
	readonly fields: object;
	readonly family: string;
	readonly stored: number;
	/** What belongs to a PUT beside the headers of the answer. */
	readonly own: () => Readonly<Record<string, string>>;
}

const synchronous = { supportedUploadMechanism: ['SYNCHRONOUS_UPLOAD'] };

const kinds: Readonly<Record<string, Kind>> = {
	'a synchronous image': {
		fields: synchronous,
		family: 'STILLIMAGE',
		stored: 201,
		own: bearer,
	},
	'an image': { fields: {}, family: 'STILLIMAGE', stored: 201, own: bearer },
	'a video': {
		fields: singleVideo,
		family: 'VIDEO',
		stored: 200,
		own: () => octets,
	},
};

describe.each(Object.entries(kinds))('the PUT of %s', (_name, { fields, family, stored, own }) => {
	const start = (more: object = {}) => startSingle(lab.simulator, { ...fields, ...more });
	const send = ({ uploadUrl, headers }: Single, body: string = bytes, more = {}) =>
		put(uploadUrl, body, { ...headers, ...own(), ...more });

	documented('is answered with its status and nothing else, and its bytes are kept', async () => {
		const asset = await start();
		expect(view(asset)).toMatchObject({ attempts: 0, sha256: undefined });
		expect(recipeStatus(asset)).toBe('WAITING_UPLOAD');
		const answer = await send(asset);
		expect([answer.status, answer.text, answer.headers.etag]).toEqual([stored, '', undefined]);
		expect(view(asset)).toMatchObject({
			attempts: 1,
			sha256: sha256(bytes),
			size: bytes.length,
			parts: [],
		});
		expect(recipeStatus(asset)).toBe('AVAILABLE');
	});

	documented('has to be a PUT', async () => {
		const { uploadUrl, headers } = await start();
		const post = { method: 'POST', headers: { ...headers, ...own() }, body: bytes } as const;
		expect((await call(uploadUrl, post)).status).toBe(405);
	});

	documented('carries the headers that the answer named', async () => {
		const asset = await start();
		for (const wrong of [undefined, 'DOCUMENT', family === 'VIDEO' ? 'STILLIMAGE' : 'VIDEO']) {
			expect((await send(asset, bytes, { 'media-type-family': wrong })).status).toBe(400);
		}
		expect(view(asset).attempts).toBe(0);
	});

	documented('in the reading of the sample uploads it need not carry them', async () => {
		lab.simulator.configure({ readings: { assetHeaders: 'optional' } });
		const asset = await start();
		const wrong = family === 'VIDEO' ? 'STILLIMAGE' : 'VIDEO';
		expect((await send(asset, bytes, { 'media-type-family': wrong })).status).toBe(400);
		expect((await send(asset, bytes, { 'media-type-family': undefined })).status).toBe(stored);
	});

	assumed('has a length, a byte, and the size that was declared', async () => {
		const asset = await start();
		expect((await send(asset, '')).status).toBe(400);
		const headers = { ...asset.headers, ...own() };
		const chunked = { method: 'PUT', headers, body: [Buffer.from(bytes)] } as const;
		expect((await call(asset.uploadUrl, chunked)).status).toBe(411);
		const declared = await start({ fileSize: bytes.length });
		expect((await send(declared, bytes.slice(1))).status).toBe(400);
		expect((await send(declared, `${bytes}.`)).status).toBe(400);
		expect((await send(declared)).status).toBe(stored);
	});

	assumed('needs its own signature', async () => {
		const asset = await start();
		const { uploadUrl } = asset;
		const changed = spoiled(uploadUrl);
		expect((await send({ ...asset, uploadUrl: changed })).status).toBe(403);
		const other = new URL((await start()).uploadUrl);
		const borrowed = `${uploadUrl.split('?')[0]}${other.search}`;
		expect((await send({ ...asset, uploadUrl: borrowed })).status).toBe(403);
		lab.simulator.configure({ readings: { wrongSignature: '401' } });
		expect((await send({ ...asset, uploadUrl: changed })).status).toBe(401);
	});

	assumed('has 30 days', async () => {
		const asset = await start();
		lab.simulator.clock.advance(view(asset).uploadUrlsExpireAt - lab.simulator.clock.now() + 1);
		expect((await send(asset)).status).toBe(401);
		lab.simulator.configure({ readings: { expiredUrl: '400' } });
		expect(at((await send(asset)).json, 'code')).toBe('EXPIRED_UPLOAD_URL');
		expect(view(asset).attempts).toBe(0);
	});

	assumed('may be repeated, and the last one counts', async () => {
		const asset = await start();
		expect((await send(asset, 'wrong')).status).toBe(stored);
		expect((await send(asset)).status).toBe(stored);
		expect(view(asset)).toMatchObject({ attempts: 2, sha256: sha256(bytes) });
	});

	tool('is 404 for an upload that is not there', async () => {
		const asset = await start();
		expect((await send({ ...asset, uploadUrl: elsewhere(asset.uploadUrl) })).status).toBe(404);
	});

	tool('meets faults, and the journal has it', async () => {
		const fault = { kind: 'status', status: 503 } as const;
		lab.simulator.plan({ on: 'assets.upload', fault });
		const asset = await start();
		expect([(await send(asset)).status, (await send(asset)).status]).toEqual([503, stored]);
		expect(lab.simulator.journal.map(({ endpoint }) => endpoint)).toEqual([
			'assets.registerUpload',
			'assets.upload',
			'assets.upload',
		]);
		expect(lab.simulator.journal[2]).toMatchObject({ carriedOut: true, sha256: sha256(bytes) });
	});
});

describe('the token', () => {
	documented('an image needs one that lives and has rights on the owner', async () => {
		const { uploadUrl, headers } = await startSingle(lab.simulator);
		const send = async (more: object) =>
			(await put(uploadUrl, bytes, { ...headers, ...more })).status;
		expect(await send({})).toBe(401);
		const ended = tokenFor(lab.simulator);
		lab.simulator.expireToken(ended);
		expect(await send(bearer(ended))).toBe(401);
		expect(await send(bearer(tokenFor(lab.simulator, ['w_member_social'])))).toBe(403);
		expect(await send(bearer(asStranger(lab.simulator, 'w_organization_social').token))).toBe(403);
		expect(await send(bearer(tokenFor(lab.simulator, ['w_organization_social'])))).toBe(201);
	});

	documented('a member sends their own image with w_member_social', async () => {
		const { uploadUrl, headers } = await startSingle(lab.simulator, { owner: self });
		const own = bearer(tokenFor(lab.simulator, ['w_member_social']));
		expect((await put(uploadUrl, bytes, { ...headers, ...own })).status).toBe(201);
	});

	documented('a video must not carry one', async () => {
		const asset = await startSingle(lab.simulator, singleVideo);
		const headers = { ...asset.headers, ...octets, ...bearer() };
		expect((await put(asset.uploadUrl, bytes, headers)).status).toBe(400);
		expect(view(asset).attempts).toBe(0);
		lab.simulator.configure({ readings: { tokenOnSignedUrls: 'ignored' } });
		expect((await put(asset.uploadUrl, bytes, headers)).status).toBe(200);
	});
});

describe('the type', () => {
	documented('a video is octet-stream', async () => {
		const { uploadUrl, headers } = await startSingle(lab.simulator, singleVideo);
		for (const type of [undefined, 'video/mp4']) {
			const answer = await put(uploadUrl, bytes, { ...headers, 'content-type': type });
			expect(answer.status).toBe(415);
		}
	});

	assumed('an image has none, is octet-stream or an image', async () => {
		const asset = await startSingle(lab.simulator);
		const send = async (type: string) => {
			const headers = { ...asset.headers, ...bearer(), 'content-type': type };
			return (await put(asset.uploadUrl, bytes, headers)).status;
		};
		expect(await send('application/octet-stream')).toBe(201);
		expect(await send('image/png')).toBe(201);
		expect(view(asset).contentType).toBe('image/png');
		expect(await send('multipart/form-data; boundary=x')).toBe(415);
	});
});

describe('the size of a video', () => {
	assumed('over 200 MB it is not taken whole, even where none was declared', async () => {
		const { uploadUrl, headers } = await startSingle(lab.simulator, singleVideo);
		const megabyte = Buffer.alloc(1_000_000);
		const body = [...Array.from({ length: 200 }, () => megabyte), Buffer.alloc(1)];
		const length = { 'content-length': '200000001' };
		const sent = { ...headers, ...octets, ...length };
		const answer = await call(uploadUrl, { method: 'PUT', headers: sent, body });
		expect([answer.status, answer.text]).toEqual([400, containing('need MULTIPART_UPLOAD')]);
	});
});

describe('synchronous', () => {
	documented('the answer comes after the processing, however long that takes', async () => {
		lab.simulator.configure({ processing: { kind: 'manual' } });
		expect(recipeStatus(await uploadSingle(lab.simulator, synchronous))).toBe('AVAILABLE');
		expect(recipeStatus(await uploadSingle(lab.simulator))).toBe('PROCESSING');
	});

	assumed('a file that cannot be processed is taken, and ends in CLIENT_ERROR', async () => {
		lab.simulator.nextAsset({ kind: 'afterReads', reads: 9, failure: 'no image' });
		expect(recipeStatus(await uploadSingle(lab.simulator, synchronous))).toBe('CLIENT_ERROR');
	});
});

assumed('what was sent whole is not completed', async () => {
	const parts = await startMultipart(lab.simulator, 4);
	const video = await uploadSingle(lab.simulator, singleVideo);
	const answer = await complete(lab.simulator, { ...parts, ...video }, []);
	expect([answer.status, answer.text]).toEqual([
		400,
		containing('was not registered with MULTIPART_UPLOAD'),
	]);
});

documented(
	'a GIF is processed like any image, or is CLIENT_ERROR, whatever was planned',
	async () => {
		const send = async (body: string) => {
			const asset = await startSingle(lab.simulator, synchronous);
			const answer = await put(asset.uploadUrl, body, { ...asset.headers, ...bearer() });
			return [answer.status, recipeStatus(asset)];
		};
		expect(await send('GIF89a...')).toEqual([201, 'AVAILABLE']);
		lab.simulator.configure({ readings: { assetGif: 'refused' } });
		lab.simulator.nextAsset({ kind: 'afterMs', ms: 60_000 });
		expect(await send('GIF89a...')).toEqual([201, 'CLIENT_ERROR']);
		expect(await send('GIF')).toEqual([201, 'AVAILABLE']);
	},
);
