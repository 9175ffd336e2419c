import { CREDENTIAL_TYPE, NODE_TYPE } from '../lab';
import { PublishedTrigger, triggerNode } from '../publishedTrigger';
import { ACCOUNT, byUrn, scene, talk } from '../scene';

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const { asset, credential, engine, entries, plan, post, requests, resource, upload, video } = stage;

const URN = 'urn:li:video:C4E10AQ';
const body = (value: unknown) =>
	({
		kind: 'answer',
		status: 200,
		contentType: 'application/json',
		body: typeof value === 'string' ? value : JSON.stringify(value),
	}) as const;

const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
const DEEP = body(`{"id":"${URN}","status":"AVAILABLE","more":${nested(10_000)}}`);
const DEEP_WORDS = 'the JSON is nested more than 64 levels deep';
const MANY = body(`{"elements":[${Array(60_000).fill('{}').join(',')}]}`);

const find = (more = {}) =>
	resource('video')('findByAccount', { associatedAccount: byUrn(ACCOUNT), ...more });
const pick = (method: 'searchOwners' | 'searchAdAccounts') =>
	engine.listSearch({
		type: NODE_TYPE,
		method,
		parameter: method === 'searchOwners' ? 'owner' : 'associatedAccount',
		credentials: {
			c: {
				type: CREDENTIAL_TYPE,
				data: credential({ scopes: ['openid', 'profile', 'rw_organization_admin', 'r_ads'] }),
			},
		},
	});

describe('JSON that is nested too deep, or has too many values', () => {
	test.each([
		['videos.get', () => video('get', { urn: URN })],
		['videos.batchGet', () => video('batchGet', { urns: `${URN},${URN}2` })],
		['videos.find', () => find()],
		['posts.get', () => post('get', { urn: byUrn('urn:li:share:1234567') })],
	] as const)('%s: nothing is made of it', async (endpoint, run) => {
		plan(endpoint, DEEP);
		await run().fails(DEEP_WORDS);
		plan(endpoint, MANY);
		await run().fails('the JSON has more than 30000 values');
	});

	test.each([
		['searchOwners', 'organizationAcls'],
		['searchAdAccounts', 'adAccounts'],
	] as const)('the picker %s', async (method, endpoint) => {
		plan(endpoint, DEEP);
		await expect(pick(method)).rejects.toMatchObject({
			description: expect.stringContaining(DEEP_WORDS) as unknown,
		});
	});

	test('the trigger', async () => {
		plan('videos.find', DEEP);
		const trigger = new PublishedTrigger(stage, { events: ['added'] });
		await expect(trigger.poll()).rejects.toMatchObject({
			description: expect.stringContaining(DEEP_WORDS) as unknown,
		});
	});

	test('a refusal so deep says no more than its status', async () => {
		plan('videos.get', { ...DEEP, status: 404 });
		const { told } = await video('get', { urn: URN }).fails('status 404');
		expect(told.length).toBeLessThan(1000);
	});
});

describe('a plan of more parts than are sent', () => {
	test('of a video: refused before one is looked at', async () => {
		const part = { uploadUrl: 'u', firstByte: 0, lastByte: 0 };
		const uploadInstructions = Array(5001).fill(part);
		plan('videos.initializeUpload', body({ value: { video: URN, uploadInstructions } }));
		await upload(talk()).fails(
			`value.uploadInstructions has 5001 entries, and at most 5000 are allowed (the empty upload is ${URN}). Nothing else was sent.`,
		);
	});

	test('of an asset', async () => {
		const urn = 'urn:li:digitalmediaAsset:C5F10';
		const uploadMechanism = {
			'com.linkedin.digitalmedia.uploading.MultipartUpload': {
				metadata: '',
				partUploadRequests: Array(5001).fill({}),
			},
		};
		const mediaArtifact = `urn:li:digitalmediaMediaArtifact:(${urn},urn:li:digitalmediaMediaArtifactClass:x)`;
		plan('assets.registerUpload', body({ value: { asset: urn, mediaArtifact, uploadMechanism } }));
		await asset('upload', { mediaType: 'video' }).of(talk()).fails('has 5001 entries');
	});
});

