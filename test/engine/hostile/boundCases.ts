import { lookup } from 'node:dns';

import { openBytePlane } from '../../../nodes/transport/bytePlane';
import { imports, video as movie } from '../importSupport';
import { until, type Scene } from '../scene';
import { startHostileServer, type HostileServer } from './endless';

/** What is read of an answer is 8 MiB, and sockets hold some more of it. */
const MOST_TAKEN = 24 * 1024 * 1024;

/** An answer that is too large, and what is said of it. */
export const TOO_LARGE = {
	kind: 'answer',
	status: 200,
	body: ' '.repeat(9 * 1024 * 1024),
} as const;
export const TOO_LARGE_WORDS = 'it is larger than 8 MiB, the limit';
const URN = 'urn:li:video:C4E10AQ';

/** What holds on each way to the network, whatever library n8n has for it. */
export function answersAreBounded(stage: Scene): void {
	const { credential, files, plan, requests, resource, video } = stage;

	describe('an answer without an end is cut, and its connection is ended', () => {
		const { importList } = imports(resource);
		let endless: HostileServer;
		beforeEach(async () => {
			endless = await startHostileServer();
		});
		afterEach(() => endless.close());

		const expectCut = async () => {
			expect(endless.sentBytes).toBeLessThan(MOST_TAKEN);
			await until(() => endless.left === endless.requests);
		};

		test.each([
			['without', {}],
			['with', { refreshable: true }],
		])('of the API, %s a refresh token', async (_, token) => {
			const data = credential(token, { apiBaseUrl: endless.url });
			await video('get', { urn: URN }).by(data).fails(TOO_LARGE_WORDS, 'application/json');
			await expectCut();
		});

		test('of LinkedIn’s OAuth host, on which nothing depends', async () => {
			const { oauthTokenData, ...rest } = credential({}, { oauthBaseUrl: endless.url });
			const { access_token } = oauthTokenData as { access_token: string };
			const { json } = await resource('account')('get').by({
				...rest,
				oauthTokenData: { access_token },
			});
			expect(json.tokenExpiresAt).toBeNull();
			expect(endless.requests).toBe(1);
			await expectCut();
		});

		test('of a webhook’s receiver, whose status counts', async () => {
			const { hints } = await importList([{ url: files.add('/a.mp4', movie(1)), id: 'a' }], {
				notification: { webhookUrl: endless.url },
			});
			expect(hints).toEqual([]);
			await expectCut();
		});

		test('of an upload URL, on the way of bytes', async () => {
			// n8n's egress filter where its protection is off.
			const passing = {
				getSecureEgressFilter: () => ({
					validateUrl: () => Promise.resolve({ ok: true }),
					createSecureLookup: () => lookup,
				}),
			};
			const plane = openBytePlane({ logger: { warn: () => undefined }, helpers: passing } as never);
			const request = {
				method: 'PUT',
				url: endless.url,
				headers: {},
				body: Buffer.alloc(10),
				timeoutMs: 20_000,
			} as const;
			expect(await plane.send(request)).toMatchObject({ status: 200, body: '', isTooLarge: true });
			await expectCut();
			await plane.close();
		});
	});
	describe('an answer that is too large and a refusal', () => {
		test('keeps its status, and what it means', async () => {
			plan('videos.get', { ...TOO_LARGE, status: 403 });
			await video('get', { urn: URN }).fails('LinkedIn denied access', 'status 403');
		});

		test('still lets n8n renew the token', async () => {
			const data = credential({ refreshable: true });
			plan('videos.get', { ...TOO_LARGE, status: 401 });
			const urn = stage.entry('video');
			const { json } = await video('get', { urn }).by(data);
			expect(json.urn).toBe(urn);
			expect(requests('oauth.accessToken')).toHaveLength(1);
		});
	});
}
