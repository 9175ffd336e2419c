import { fixture } from '../fixtures/make';
import { CREDENTIAL_TYPE } from './lab';
import { file, scene, sha256, status, talk } from './scene';
import { tokenOf } from './tokenSupport';

const DAY_MS = 24 * 60 * 60 * 1000;

const { calls, credential, image, linkedIn, plan, requests, upload } = scene();

const renewable = () => credential({ refreshable: true });

describe('a token with a refresh token', () => {
	test('that ends between two parts is renewed, and nobody notices', async () => {
		linkedIn.configure({ partBytes: 400_000 });
		const connected = renewable();
		// The upload URLs outlive the token; the clock jumps while a part waits.
		plan('videos.part', { kind: 'delay', ms: 50 }, { part: 2 });
		const { hints, credentials } = await upload(talk())
			.by(connected)
			.options({ partConcurrency: 1 })
			.during(async (until) => {
				await until(() => requests('videos.part').length === 2);
				linkedIn.expireToken(tokenOf(connected));
			});
		expect(hints).toEqual([]);
		expect(requests('oauth.accessToken')).toHaveLength(1);
		expect(requests('videos.finalizeUpload').map((sent) => sent.status)).toEqual([401, 200]);
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(fixture('talk.mp4')));
		// The credential keeps the new token, with the client's secret sent in the body.
		expect(tokenOf(credentials[CREDENTIAL_TYPE])).not.toBe(tokenOf(connected));
		expect(requests('oauth.accessToken')[0]?.hasAuthorization).toBe(false);
	});

	test('that was revoked for good: the error says to connect again', async () => {
		const connected = renewable();
		linkedIn.revokeRefreshToken(tokenOf(connected, 'refresh_token'));
		linkedIn.expireToken(tokenOf(connected));
		await upload(talk())
			.by(connected)
			.fails('the LinkedIn connection has expired and could not be renewed', 'connect again');
		expect(linkedIn.videos()).toEqual([]);
	});

	test('whose renewal fails for a moment: the call is repeated, it was never carried out', async () => {
		const connected = renewable();
		linkedIn.expireToken(tokenOf(connected));
		plan('oauth.accessToken', 500);
		await upload(talk()).by(connected);
		expect(linkedIn.videos()).toHaveLength(1);
	});

	test('whose renewal goes on failing: the error names the token endpoint, not the user', async () => {
		const connected = renewable();
		linkedIn.expireToken(tokenOf(connected));
		plan('oauth.accessToken', 503, { call: 'every' });
		await upload(talk())
			.by(connected)
			.options({ maxRetries: 1 })
			.fails('could not be renewed', 'token endpoint failed (status 503)');
		expect(linkedIn.videos()).toEqual([]);
	});
});

describe('a token without a refresh token', () => {
	test.each<[string, (token: string) => void]>([
		[
			'ended',
			(token) => {
				linkedIn.expireToken(token);
			},
		],
		[
			'was revoked',
			(token) => {
				linkedIn.revokeToken(token);
			},
		],
	])('that %s: the error says to connect again, with LinkedIn’s words', async (_, end) => {
		const connected = credential();
		end(tokenOf(connected));
		const { error } = await upload(talk())
			.by(connected)
			.fails(
				'the LinkedIn connection has expired',
				'60 days',
				/LinkedIn said: ".+" \(status 401, \w+_ACCESS_TOKEN/,
			);
		expect(error).toMatchObject({ httpCode: '401' });
		expect(calls()).toEqual(['videos.initializeUpload']);
	});

	test('that ends before the last step: the session is kept', async () => {
		const body = { status: 401, code: 'EXPIRED_ACCESS_TOKEN' };
		plan('videos.finalizeUpload', status(401, { body }));
		const { session } = await upload(talk()).fails('the LinkedIn connection has expired');
		expect(session.parts).toEqual([
			expect.objectContaining({ etag: expect.any(String) as string }),
		]);
	});

	test.each([
		[8 * DAY_MS, undefined],
		[6.5 * DAY_MS, 'expires in 6 days'],
		[DAY_MS + 60_000, 'expires in 1 day.'],
		[60_000, 'expires in less than a day'],
	])('that ends in %i ms warns: %s', async (left, says) => {
		const oauthTokenData = {
			...linkedIn.issueToken({ scopes: ['w_member_social'] }),
			n8n_expires_at: String(Date.now() + left),
		};
		const { hints } = await upload(talk(), talk()).by(credential({}, { oauthTokenData }));
		expect(hints).toEqual(says === undefined ? [] : [expect.stringContaining(says)]);
	});
});

describe('a 401 on the image’s upload URL', () => {
	const uploadImage = () => image('upload').of(file('picture.png'));
	const put = () => requests('images.upload');

	test('after the URL’s own date: the URL is named, the good token is left alone', async () => {
		plan('images.upload', { kind: 'delay', ms: 100 });
		await uploadImage()
			.by(renewable())
			.during(async (until) => {
				// While the image is under way, 31 days pass for the node and for LinkedIn: URLs live 30.
				await until(() => put().length === 1);
				jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 31 * DAY_MS);
			})
			.fails('the upload URL has expired', 'You don’t need to reconnect')
			.finally(() => {
				jest.restoreAllMocks();
			});
		expect(put().map((sent) => sent.status)).toEqual([401]);
		expect(requests('oauth.accessToken')).toEqual([]);
	});

	test('before it: the token is renewed and the image sent again', async () => {
		plan('images.upload', 401);
		await uploadImage().by(renewable());
		expect(linkedIn.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	});

	test('with a token that ended meanwhile: renewed, and the image arrives', async () => {
		const connected = renewable();
		plan('images.initializeUpload', { kind: 'delay', ms: 20 });
		await uploadImage()
			.by(connected)
			.during(async (until) => {
				await until(() => linkedIn.images().length === 1);
				linkedIn.expireToken(tokenOf(connected));
			});
		expect(linkedIn.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	});
});
