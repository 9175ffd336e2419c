import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	account,
	asStranger,
	forbidden,
	getMedia,
	initializeImage,
	initializeVideo,
	page,
	self,
	uploadImage,
	uploadVideo,
	withScopes,
	type RestCall,
} from './support/linkedin';

const lab = useSimulator();

/** An ad account in which the member has no role. */
const others = 'urn:li:sponsoredAccount:521498108';

const token = (...scopes: string[]) => withScopes(lab.simulator, ...scopes);

describe.each([
	['video', initializeVideo],
	['image', initializeImage],
])('who may upload a %s', (kind, initialize) => {
	const asked = (fields: object, ...scopes: string[]) =>
		initialize(lab.simulator, fields, token(...scopes));

	documented('a member for themselves, with w_member_social', async () => {
		expect((await asked({ owner: self }, 'w_member_social')).status).toBe(200);
		const other = await asked({ owner: self }, 'w_organization_social');
		expect(other.json).toEqual(forbidden(kind));
	});

	documented('nobody for another member', async () => {
		const answer = await asked({ owner: 'urn:li:person:m3mbEr_2' }, 'w_member_social');
		expect([answer.status, answer.json]).toEqual([403, forbidden(kind)]);
	});

	documented(
		'an admin and a sponsored content poster for a page, with w_organization_social',
		async () => {
			for (const owner of [page, 'urn:li:organization:5583111']) {
				expect((await asked({ owner }, 'w_organization_social')).status).toBe(200);
				expect((await asked({ owner }, 'w_member_social')).json).toEqual(forbidden(kind));
			}
		},
	);

	documented('neither a content admin nor somebody without a role', async () => {
		for (const id of ['5515715', '999', '31337']) {
			const owner = `urn:li:organization:${id}`;
			expect((await asked({ owner }, 'w_organization_social')).json).toEqual(forbidden(kind));
		}
	});

	assumed('rw_ads alone does not do for a page, unless the other reading is played', async () => {
		expect((await asked({}, 'rw_ads')).status).toBe(403);
		lab.simulator.configure({ readings: { adsScopeForPages: 'accepted' } });
		expect((await asked({}, 'rw_ads')).status).toBe(200);
	});

	fromPublic("a missing scope may also get the gateway's words", async () => {
		lab.simulator.configure({ readings: { scopeRefusal: 'gateway' } });
		const resource = kind === 'video' ? 'partnerApiVideos' : 'partnerApiImages';
		expect((await asked({}, 'w_member_social')).json).toEqual({
			status: 403,
			serviceErrorCode: 100,
			code: 'ACCESS_DENIED',
			message: `Not enough permissions to access: ${resource}.INITIALIZEUPLOAD.20260701`,
		});
	});

	describe('into a media library', () => {
		const entry = (associatedAccount: string) => ({
			mediaLibraryMetadata: { associatedAccount, assetName: 'One' },
		});

		documented('with rw_ads and a role in the account', async () => {
			const scopes = ['w_organization_social', 'rw_ads'];
			expect((await asked(entry(account), ...scopes)).status).toBe(200);
			expect((await asked(entry(others), ...scopes)).json).toEqual(forbidden(kind));
			const reader = await asked(entry(account), 'w_organization_social', 'r_ads');
			expect(reader.json).toEqual(forbidden(kind));
		});

		assumed('a viewer of the account only reads', async () => {
			const viewer = await initialize(lab.simulator, entry('urn:li:sponsoredAccount:987654321'));
			expect(viewer.json).toEqual(forbidden(kind));
		});
	});
});

describe('who may own', () => {
	documented('an ad account may own an image, with rw_ads and a role in it', async () => {
		const asked = (owner: string, scope: string) =>
			initializeImage(lab.simulator, { owner }, token(scope));
		expect((await asked(account, 'rw_ads')).status).toBe(200);
		expect((await asked(account, 'r_ads')).json).toEqual(forbidden('image'));
		expect((await asked(others, 'rw_ads')).json).toEqual(forbidden('image'));
	});

	documented('an ad account may not own a video', async () => {
		const answer = await initializeVideo(lab.simulator, { owner: account });
		expect(answer.json).toEqual({
			status: 400,
			code: 'INVALID_URN_TYPE',
			message: `owner value ${account} must be a person or organization URN`,
		});
	});
});

describe('who may read', () => {
	const read = (urn: string, how: RestCall) => getMedia(lab.simulator, urn, how);

	documented('a token with only w_member_social gets 403 on every image', async () => {
		const { urn } = await uploadImage(lab.simulator, { owner: self });
		const answer = await read(urn, token('w_member_social', 'openid'));
		expect([answer.status, answer.json]).toEqual([403, forbidden('image')]);
		for (const scope of ['rw_ads', 'w_organization_social', 'w_power_creators']) {
			expect((await read(urn, token(scope))).status).toBe(200);
		}
	});

	assumed('w_member_social reads a video, unless the other reading is played', async () => {
		const { urn } = await uploadVideo(lab.simulator, { owner: self });
		expect((await read(urn, token('w_member_social'))).status).toBe(200);
		lab.simulator.configure({ readings: { memberReadsVideo: 'refused' } });
		expect((await read(urn, token('w_member_social'))).json).toEqual(forbidden('video'));
	});

	assumed('w_member_social does not read what a page owns', async () => {
		const { urn } = await uploadVideo(lab.simulator);
		expect((await read(urn, token('w_member_social'))).json).toEqual(forbidden('video'));
		expect((await read(urn, token('w_organization_social'))).status).toBe(200);
	});

	documented('no token without any of the scopes', async () => {
		const { urn } = await uploadVideo(lab.simulator);
		expect((await read(urn, token('openid', 'profile'))).json).toEqual(forbidden('video'));
	});

	documented("neither another member's nor another page's video or image", async () => {
		const video = await uploadVideo(lab.simulator);
		const image = await uploadImage(lab.simulator, { owner: self });
		const stranger = asStranger(lab.simulator, 'w_organization_social', 'rw_ads');
		expect((await read(video.urn, stranger)).json).toEqual(forbidden('video'));
		expect((await read(image.urn, stranger)).json).toEqual(forbidden('image'));
	});
});
