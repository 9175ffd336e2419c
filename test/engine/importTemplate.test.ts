import { createHash } from 'node:crypto';

import { isRecord } from '../../linkedin/api/parse';
import { enlargeMp4, fixture } from '../fixtures/make';
import { video } from './importSupport';
import { importApi } from './importTemplateSupport';
import { ACCOUNT, ACCOUNT_OF_OTHERS, PART, sha256 } from './scene';
import type { WebhookAnswer } from './standIns';

const { answers, call, files, linkedIn, plan, receiver, requests, statusOf, tables } = importApi();

/** The document's request, its addresses on this machine. */
const request = (webhook?: string, url = files.add('/sample-mp4-file.mp4', video(1))) => ({
	systemName: 'identifier-for-your-system',
	...(webhook === undefined ? {} : { webhook }),
	context: { myIdentifier: 'some-identifier-sent-to-the-webhook' },
	videos: [
		{ url, id: '123abc', fileName: 'sample', metadata: { title: 'sample video', credit: 'LC' } },
		{ url: `${files.url}/gone.mp4`, id: 'gone', fileName: 'gone', metadata: {} },
	],
});

test('the document’s request: an id at once, started while it runs, then the final state', async () => {
	let during: Promise<WebhookAnswer> | undefined;
	const url = files.add('/slow.mp4', {
		content: video(2),
		instead: () => {
			const [started] = answers;
			if (isRecord(started?.body)) during ??= statusOf(started.body.id);
			return undefined;
		},
	});
	const { status, body } = await call('Start Import', { body: request(receiver().url, url) });
	expect({ status, body }).toEqual({
		status: 200,
		body: { id: expect.stringMatching(/^[\da-f]{32}$/) as unknown },
	});
	expect(await during).toEqual({
		status: 200,
		body: {
			finished: false,
			state: 'started',
			id: body.id,
			startedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as unknown,
			startedAtText: expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d$/) as unknown,
		},
	});
	const [uploaded] = linkedIn.videos();
	const final = await statusOf(body.id);
	expect(final).toMatchObject({
		status: 200,
		body: {
			finished: true,
			state: 'success',
			id: body.id,
			videos: [
				{
					state: 'success',
					systemName: 'identifier-for-your-system',
					externalId: '123abc',
					video: { mediaId: uploaded?.urn, originalUrl: url, mimeType: 'video/mp4' },
					metadata: { title: 'sample video', credit: 'LC' },
				},
				{ state: 'failed', externalId: 'gone' },
			],
		},
	});
	expect(JSON.parse(String(receiver().calls[0]?.body))).toEqual({
		id: body.id,
		state: 'success',
		attempt: 1,
		overview: { success: 1, skipped: 0, failed: 1 },
		context: { myIdentifier: 'some-identifier-sent-to-the-webhook' },
		audience: receiver().url.replace(/\?.*$/, ''),
	});
	expect(receiver().calls[0]?.headers['webhook-signature']).toMatch(/^v1,/);
});

test('the table remembers what was imported; with an ad account its library does too', async () => {
	await call('Start Import', { body: request() });
	const again = await call('Start Import', { body: request() });
	const { body } = await statusOf(again.body.id);
	expect(body.videos).toMatchObject([
		{ state: 'skipped', reason: 'already exists' },
		{ state: 'failed' },
	]);
	expect(requests('videos.initializeUpload')).toHaveLength(1);
	const other = { ...request(), systemName: 'another' };
	await call('Start Import', { body: other }, {}, { associatedAccount: ACCOUNT });
	expect(linkedIn.videos()[1]?.libraryMetadata).toMatchObject({
		associatedAccount: ACCOUNT,
		assetName: 'sample [import another/123abc]',
	});
	tables.clear();
	const third = await call('Start Import', { body: other }, {}, { associatedAccount: ACCOUNT });
	expect((await statusOf(third.body.id)).body.videos).toMatchObject([
		{ state: 'skipped' },
		{ state: 'failed' },
	]);
	expect(requests('videos.initializeUpload')).toHaveLength(2);
});

test('an import that could not run at all is failed', async () => {
	const inLibrary = { associatedAccount: ACCOUNT_OF_OTHERS };
	const { body } = await call('Start Import', { body: request() }, {}, inLibrary);
	expect(await statusOf(body.id)).toEqual({
		status: 200,
		body: {
			finished: true,
			state: 'failed',
			id: body.id,
			reason: `Could not find the videos of ${ACCOUNT_OF_OTHERS}: LinkedIn denied access`,
		},
	});
});

test('an unknown id is answered with 404', async () => {
	expect((await statusOf('nope')).status).toBe(404);
	expect((await call('Get Status', { query: {} })).status).toBe(404);
});

