import { createHmac } from 'node:crypto';

import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';

import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { startFileServer } from '../fileServer';
import { fixture } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { importParameters, startReceiver, statesOf, video, videosOf } from './importSupport';
import { scene, sha256, talk, type Outcome, type Step } from './scene';

const { document, files, image, linkedIn, post, resource, upload, video: videos } = scene();

const NAME = 'X-Archive-Key';
const VALUE = 'open-sesame-0123456789';
const CREDENTIAL: ICredentialDataDecryptedObject = { headerName: NAME, headerSecret: VALUE };
const requires = { header: NAME, value: VALUE };
const NO_RETRY = { options: { maxRetries: 0 } };

const guarded = (path: string, content: Buffer, contentType = 'video/mp4') =>
	files.add(path, { content, contentType, requires });
const guardedTalk = () => guarded('/talk.mp4', fixture('talk.mp4'));
const guardedPicture = () => guarded('/picture.png', fixture('picture.png'), 'image/png');
const keysAt = (server: { requests: typeof files.requests }) =>
	server.requests.map(({ headers }) => headers[NAME.toLowerCase()]);

/** Everything that reads a file by its URL. */
const READERS: ReadonlyArray<[string, () => Step]> = [
	['a video', () => upload().from(guardedTalk()).with(NO_RETRY).of({ json: {} })],
	[
		'its captions',
		() =>
			upload()
				.from(guardedTalk())
				.with({
					...NO_RETRY,
					captionsSource: 'url',
					captionsUrl: guarded('/talk.srt', fixture('talk.srt'), 'text/plain'),
				})
				.of({ json: {} }),
	],
	[
		'its thumbnail',
		() =>
			upload()
				.from(guardedTalk())
				.with({
					...NO_RETRY,
					thumbnailSource: 'url',
					thumbnailUrl: guarded('/talk.jpg', fixture('thumbnail.jpg'), 'image/jpeg'),
				})
				.of({ json: {} }),
	],
	['an image', () => image('upload', NO_RETRY).from(guardedPicture()).of({ json: {} })],
	[
		'a document',
		() =>
			document('upload', NO_RETRY)
				.from(guarded('/report.pdf', pdf(pageTree(1)), 'application/pdf'))
				.of({ json: {} }),
	],
	[
		'a post',
		() =>
			post('create', {
				...NO_RETRY,
				commentary: 'Look',
				contentType: 'image',
				mediaSource: 'url',
				mediaUrl: guardedPicture(),
			}).of({ json: {} }),
	],
	[
		'a legacy asset',
		() =>
			resource('asset')('upload', { ...NO_RETRY, mediaType: 'image' })
				.from(guardedPicture())
				.of({ json: {} }),
	],
];

describe.each(READERS)('%s', (_, read) => {
	test('is read with the credential’s header, which goes nowhere else and is shown nowhere', async () => {
		const outcome = await read().fileServer(CREDENTIAL);
		expect(new Set(keysAt(files))).toEqual(new Set([VALUE]));
		expectSecret(outcome);
	});

	test('without it is refused', async () => {
		const { told } = await read().fails('its server denied access');
		expect(told).toContain('LinkedIn Media File Server API credential');
	});
});

function expectSecret({ visible }: Outcome): void {
	expect(visible()).not.toContain(VALUE);
	expect(JSON.stringify(linkedIn.journal)).not.toContain(VALUE);
}

describe('an import', () => {
	const importOne = (form: INodeParameters = {}) =>
		resource('import')('fromUrls', { ...importParameters, ...form }).of({
			json: { videos: [{ url: guarded('/a.mp4', video(1)), id: 'a' }] },
		});

	test('reads protected archives', async () => {
		const without = await importOne();
		expect(statesOf(without)).toEqual(['failed']);
		const outcome = await importOne().fileServer(CREDENTIAL);
		expect(statesOf(outcome)).toEqual(['success']);
		expectSecret(outcome);
	});

	test.each<[string, string, string, boolean]>([
		['the credential’s', 'from-the-credential', '', true],
		['the form’s, where the credential has none', '', 'from-the-form', true],
		['the credential’s, where both have one', 'from-the-credential', 'from-the-form', true],
		['none', '', '', false],
	])('signs its notification by a secret: %s', async (_, secret, typed, isSigned) => {
		const receiver = await startReceiver(() => 200);
		const notification = { webhookUrl: receiver.url, webhookSecret: typed };
		const outcome = await importOne({ notification }).fileServer({
			...CREDENTIAL,
			webhookSecret: secret,
		});
		await receiver.close();
		const [call] = receiver.calls;
		const given = call?.headers['webhook-signature'];
		expect(given !== undefined).toBe(isSigned);
		if (!isSigned || !call) return;
		const { 'webhook-id': id, 'webhook-timestamp': time } = call.headers;
		const expected = createHmac('sha256', secret || typed)
			.update(`${String(id)}.${String(time)}.`)
			.update(call.body)
			.digest('base64');
		expect(given).toBe(`v1,${expected}`);
		expect(outcome.visible()).not.toContain('from-the-credential');
	});

	test('fails as a whole by a credential that cannot be used', async () => {
		await importOne()
			.fileServer({ ...CREDENTIAL, headerSecret: 'a\nb' })
			.failsAtOnce(`the value of "${NAME}" contains characters`);
		expect(files.requests).toEqual([]);
	});
});

