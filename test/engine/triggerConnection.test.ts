import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

import { PublishedTrigger, triggerNode } from './publishedTrigger';
import { scene } from './scene';
import { tokenOf } from './tokenSupport';

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const { credential, linkedIn, plan, requests } = stage;

const DAY_S = 86_400;
const HOUR_MS = 60 * 60 * 1000;
const LIBRARY = ['added'];

/** Without its end, as n8n before 2.31 stores it. */
function endingIn(days: number): ICredentialDataDecryptedObject {
	const scopes = ['r_ads'];
	const token = linkedIn.issueToken({ scopes, expiresInSeconds: days * DAY_S + 60 });
	return credential({}, { oauthTokenData: { ...token } });
}

const publish = (events: string[], connected = credential()) =>
	new PublishedTrigger(stage, { events }, connected);

/** The clock of n8n and of LinkedIn, which are one process here, from now on. */
function later(hours: number): void {
	const now = Date.now() + hours * HOUR_MS;
	jest.spyOn(Date, 'now').mockReturnValue(now);
}

afterEach(() => {
	jest.restoreAllMocks();
});

describe('the version that LinkedIn accepted', () => {
	test('is kept over the polls: one search, not one for each', async () => {
		linkedIn.configure({ activeVersions: ['202610'] });
		const trigger = publish(LIBRARY);
		for (let polls = 0; polls < 3; polls += 1) await trigger.poll();
		const versions = requests('videos.find').map(({ headers }) => headers['linkedin-version']);
		expect(versions).toEqual(['202609', '202610', '202610', '202610']);
	});

	test('is kept though a poll fails', async () => {
		linkedIn.configure({ activeVersions: ['202610'] });
		plan('videos.find', 403, { call: 2 });
		const trigger = publish(LIBRARY);
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '403' });
		await trigger.poll();
		const versions = requests('videos.find').map(({ headers }) => headers['linkedin-version']);
		expect(versions).toEqual(['202609', '202610', '202610']);
	});

	test('is forgotten where the credential says another one', async () => {
		linkedIn.configure({ activeVersions: ['202605', '202610'] });
		const trigger = publish(LIBRARY);
		await trigger.poll();
		trigger.credential = credential({}, { apiVersion: '202605' });
		await trigger.poll();
		expect(requests('videos.find').at(-1)?.headers['linkedin-version']).toBe('202605');
	});

	test('is told in the log and in the items, once a day each', async () => {
		linkedIn.configure({ activeVersions: ['202610'] });
		const trigger = publish(LIBRARY);
		await trigger.poll();
		const told: unknown[] = [];
		for (const hours of [0, 1, 24]) {
			later(hours);
			stage.entry('video');
			for (const { warnings } of await trigger.poll()) told.push(warnings);
		}
		const warning = expect.stringContaining('this run used 202610 instead') as unknown;
		expect(told).toEqual([[warning], undefined, [warning]]);
		expect(trigger.logs.filter((line) => line.includes('202610'))).toHaveLength(2);
	});
});

describe('the end of the connection', () => {
	test('is asked of LinkedIn once a day where n8n does not know it', async () => {
		const trigger = publish(LIBRARY, endingIn(30));
		const asked: number[] = [];
		for (const hours of [0, 1, 10, 14]) {
			later(hours);
			await trigger.poll();
			asked.push(requests('oauth.introspectToken').length);
		}
		expect(asked).toEqual([1, 1, 1, 2]);
	});

	test('is told in the items from seven days before, and no earlier', async () => {
		for (const [days, told] of [
			[8, undefined],
			[6, [expect.stringContaining('expires in 6 days')]],
		] as const) {
			const trigger = publish(LIBRARY, endingIn(days));
			await trigger.poll();
			stage.entry('video');
			const [item] = await trigger.poll();
			expect(item?.warnings).toEqual(told);
			expect(trigger.logs.some((line) => line.includes('expires in'))).toBe(told !== undefined);
		}
	});

	test('starts the workflow once a day, when that is asked for', async () => {
		const trigger = publish(['connectionExpiring'], endingIn(7));
		expect(await trigger.poll()).toEqual([]);
		const started: unknown[] = [];
		for (const hours of [1, 12, 12, 24]) {
			later(hours);
			for (const { event, daysLeft } of await trigger.poll()) started.push([event, daysLeft]);
		}
		expect(started).toEqual([
			['connectionExpiring', 6],
			['connectionExpiring', 5],
			['connectionExpiring', 4],
		]);
		// It needs no ad account, and asks for no library.
		expect(requests('videos.find')).toEqual([]);
	});

	test('goes on to start it when the connection has expired, and libraries cannot be read', async () => {
		const connected = endingIn(1);
		const trigger = publish(['added', 'connectionExpiring'], connected);
		await trigger.poll();
		later(48);
		linkedIn.expireToken(tokenOf(connected));
		const [item] = await trigger.poll();
		expect(item).toMatchObject({ event: 'connectionExpiring', daysLeft: 0 });
		expect(trigger.logs.join()).toContain('the LinkedIn connection has expired');
		// The next one the same day has nothing to start it with: it fails as ever.
		await expect(trigger.poll()).rejects.toMatchObject({ httpCode: '401' });
	});

	test('is also that it was revoked, which no clock knows', async () => {
		const connected = credential();
		const trigger = publish(['connectionExpiring'], connected);
		linkedIn.revokeToken(tokenOf(connected));
		expect(await trigger.poll()).toMatchObject([{ event: 'connectionExpiring', daysLeft: 0 }]);
		expect(await trigger.poll()).toEqual([]);
	});

	test('of a token that n8n renews by itself is no news', async () => {
		const renewable = credential({ refreshable: true, expiresInSeconds: DAY_S });
		const trigger = publish(['connectionExpiring'], renewable);
		expect(await trigger.poll()).toEqual([]);
		expect(requests('oauth.introspectToken')).toEqual([]);
	});

	test('shows as an example in the editor', async () => {
		const [item] = await publish(['connectionExpiring'], endingIn(30)).test();
		expect(item).toMatchObject({
			event: 'connectionExpiring',
			daysLeft: 30,
			tokenExpiresAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string,
		});
	});

	test('is named as the node names it, by LinkedIn’s own word', async () => {
		const connected = endingIn(30);
		const { json } = await stage.resource('account')('get').by(connected);
		const [item] = await publish(['connectionExpiring'], connected).test();
		expect(item?.tokenExpiresAt).toBe(json.tokenExpiresAt);
	});

	test('of a token that n8n renews by itself is none in the editor either', async () => {
		const renewable = credential({ refreshable: true, expiresInSeconds: DAY_S });
		const [item] = await publish(['connectionExpiring'], renewable).test();
		expect(item).toMatchObject({ tokenExpiresAt: null, daysLeft: null });
	});

	test('is told in a test’s item too', async () => {
		stage.entry('video');
		const [item] = await publish(LIBRARY, endingIn(3)).test();
		expect(item?.warnings).toEqual([expect.stringContaining('expires in 3 days')]);
	});
});