describe('an upload that failed midway', () => {
	const VIDEO = enlargeMp4(fixture('talk.mp4'), 2 * PART + 1234);
	const one = () => ({
		systemName: 'archive',
		webhook: receiver().url,
		videos: [{ url: files.add('/large.mp4', VIDEO), id: 'large', fileName: 'large', metadata: {} }],
	});
	const rows = () => tables.get('LinkedIn imported media')?.rows ?? [];

	test('goes on with the next import; its session is in the table, and in no answer', async () => {
		const failing = plan(
			'videos.part',
			{ kind: 'status', status: 400 },
			{ part: 2, call: 'every' },
		);
		const first = await call('Start Import', { body: one() });
		linkedIn.cancelPlan(failing);
		const status = await statusOf(first.body.id);
		expect(status.body.videos).toMatchObject([{ state: 'failed', externalId: 'large' }]);
		const said = [first, status, ...answers, ...receiver().calls.map(({ body }) => String(body))];
		expect(JSON.stringify(said)).not.toMatch(/uploadSession|uploadUrl|dms-uploads/);
		expect(JSON.stringify(tables.get('LinkedIn imports')?.rows)).not.toContain('uploadUrl');
		expect(rows()).toMatchObject([
			{ externalId: 'large', uploadSession: expect.stringContaining('"parts"') as unknown },
		]);

		const again = await call('Start Import', { body: one() });
		expect((await statusOf(again.body.id)).body.videos).toMatchObject([{ state: 'success' }]);
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(linkedIn.videos()).toMatchObject([{ status: 'AVAILABLE', sha256: sha256(VIDEO) }]);
		expect(rows()).toMatchObject([
			{ uploadSession: '', urn: linkedIn.videos()[0]?.urn, size: String(VIDEO.length) },
		]);
	});
});

test('with Update another file takes the place of the one that the table knows', async () => {
	const settings = { ifExists: 'update' };
	const inLibrary = { associatedAccount: ACCOUNT };
	const body = () => ({
		systemName: 'archive',
		videos: [{ url: `${files.url}/a.mp4`, id: 'a', fileName: 'a', metadata: {} }],
	});
	const states = async () => {
		const { id } = (await call('Start Import', { body: body() }, settings, inLibrary)).body;
		const { videos } = (await statusOf(id)).body;
		return (videos as Record<string, unknown>[]).map(({ state, reason }) => [state, reason]);
	};
	files.add('/a.mp4', video(1));
	expect(await states()).toEqual([['success', undefined]]);
	expect(await states()).toEqual([['skipped', 'already exists']]);
	files.add('/a.mp4', video(2));
	expect(await states()).toEqual([['success', 'replaced']]);
	expect(await states()).toEqual([['skipped', 'already exists']]);
	expect(requests('videos.initializeUpload')).toHaveLength(2);
});

describe('two imports with one importId', () => {
	const named = (importId = 'my-import') => ({ ...request(), importId });

	test('are one: the second is refused', async () => {
		const first = await call('Start Import', { body: named() });
		expect(first).toEqual({ status: 200, body: { id: 'my-import' } });
		const second = await call('Start Import', { body: named() });
		expect(second).toEqual({
			status: 409,
			body: { error: 'there is an import with this importId already' },
		});
		expect(requests('videos.initializeUpload')).toHaveLength(1);
		expect(tables.get('LinkedIn imports')?.rows).toMatchObject([{ state: 'success' }]);
		expect((await statusOf('my-import')).body).toMatchObject({ finished: true });
	});

	test('at the same time too: the lowest row wins', async () => {
		await call('Start Import', { body: named('other') });
		const table = tables.get('LinkedIn imports');
		// Another execution has inserted its row a moment before.
		table?.rows.push({
			importId: 'my-import',
			state: 'started',
			startedAt: 'x',
			result: '',
			id: 0,
		});
		const second = await call('Start Import', { body: named() });
		expect(second.status).toBe(409);
		expect(table?.rows.filter(({ importId }) => importId === 'my-import')).toMatchObject([
			{ id: 0, state: 'started' },
		]);
	});

	test.each([' ', 'a b', 'x'.repeat(65), 7, '../a'])('%j is none', async (importId) => {
		const { status, body } = await call('Start Import', { body: { ...request(), importId } });
		expect([status, body.error]).toEqual([400, expect.stringContaining('importId must be a text')]);
	});
});

describe('a key that is checked by the workflow', () => {
	const KEY = 'Bearer key-of-the-api';
	const settings = { keySha256: createHash('sha256').update(KEY).digest('hex').toUpperCase() };
	const withKey = (authorization: string | undefined) => ({
		headers: authorization === undefined ? {} : { authorization },
	});

	test.each(['Bearer other', '', undefined, KEY.toLowerCase()])(
		'%j is answered with 401 and an error, at both webhooks',
		async (given) => {
			const body = { ...request() };
			for (const answer of [
				await call('Start Import', { ...withKey(given), body }, settings),
				await call('Get Status', { ...withKey(given), query: { id: 'x' } }, settings),
			]) {
				expect(answer).toEqual({
					status: 401,
					body: { error: 'the key in the header Authorization is missing or wrong' },
				});
			}
			expect(tables.size).toBe(0);
			expect(linkedIn.journal).toEqual([]);
		},
	);

	test('the right one is let in', async () => {
		const started = await call('Start Import', { ...withKey(KEY), body: request() }, settings);
		expect(started.status).toBe(200);
		const query = { id: String(started.body.id) };
		const status = await call('Get Status', { ...withKey(KEY), query }, settings);
		expect(status.body).toMatchObject({ finished: true, state: 'success' });
	});
});