describe('the header', () => {
	test('does not follow a redirect to another host', async () => {
		const other = await startFileServer();
		const target = other.add('/real.mp4', { content: fixture('talk.mp4') });
		const url = files.add('/moved.mp4', {
			content: fixture('talk.mp4'),
			requires,
			instead: () => ({ status: 302, headers: { Location: target } }),
		});
		await upload().from(url).fileServer(CREDENTIAL).of({ json: {} });
		expect(keysAt(files)).toEqual([VALUE]);
		expect(other.requests.length).toBeGreaterThan(0);
		expect(new Set(keysAt(other))).toEqual(new Set([undefined]));
		await other.close();
	});

	test.each<[string, () => string, boolean]>([
		['its origin', () => files.url, true],
		['its folder', () => `https://a.example.com, ${files.url}/talk.mp4`, true],
		['another host', () => 'archive.example.com', false],
		['another folder', () => `${files.url}/videos/`, false],
	])('goes only where it is allowed: %s', async (_, allowedHosts, isSent) => {
		const url = files.add('/talk.mp4', { content: fixture('talk.mp4') });
		const credential = { ...CREDENTIAL, allowedHosts: allowedHosts() };
		await upload().from(url).fileServer(credential).of({ json: {} });
		expect(new Set(keysAt(files))).toEqual(new Set([isSent ? VALUE : undefined]));
	});

	test('takes the place of one that was typed; the others stay', async () => {
		const header = [
			{ name: NAME.toLowerCase(), value: 'typed' },
			{ name: 'X-Other', value: 'other' },
		];
		await upload()
			.from(guardedTalk())
			.with({ sourceHeaders: { header } })
			.fileServer(CREDENTIAL)
			.of({ json: {} });
		expect(new Set(keysAt(files))).toEqual(new Set([VALUE]));
		expect(files.requests[0]?.headers['x-other']).toBe('other');
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(fixture('talk.mp4')));
	});

	test('is not asked for where a file is no link', async () => {
		await upload(talk()).fileServer({ ...CREDENTIAL, headerSecret: 'a\nb' });
		await videos('get', { urn: linkedIn.videos()[0]?.urn ?? '' }).fileServer(CREDENTIAL);
	});
});

describe('n8n’s test of the credential', () => {
	const tested = (data: ICredentialDataDecryptedObject) => {
		const { testFileServer } = new LinkedInMedia().methods.credentialTest;
		return testFileServer.call({} as never, { id: '1', name: 'c', type: 't', data });
	};

	test.each<[string, ICredentialDataDecryptedObject]>([
		['a header', CREDENTIAL],
		['a secret alone', { webhookSecret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw' }],
		['hosts', { ...CREDENTIAL, allowedHosts: 'a.example.com https://b.example.com/x/' }],
	])('passes %s', async (_, data) => {
		expect(await tested(data)).toMatchObject({ status: 'OK' });
	});

	test.each<[string, ICredentialDataDecryptedObject, string]>([
		['a name that none can have', { headerName: 'a b', headerSecret: 'x' }, '"a b" can’t be sent'],
		['one of ours', { headerName: 'Range', headerSecret: 'x' }, '"Range" can’t be sent'],
		['a value without a name', { headerName: '', headerSecret: 'hidden' }, 'can’t be sent'],
		['a line break', { headerName: 'A', headerSecret: 'hidden\nx' }, 'characters'],
		['a secret that is none', { webhookSecret: 'whsec_hidden!' }, 'no Base64 follows'],
		['no host', { ...CREDENTIAL, allowedHosts: 'https://u@h' }, 'Allowed Hosts: "https://u@h"'],
	])('refuses %s, and shows no value', async (_, data, words) => {
		const result = await tested(data);
		expect(result).toMatchObject({
			status: 'Error',
			message: expect.stringContaining(words) as unknown,
		});
		expect(result.message).not.toContain('hidden');
	});
});

test('an entry that is refused says which credential serves', async () => {
	const { json } = await resource('import')('fromUrls', importParameters).of({
		json: { videos: [{ url: guarded('/a.mp4', video(1)), id: 'a' }] },
	});
	expect(videosOf({ json })[0]?.description).toContain('File Server API credential');
});