describe('lists', () => {
	const entry = (id: number) => ({ id: `urn:li:video:V${id}`, status: 'AVAILABLE' });
	const page = (count: number) =>
		body({ elements: Array.from({ length: count }, (_, at) => entry(at)) });

	test('a page may have twice as many entries as were asked for, and 1,000', async () => {
		plan('videos.find', page(1000));
		expect((await find({ limit: 10 })).items).toHaveLength(10);
		plan('videos.find', page(1001));
		await find({ limit: 10 }).fails('elements has 1001 entries, and at most 1000 are allowed');
		plan('videos.find', page(2001));
		await find({ returnAll: true }).fails('at most 2000 are allowed');
	});

	test.each([
		['searchOwners', 'organizationAcls'],
		['searchAdAccounts', 'adAccounts'],
	] as const)('so may a page of the picker %s', async (method, endpoint) => {
		plan(endpoint, body({ elements: Array(1001).fill({ id: 1 }) }));
		await expect(pick(method)).rejects.toMatchObject({
			description: expect.stringContaining('at most 1000 are allowed') as unknown,
		});
	});

	test('ad accounts whose pages lead in a circle are not listed twice', async () => {
		const [a, b] = ['a', 'b'].map((nextPageToken) =>
			body({ elements: [{ id: 7, name: 'Seven' }], metadata: { nextPageToken } }),
		);
		if (a && b) {
			plan('adAccounts', a, { call: 1 });
			plan('adAccounts', b, { call: 2 });
		}
		const { json } = await resource('account')('get');
		expect(json.adAccounts).toEqual([{ urn: 'urn:li:sponsoredAccount:7', name: 'Seven' }]);
		expect(requests('adAccounts')).toHaveLength(2);
		expect(json.warnings).toContain('You have more ad accounts than the 1 listed here.');
	});
});

describe('an answer about another entry', () => {
	test('is not given out under the name that was asked for', async () => {
		const [a = '', b = ''] = entries('video', { count: 2 });
		plan('videos.batchGet', { kind: 'replaceFields', fields: { [`results.${a}.id`]: b } });
		const { jsons } = await video('batchGet', { urns: `${a},${b}` });
		expect(jsons[0]).toEqual({
			urn: a,
			lookupError: {
				status: 200,
				code: 'UNEXPECTED_ANSWER',
				message: 'LinkedIn’s response describes a different entry',
			},
		});
		expect(jsons[1]).toMatchObject({ urn: b, status: 'AVAILABLE' });
	});

	test('nor where they are read one by one', async () => {
		const [a = '', b = ''] = entries('video', { count: 2 });
		plan('videos.batchGet', 403);
		plan('videos.get', { kind: 'replaceFields', fields: { id: b } });
		const { jsons } = await video('batchGet', { urns: `${a},${b}` });
		expect(jsons).toEqual([
			expect.objectContaining({ urn: a, lookupError: expect.anything() as unknown }),
			expect.objectContaining({ urn: b, status: 'AVAILABLE' }),
		]);
	});

	test('of a single read is an error', async () => {
		const [a = '', b = ''] = entries('video', { count: 2 });
		plan('videos.get', { kind: 'replaceFields', fields: { id: b } });
		await video('get', { urn: a }).fails(`it describes a different entry than ${a}`);
	});

	test.each([
		['another kind of the same', (urn: string) => urn.replace(':video:', ':digitalmediaAsset:')],
		['percent-encoding', (urn: string) => urn.replaceAll(':', '%3A')],
	])('which %s is not', async (_, spelt) => {
		const [a = ''] = entries('video');
		plan('videos.batchGet', { kind: 'replaceFields', fields: { [`results.${a}.id`]: spelt(a) } });
		const { json } = await video('batchGet', { urns: a });
		expect(json.status).toBe('AVAILABLE');
	});
});
