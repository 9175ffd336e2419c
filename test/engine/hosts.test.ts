import { startSimulator, type EndpointName, type Fault, type Simulator } from '../simulator';
import { file, scene, talkWithSupplements, withSupplements } from './scene';

const { calls, image, linkedIn, plan, requests, upload } = scene();

/** Somebody else's server, which hears nothing whatever happens. */
let foreign: Simulator;
beforeAll(async () => {
	foreign = await startSimulator();
});
afterEach(() => {
	expect(foreign.journal).toEqual([]);
});
afterAll(() => foreign.close());

const uploadAll = () => upload(talkWithSupplements).with(withSupplements);
const uploadImage = () => image('upload').of(file('picture.png'));

describe('upload URLs that are not LinkedIn’s', () => {
	test('on a foreign host: refused', async () => {
		linkedIn.configure({ uploadOrigin: foreign.url });
		const { session } = await uploadAll().fails(`points to ${foreign.url}, which is not LinkedIn`);
		expect(calls()).toEqual(['videos.initializeUpload']);
		expect(session.urn).toBe(linkedIn.videos()[0]?.urn);
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
		linkedIn.configure({ uploadOrigin });
		const { told } = await uploadAll().fails('which is not LinkedIn');
		expect(told).not.toContain('secret');
		expect(calls()).toEqual(['videos.initializeUpload']);
	});

	test.each(['captions', 'thumbnail'])(
		'only the one for the %s: refused before a byte all the same',
		async (what) => {
			const fields = { [`value.${what}UploadUrl`]: `${foreign.url}/dms-uploads/x` };
			plan('videos.initializeUpload', { kind: 'replaceFields', fields });
			await uploadAll().fails('which is not LinkedIn');
			expect(calls()).toEqual(['videos.initializeUpload']);
		},
	);

	test('an image’s: the token stays here', async () => {
		linkedIn.configure({ uploadOrigin: foreign.url });
		await uploadImage().fails('which is not LinkedIn');
		expect(calls()).toEqual(['images.initializeUpload']);
	});
});

describe('redirects are never followed', () => {
	const redirect = (path: string, status: number): Fault => ({
		kind: 'redirect',
		location: `${foreign.url}${path}`,
		status,
	});

	test.each<[EndpointName, () => ReturnType<typeof upload>]>([
		['videos.initializeUpload', uploadAll],
		['videos.part', uploadAll],
		['videos.captions', uploadAll],
		['videos.thumbnail', uploadAll],
		['videos.finalizeUpload', uploadAll],
		['images.initializeUpload', uploadImage],
		['images.upload', uploadImage],
	])('%s', async (endpoint, send) => {
		plan(endpoint, redirect('/rest/videos', 307));
		await send().fails('redirect, which is never followed');
		expect(requests(endpoint)).toHaveLength(1);
	});

	test('a redirected read leaves the status unknown, and the token here', async () => {
		plan('videos.get', redirect('/rest/videos/x', 302));
		const { json } = await upload(talkWithSupplements);
		expect(json.status).toBe('UNKNOWN');
	});
});
