import { isRecord } from '../../linkedin/api/parse';
import type { JournalEntry } from '../simulator';
import {
	calls,
	expectClean,
	item,
	openLab,
	requests,
	sessionOf,
	sha256,
	talk,
	told,
	CREDENTIAL_TYPE,
	type Lab,
} from './lab';
import { fixture } from '../fixtures/make';

const DAY_MS = 24 * 60 * 60 * 1000;
const picture = { content: fixture('picture.png'), fileName: 'picture.png' };

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

function accessToken(credential: Record<string, unknown>): string {
	const token = credential.oauthTokenData;
	if (!isRecord(token) || typeof token.access_token !== 'string') throw new Error('no token');
	return token.access_token;
}

describe('a token with a refresh token', () => {
	test('that ends between two parts is renewed, and nobody notices', async () => {
		lab.simulator.configure({ partBytes: 400_000 });
		const credential = lab.credential({ refreshable: true });
		// The upload URLs outlive the token; the clock jumps while a part waits.
		const result = lab.run({
			credential,
			items: [item({ data: talk() })],
			parameters: { options: { partConcurrency: 1 } },
		});
		lab.simulator.plan({ on: 'videos.part', part: 2, fault: { kind: 'delay', ms: 50 } });
		await until(() => requests(lab.simulator, 'videos.part').length === 2);
		lab.simulator.expireToken(accessToken(credential));
		const done = await result;
		expectClean(lab, done);
		expect(done.error).toBeUndefined();
		expect(done.hints).toEqual([]);
		expect(requests(lab.simulator, 'oauth.accessToken')).toHaveLength(1);
		expect(requests(lab.simulator, 'videos.finalizeUpload').map(({ status }) => status)).toEqual([
			401, 200,
		]);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(fixture('talk.mp4')));
		// The credential keeps the new token, with the client's secret sent in the body.
		expect(accessToken(done.credentials[CREDENTIAL_TYPE] ?? {})).not.toBe(accessToken(credential));
		expect(requests(lab.simulator, 'oauth.accessToken')[0]?.hasAuthorization).toBe(false);
	});

	test('that was revoked for good: the error says to connect again', async () => {
		const credential = lab.credential({ refreshable: true });
		const token = credential.oauthTokenData;
		if (!isRecord(token) || typeof token.refresh_token !== 'string')
			throw new Error('no refresh token');
		lab.simulator.revokeRefreshToken(token.refresh_token);
		lab.simulator.expireToken(accessToken(credential));
		const result = await lab.run({ credential, items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(told(result)).toContain('the LinkedIn connection has ended and could not be renewed');
		expect(told(result)).toContain('connect again');
		expect(lab.simulator.videos()).toEqual([]);
	});

	test('whose renewal fails for a moment: the call is repeated, it was never carried out', async () => {
		const credential = lab.credential({ refreshable: true });
		lab.simulator.expireToken(accessToken(credential));
		lab.simulator.plan({ on: 'oauth.accessToken', fault: { kind: 'status', status: 500 } });
		const result = await lab.run({ credential, items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(lab.simulator.videos()).toHaveLength(1);
	});

	test('whose renewal goes on failing: the error names the token endpoint, not the user', async () => {
		const credential = lab.credential({ refreshable: true });
		lab.simulator.expireToken(accessToken(credential));
		lab.simulator.plan({
			on: 'oauth.accessToken',
			call: 'every',
			fault: { kind: 'status', status: 503 },
		});
		const result = await lab.run({
			credential,
			items: [item({ data: talk() })],
			parameters: { options: { maxRetries: 1 } },
		});
		expectClean(lab, result);
		expect(told(result)).toContain('could not be renewed');
		expect(told(result)).toContain('token endpoint failed (status 503)');
		expect(lab.simulator.videos()).toEqual([]);
	});
});

describe('a token without a refresh token', () => {
	test.each<[string, (credential: Record<string, unknown>) => void]>([
		[
			'ended',
			(credential) => {
				lab.simulator.expireToken(accessToken(credential));
			},
		],
		[
			'was revoked',
			(credential) => {
				lab.simulator.revokeToken(accessToken(credential));
			},
		],
	])('that %s: the error says to connect again, with LinkedIn’s words', async (_, end) => {
		const credential = lab.credential();
		end(credential);
		const result = await lab.run({ credential, items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(result.error).toMatchObject({ httpCode: '401' });
		expect(told(result)).toContain('the LinkedIn connection has ended');
		expect(told(result)).toContain('60 days');
		expect(told(result)).toMatch(/LinkedIn said: ".+" \(status 401, \w+_ACCESS_TOKEN/);
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
	});

	test('that ends before the last step: the session is kept', async () => {
		const credential = lab.credential();
		lab.simulator.plan({
			on: 'videos.finalizeUpload',
			fault: { kind: 'status', status: 401, body: { status: 401, code: 'EXPIRED_ACCESS_TOKEN' } },
		});
		const result = await lab.run({ credential, items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(told(result)).toContain('the LinkedIn connection has ended');
		expect(sessionOf(result).parts).toEqual([
			expect.objectContaining({ etag: expect.any(String) as string }),
		]);
	});

	test.each([
		[8 * DAY_MS, undefined],
		[6.5 * DAY_MS, 'ends in 6 days'],
		[DAY_MS + 60_000, 'ends in 1 day.'],
		[60_000, 'ends in less than a day'],
	])('that ends in %i ms warns: %s', async (left, says) => {
		const credential = lab.credential();
		const token = credential.oauthTokenData;
		if (!isRecord(token)) throw new Error('no token');
		const result = await lab.run({
			credential: {
				...credential,
				oauthTokenData: {
					...lab.simulator.issueToken({ scopes: ['w_member_social'] }),
					n8n_expires_at: String(Date.now() + left),
				},
			},
			items: [item({ data: talk() }), item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(result.hints.map(({ message }) => message)).toEqual(
			says === undefined ? [] : [expect.stringContaining(says)],
		);
	});
});

describe('a 401 on the image’s upload URL', () => {
	const image = { resource: 'image', operation: 'upload' };
	const put = (): JournalEntry[] => requests(lab.simulator, 'images.upload');

	test('after the URL’s own date: the URL is named, the good token is left alone', async () => {
		lab.simulator.plan({ on: 'images.upload', fault: { kind: 'delay', ms: 100 } });
		const running = lab.run({
			credential: lab.credential({ refreshable: true }),
			parameters: image,
			items: [item({ data: picture })],
		});
		// While the image is under way, 31 days pass for the node and for LinkedIn: URLs live 30.
		await until(() => put().length === 1);
		const then = Date.now();
		const clock = jest.spyOn(Date, 'now').mockReturnValue(then + 31 * DAY_MS);
		const result = await running;
		clock.mockRestore();
		expectClean(lab, result);
		expect(told(result)).toContain('the upload URL has expired');
		expect(told(result)).toContain('no need to connect again');
		expect(put().map(({ status }) => status)).toEqual([401]);
		expect(requests(lab.simulator, 'oauth.accessToken')).toEqual([]);
	});

	test('before it: the token is renewed and the image sent again', async () => {
		const credential = lab.credential({ refreshable: true });
		lab.simulator.plan({ on: 'images.upload', fault: { kind: 'status', status: 401 } });
		const result = await lab.run({
			credential,
			parameters: image,
			items: [item({ data: picture })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(lab.simulator.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	});

	test('with a token that ended meanwhile: renewed, and the image arrives', async () => {
		const credential = lab.credential({ refreshable: true });
		const running = lab.run({ credential, parameters: image, items: [item({ data: picture })] });
		lab.simulator.plan({ on: 'images.initializeUpload', fault: { kind: 'delay', ms: 20 } });
		await until(() => lab.simulator.images().length === 1);
		lab.simulator.expireToken(accessToken(credential));
		const result = await running;
		expect(result.error).toBeUndefined();
		expect(lab.simulator.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
	});
});

/** Polls the simulator, not the clock: the condition is an event of the run. */
async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise(setImmediate);
}
