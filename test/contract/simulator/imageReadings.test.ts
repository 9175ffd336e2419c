import { at, call } from './support/call';
import { assumed, documented } from './support/evidence';
import { useSimulator } from './support/lab';
import { batchGet, setting, update } from './support/library';
import {
	account,
	encoded,
	forbidden,
	getMedia,
	initializeImage,
	self,
	tokenFor,
	uploadImage,
	withScopes,
	type RestCall,
} from './support/linkedin';

const lab = useSimulator();

/** An ad account in which the member has no role. */
const others = 'urn:li:sponsoredAccount:521498108';

const image = (fill: object = {}): string =>
	lab.simulator.addLibraryEntries({ kind: 'image', ...fill })[0] ?? '';
const read = (urn: string, how?: RestCall) => getMedia(lab.simulator, urn, how);
const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

describe("an ad account's image, without a role in it", () => {
	const statusesOf = async (urn: string) => {
		const { json } = await batchGet(lab.simulator, 'image', [urn], token('rw_ads'));
		return at(json, 'statuses');
	};
	const rename = (urn: string) => update(lab.simulator, urn, others, setting({ assetName: 'New' }));

	documented('is neither read nor updated', async () => {
		const urn = image({ owner: others, account: others });
		expect((await read(urn, token('rw_ads'))).json).toEqual(forbidden('image'));
		expect(await statusesOf(urn)).toEqual({ [urn]: 403 });
		expect((await rename(urn)).json).toEqual(forbidden('image'));
	});

	documented(
		'is both, in the other reading: "all GET\'s and UPDATE\'s are permitted"',
		async () => {
			lab.simulator.configure({ readings: { accountImages: 'everyone' } });
			const urn = image({ owner: others, account: others });
			expect((await read(urn, token('rw_ads'))).status).toBe(200);
			expect(await statusesOf(urn)).toEqual({ [urn]: 200 });
			expect((await rename(urn)).status).toBe(204);
			expect(lab.simulator.image(urn).libraryMetadata).toMatchObject({ assetName: 'New' });
		},
	);

	assumed('but not without a scope, not for uploads, and not for a page', async () => {
		lab.simulator.configure({ readings: { accountImages: 'everyone' } });
		const urn = image({ owner: others, account: others });
		expect((await read(urn, token('openid'))).status).toBe(403);
		const upload = await initializeImage(lab.simulator, { owner: others }, token('rw_ads'));
		expect(upload.status).toBe(403);
		const ofPage = image({ owner: 'urn:li:organization:999', account });
		expect((await read(ofPage)).status).toBe(403);
	});
});

describe('what an answer shows of an image', () => {
	documented('neither text nor ratio in the samples', async () => {
		const { json } = await read(image({ account: '' }));
		expect(Object.keys(json ?? {}).sort()).toEqual([
			'downloadUrl',
			'downloadUrlExpiresAt',
			'id',
			'owner',
			'status',
		]);
	});

	documented('both in the schema; no ratio before it is available', async () => {
		lab.simulator.configure({ readings: { imageFields: 'asSchema' } });
		const { json } = await read(image());
		expect(json).toMatchObject({
			altText: 'A talk on a stage',
			aspectRatioWidth: 16.0125,
			aspectRatioHeight: 9,
		});
		const waiting = await read(image({ status: 'PROCESSING' }));
		expect(at(waiting.json, 'altText')).toBe('A talk on a stage');
		expect(at(waiting.json, 'aspectRatioWidth')).toBeUndefined();
	});
});

describe('a legacy GET', () => {
	const legacy = (
		urn: string,
		headers: Record<string, string | undefined> = {},
		scopes = ['w_member_social'],
	) =>
		call(`${lab.simulator.url}/v2/images/${encoded(urn)}`, {
			headers: {
				authorization: `Bearer ${tokenFor(lab.simulator, scopes)}`,
				'x-restli-protocol-version': '2.0.0',
				'x-restli-method': 'get',
				...headers,
			},
		});

	assumed('is refused', async () => {
		const { urn } = await uploadImage(lab.simulator, { owner: self });
		expect((await legacy(urn)).json).toEqual(forbidden('image'));
	});

	documented('shows w_member_social its own images, in the other reading', async () => {
		lab.simulator.configure({ readings: { legacyImageGet: 'served' } });
		const { urn } = await uploadImage(lab.simulator, { owner: self });
		const { status, json } = await legacy(urn);
		expect(status).toBe(200);
		expect(json).toMatchObject({ id: urn, owner: self, status: 'AVAILABLE' });
		expect((await read(urn, token('w_member_social'))).status).toBe(403);
	});

	assumed('has no version, and shows nothing of others', async () => {
		lab.simulator.configure({ readings: { legacyImageGet: 'served' } });
		const { urn } = await uploadImage(lab.simulator, { owner: self });
		expect((await legacy(urn, { 'linkedin-version': '202607' })).status).toBe(403);
		expect((await legacy(urn, {}, ['openid'])).status).toBe(403);
		expect((await legacy(urn, { 'x-restli-protocol-version': undefined })).status).toBe(400);
		const ofPage = await uploadImage(lab.simulator);
		expect((await legacy(ofPage.urn)).status).toBe(403);
		const ofOther = image({ owner: 'urn:li:person:m3mbEr_2' });
		expect((await legacy(ofOther)).status).toBe(403);
		expect((await legacy('urn:li:image:C4E10AQ')).status).toBe(404);
	});
});

describe('w_power_creators', () => {
	const upload = (scope: string) => initializeImage(lab.simulator, { owner: self }, token(scope));

	assumed('reads images, and uploads none', async () => {
		expect((await read(image({ owner: self }), token('w_power_creators'))).status).toBe(200);
		expect((await upload('w_power_creators')).status).toBe(403);
	});

	assumed("uploads a member's own, in the other reading", async () => {
		lab.simulator.configure({ readings: { powerCreators: 'upload' } });
		expect((await upload('w_power_creators')).status).toBe(200);
		const ofPage = await initializeImage(lab.simulator, {}, token('w_power_creators'));
		expect(ofPage.status).toBe(403);
	});
});
