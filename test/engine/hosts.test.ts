import { startSimulator, type EndpointName, type Simulator } from '../simulator';
import { fixture } from '../fixtures/make';
import {
	calls,
	expectClean,
	item,
	openLab,
	requests,
	sessionOf,
	talk,
	told,
	type Lab,
} from './lab';

let lab: Lab;
let foreign: Simulator;
beforeAll(async () => {
	[lab, foreign] = await Promise.all([openLab(), startSimulator()]);
});
beforeEach(() => Promise.all([lab.simulator.reset(), foreign.reset()]));
afterAll(() => Promise.all([lab.close(), foreign.close()]));

const parameters = { captionsSource: 'binaryData', thumbnailSource: 'binaryData' };
const items = [
	item({
		data: talk(),
		captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
		thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
	}),
];

describe('upload URLs that are not LinkedIn’s', () => {
	test('on a foreign host: refused, and that host hears nothing', async () => {
		lab.simulator.configure({ uploadOrigin: foreign.url });
		const result = await lab.run({ parameters, items });
		expectClean(lab, result);
		expect(told(result)).toContain(`points to ${foreign.url}, which is not LinkedIn`);
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
		expect(foreign.journal).toEqual([]);
		expect(sessionOf(result).urn).toBe(lab.simulator.videos()[0]?.urn);
	});

	test.each([
		'http://www.linkedin.com',
		'https://www.linkedin.com:8443',
		'https://user:secret@www.linkedin.com',
		'https://www.linkedin.com.evil.example',
		'https://evil-linkedin.com',
		'https://notlicdn.com',
		'https://127.0.0.1',
		'https://[::1]',
		'ftp://www.linkedin.com',
		'javascript:alert(1)//',
		'not an address',
	])('%s: refused before a byte', async (uploadOrigin) => {
		lab.simulator.configure({ uploadOrigin });
		const result = await lab.run({ parameters, items });
		expectClean(lab, result);
		expect(told(result)).toContain('which is not LinkedIn');
		expect(told(result)).not.toContain('secret');
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
	});

	test.each<[string, string]>([
		['captions', 'value.captionsUploadUrl'],
		['thumbnail', 'value.thumbnailUploadUrl'],
	])('only the one for the %s: refused before a byte all the same', async (_, field) => {
		lab.simulator.plan({
			on: 'videos.initializeUpload',
			fault: { kind: 'replaceFields', fields: { [field]: `${foreign.url}/dms-uploads/x` } },
		});
		const result = await lab.run({ parameters, items });
		expectClean(lab, result);
		expect(told(result)).toContain('which is not LinkedIn');
		expect(calls(lab.simulator)).toEqual(['videos.initializeUpload']);
		expect(foreign.journal).toEqual([]);
	});

	test('an image’s: the token stays here', async () => {
		lab.simulator.configure({ uploadOrigin: foreign.url });
		const result = await lab.run({
			parameters: { resource: 'image' },
			items: [item({ data: { content: fixture('picture.png'), fileName: 'picture.png' } })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain('which is not LinkedIn');
		expect(calls(lab.simulator)).toEqual(['images.initializeUpload']);
		expect(foreign.journal).toEqual([]);
	});
});

describe('redirects are never followed', () => {
	test.each<[EndpointName, string]>([
		['videos.initializeUpload', 'video'],
		['videos.part', 'video'],
		['videos.captions', 'video'],
		['videos.thumbnail', 'video'],
		['videos.finalizeUpload', 'video'],
		['images.initializeUpload', 'image'],
		['images.upload', 'image'],
	])('%s', async (endpoint, resource) => {
		lab.simulator.plan({
			on: endpoint,
			fault: { kind: 'redirect', location: `${foreign.url}/rest/videos`, status: 307 },
		});
		const image = [item({ data: { content: fixture('picture.png'), fileName: 'picture.png' } })];
		const result = await lab.run(
			resource === 'image' ? { parameters: { resource }, items: image } : { parameters, items },
		);
		expectClean(lab, result);
		expect(told(result)).toContain('redirect, which is never followed');
		expect(foreign.journal).toEqual([]);
		expect(requests(lab.simulator, endpoint)).toHaveLength(1);
	});

	test('a redirected read leaves the status unknown, and the token here', async () => {
		lab.simulator.plan({
			on: 'videos.get',
			fault: { kind: 'redirect', location: `${foreign.url}/rest/videos/x`, status: 302 },
		});
		const result = await lab.run({ items });
		expectClean(lab, result);
		expect(result.items[0]?.json.status).toBe('UNKNOWN');
		expect(foreign.journal).toEqual([]);
	});
});
