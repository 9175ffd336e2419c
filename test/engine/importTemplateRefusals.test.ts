import type { IDataObject } from 'n8n-workflow';

import { video } from './importSupport';
import { importApi } from './importTemplateSupport';
import { template } from './shipped';

/* What the webhook refuses before anything is fetched, told or remembered. */

const { call, files, linkedIn, receiver, statusOf, tables } = importApi();

/** A request of which this is different. */
const wrong = (changed: object) => ({ systemName: 's', videos: [], ...changed });
const oneVideo = (changed: object) =>
	wrong({ videos: [{ url: `${files.url}/a`, id: 1, ...changed }] });

test.each<[string, () => unknown]>([
	['the body must be a JSON object', () => 'hello'],
	['the body must be a JSON object', () => null],
	['the body must be a JSON object', () => [wrong({})]],
	['systemName is missing', () => ({})],
	['systemName is missing', () => wrong({ systemName: { length: 1 } })],
	['systemName is missing', () => wrong({ systemName: 'a'.repeat(201) })],
	['videos must be a list', () => wrong({ videos: { length: 1, 0: {} } })],
	['videos has 4 entries; one request may have at most 3', () => wrong({ videos: [1, 2, 3, 4] })],
	['videos[0] must be an object', () => wrong({ videos: [null] })],
	['every video needs a url', () => oneVideo({ url: 7 })],
	['every video needs an id', () => oneVideo({ id: ' ' })],
	['every video needs an id', () => oneVideo({ id: { a: 1 } })],
	['fileName must be a text', () => oneVideo({ fileName: ['a'] })],
	['metadata must be an object', () => oneVideo({ metadata: 'x' })],
	['webhook must be a text', () => wrong({ webhook: { href: receiver().url } })],
	['context must be an object', () => wrong({ context: [1] })],
	['context has more than 8192 bytes', () => wrong({ context: { t: 'ü'.repeat(4093) } })],
])('a wrong request is answered with 400: %s', async (words, body) => {
	const answer = await call('Start Import', { body: body() as IDataObject });
	expect(Object.keys(answer.body)).toEqual(['error']);
	expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(words)]);
	expect(tables.size).toBe(0);
});

test('half a character in the context is text like any other', async () => {
	const answer = await call('Start Import', { body: wrong({ context: { t: '\ud800' } }) });
	expect(answer.status).toBe(200);
});

test.each<[string, IDataObject]>([
	['by its length', { body: wrong({}), headers: { 'content-length': '20001' } }],
	['by its contents', { body: wrong({ more: 'a'.repeat(20_000) }) }],
])('413: a large body, %s', async (_, large) => {
	const answer = await call('Start Import', large);
	expect(answer).toEqual({ status: 413, body: { error: 'the body is larger than 20000 bytes' } });
	expect(tables.size).toBe(0);
});

/** Files and webhooks that are refused: nobody is asked, and nothing stays. */
async function expectRefused(body: object, words: string, lists = {}): Promise<void> {
	const answer = await call('Start Import', { body: { ...body } }, lists);
	expect([answer.status, answer.body.error]).toEqual([400, expect.stringContaining(words)]);
	expect(files.requests).toEqual([]);
	expect(receiver().calls).toEqual([]);
	expect(linkedIn.journal).toEqual([]);
	expect(tables.size).toBe(0);
}

const LIST = 'hooks.example.com https://example.com:8443/linkedin/ http://127.0.0.1:9/in';

test.each([
	'http://hooks.example.com/a',
	'https://hooks.example.com:8443/a',
	'https://a.hooks.example.com/a',
	'https://hooks.example.com.evil.example/a',
	'https://hooks.example.com./a',
	'https://HOOKS.example.com/a',
	'https://hooks.example.com@evil.example/a',
	'https://hooks.example.com:443@evil.example/a',
	'https://user@hooks.example.com/a',
	'https://evil.example\\@hooks.example.com/a',
	'https://evil.example/?x=https://hooks.example.com/a',
	'https://evil.example/#https://hooks.example.com/a',
	' https://hooks.example.com/a',
	'https://hooks.example.com\t.evil.example/a',
	'https:hooks.example.com/a',
	'//hooks.example.com/a',
	'hooks.example.com/a',
	'https://example.com:8443/linkedin2',
	'https://example.com:8443/linkedin/../admin',
	'https://example.com:8443/linkedin/%2e%2E/admin',
	'https://example.com:8443/linkedin/..%2fadmin',
	'https://example.com:8443/linkedin\\..\\admin',
	'http://127.0.0.1:9@evil.example/in',
	'http://2130706433:9/in',
	'javascript:alert(1)',
])('a webhook that is not on the list is refused: %s', async (webhook) => {
	await expectRefused(wrong({ webhook }), 'webhook: this URL is not allowed', {
		allowedWebhooks: LIST,
	});
});

test('an empty list means that there are no notifications', async () => {
	const { url: webhook } = receiver();
	await expectRefused(wrong({ webhook }), 'this URL is not allowed', { allowedWebhooks: '' });
	await expectRefused(wrong({ webhook }), 'this URL is not allowed', {
		allowedWebhooks: ' , ',
	});
	expect((await call('Start Import', { body: wrong({}) }, { allowedWebhooks: '' })).status).toBe(
		200,
	);
});

test.each<[string, string, string]>([
	['nothing', '', 'https://cdn.example.com/a.mp4'],
	['another host', 'cdn.example.com', 'https://example.com/a.mp4'],
	['another scheme', 'cdn.example.com', 'http://cdn.example.com/a.mp4'],
	['another scheme, where every host is allowed', '*', 'http://cdn.example.com/a.mp4'],
	['a file of the machine', '*', 'file:///etc/passwd'],
	['a user name', '*', 'https://cdn.example.com@127.0.0.1/a.mp4'],
	['a backslash', '*', 'https://cdn.example.com\\@127.0.0.1/a.mp4'],
	['a path above', 'https://cdn.example.com/videos/', 'https://cdn.example.com/videos/../a.mp4'],
])('a file that may not be fetched is refused: %s', async (_, allowedSources, url) => {
	const lists = { allowedSources };
	await expectRefused(oneVideo({ url }), 'videos[0]: files from this url are not allowed', lists);
});

test('the node keeps to the list of webhooks too, whatever the check before it says', () => {
	const { nodes } = template('import-api.json');
	const options = nodes.find(({ name }) => name === 'Import Videos')?.parameters?.options;
	expect(options).toMatchObject({
		allowedWebhooks: "={{ $('Import ID').first().json.allowedWebhooks }}",
	});
});

test('an entry brings what the API names, and nothing else', async () => {
	const url = files.add('/a.mp4', video(1));
	const uploadSession = {
		urn: 'urn:li:video:x',
		parts: [{ uploadUrl: `${linkedIn.url}/rest/posts` }],
	};
	const more = { uploadSession, knownUrn: 'urn:li:video:C5505AQH-oV1qvnFtKA', assetName: 'x' };
	const { body } = await call('Start Import', { body: oneVideo({ url, ...more }) });
	expect((await statusOf(body.id)).body.videos).toMatchObject([{ state: 'success' }]);
	expect(linkedIn.videos()).toHaveLength(1);
});
