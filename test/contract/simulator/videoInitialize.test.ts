import { at, statusAndMessage, type Answer } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { containing } from './support/match';
import { account, action, initializeVideo, page, startVideo } from './support/linkedin';

const lab = useSimulator();

const MiB4 = 4_194_304;

const ranges = (answer: unknown): unknown => {
	const parts = at(answer, 'value.uploadInstructions');
	return Array.isArray(parts)
		? parts.map((part: unknown) => [at(part, 'firstByte'), at(part, 'lastByte')])
		: parts;
};

const plan = async (fileSizeBytes: number): Promise<unknown> =>
	ranges((await initializeVideo(lab.simulator, { fileSizeBytes })).json);

describe('the plan', () => {
	documented('has parts of 4,194,304 bytes, from 0, inclusive', async () => {
		expect(await plan(2 * MiB4)).toEqual([
			[0, MiB4 - 1],
			[MiB4, 2 * MiB4 - 1],
		]);
		expect(await plan(2 * MiB4 + 1)).toEqual([
			[0, MiB4 - 1],
			[MiB4, 2 * MiB4 - 1],
			[2 * MiB4, 2 * MiB4],
		]);
	});

	documented('ends at the end of the file, or beyond it as in the sample', async () => {
		expect(await plan(1055736)).toEqual([[0, 1055735]]);
		lab.simulator.configure({ readings: { lastByte: 'beyondEnd' } });
		expect(await plan(1055736)).toEqual([[0, 4194303]]);
	});

	tool('has parts of other sizes where asked', async () => {
		lab.simulator.configure({ partBytes: 4 });
		expect(await plan(10)).toEqual([
			[0, 3],
			[4, 7],
			[8, 9],
		]);
	});

	describe.each([
		[
			'gap',
			[
				[0, 2],
				[4, 7],
				[8, 9],
			],
		],
		[
			'overlap',
			[
				[0, 3],
				[4, 7],
				[7, 9],
			],
		],
		[
			'wrongStart',
			[
				[1, 3],
				[4, 7],
				[8, 9],
			],
		],
		[
			'tooShort',
			[
				[0, 3],
				[4, 7],
				[8, 8],
			],
		],
		[
			'unsorted',
			[
				[8, 9],
				[4, 7],
				[0, 3],
			],
		],
		['noParts', []],
		['noInstructions', undefined],
	] as const)('of the shape %s', (planShape, expected) => {
		tool('is what its name says', async () => {
			lab.simulator.configure({ partBytes: 4, planShape });
			expect(await plan(10)).toEqual(expected);
		});
	});

	tool('comes without a video where asked', async () => {
		lab.simulator.configure({ planShape: 'noVideo' });
		const { json } = await initializeVideo(lab.simulator);
		expect(at(json, 'value.video')).toBeUndefined();
		expect(at(json, 'value.uploadInstructions')).toHaveLength(1);
	});

	documented('has addresses like those of the sample, with a signature each', async () => {
		lab.simulator.configure({ partBytes: 4 });
		const { parts, urn } = await startVideo(lab.simulator, { fileSizeBytes: 8 });
		const id = urn.replace('urn:li:video:', '');
		for (const [index, { uploadUrl }] of parts.entries()) {
			const url = new URL(uploadUrl);
			expect(url.origin).toBe(lab.simulator.url);
			expect(url.pathname).toBe(`/dms-uploads/${id}/uploadedVideo/${index + 1}`);
			expect(url.searchParams.get('sau')).toBeTruthy();
		}
		expect(new Set(parts.map(({ uploadUrl }) => uploadUrl)).size).toBe(2);
	});

	tool('can name another origin', async () => {
		lab.simulator.configure({ uploadOrigin: 'http://user:pw@www.linkedin.com.example' });
		const { parts } = await startVideo(lab.simulator);
		expect(parts[0]?.uploadUrl).toMatch(
			/^http:\/\/user:pw@www\.linkedin\.com\.example\/dms-uploads\//,
		);
	});
});

describe('the response', () => {
	documented('has a video URN, an upload token and a time 30 days on', async () => {
		const { status, json } = await initializeVideo(lab.simulator);
		expect(status).toBe(200);
		expect(at(json, 'value.video')).toMatch(/^urn:li:video:[A-Za-z0-9_-]+$/);
		expect(at(json, 'value.uploadToken')).toBe('');
		const [entry] = lab.simulator.journal;
		const days =
			(Number(at(json, 'value.uploadUrlsExpireAt')) - (entry?.startedAt ?? 0)) / 86_400_000;
		expect(Math.round(days)).toBe(30);
	});

	documented('has an opaque upload token in the reading of the schema', async () => {
		lab.simulator.configure({ readings: { uploadToken: 'opaque' } });
		const { json } = await initializeVideo(lab.simulator);
		expect(at(json, 'value.uploadToken')).toMatch(/^[\w-]{20,}$/);
	});

	documented('has the URLs of captions and thumbnail only where they were asked for', async () => {
		const urls = ({ json }: Answer) => [
			typeof at(json, 'value.captionsUploadUrl'),
			typeof at(json, 'value.thumbnailUploadUrl'),
		];
		expect(urls(await initializeVideo(lab.simulator))).toEqual(['undefined', 'undefined']);
		expect(urls(await initializeVideo(lab.simulator, { uploadCaptions: true }))).toEqual([
			'string',
			'undefined',
		]);
		const both = { uploadCaptions: true, uploadThumbnail: true };
		expect(urls(await initializeVideo(lab.simulator, both))).toEqual(['string', 'string']);
		lab.simulator.configure({ readings: { captionsUrl: 'omitted' } });
		expect(urls(await initializeVideo(lab.simulator, both))).toEqual(['undefined', 'string']);
		lab.simulator.configure({ readings: { captionsUrl: 'given', thumbnailUrl: 'omitted' } });
		expect(urls(await initializeVideo(lab.simulator, both))).toEqual(['string', 'undefined']);
	});
});

describe('the request', () => {
	documented('takes 1 byte to 5 GB', async () => {
		lab.simulator.configure({ partBytes: 5 * 1024 ** 3 });
		for (const fileSizeBytes of [1, 5_368_709_120]) {
			expect((await initializeVideo(lab.simulator, { fileSizeBytes })).status).toBe(200);
		}
		for (const fileSizeBytes of [0, -1, 5_368_709_121]) {
			const answer = await initializeVideo(lab.simulator, { fileSizeBytes });
			expect(statusAndMessage(answer)).toEqual([
				400,
				containing(`${fileSizeBytes} is not between`),
			]);
		}
	});

	documented('needs fileSizeBytes as a whole number', async () => {
		for (const fileSizeBytes of [undefined, '1055736', 1.5, null, true]) {
			expect((await initializeVideo(lab.simulator, { fileSizeBytes })).status).toBe(400);
		}
	});

	documented('takes the two switches as booleans only', async () => {
		for (const name of ['uploadCaptions', 'uploadThumbnail']) {
			expect((await initializeVideo(lab.simulator, { [name]: 'true' })).status).toBe(400);
			expect((await initializeVideo(lab.simulator, { [name]: 1 })).status).toBe(400);
			expect((await initializeVideo(lab.simulator, { [name]: false })).status).toBe(200);
		}
	});

	documented('takes templateName and linkbackContext from version 202602 on', async () => {
		for (const name of ['templateName', 'linkbackContext']) {
			const at202602 = { headers: { 'linkedin-version': '202602' } };
			expect((await initializeVideo(lab.simulator, { [name]: 'text' }, at202602)).status).toBe(200);
			expect((await initializeVideo(lab.simulator, { [name]: 7 }, at202602)).status).toBe(400);
			const before = await initializeVideo(
				lab.simulator,
				{ [name]: 'text' },
				{ headers: { 'linkedin-version': '202601' } },
			);
			expect(statusAndMessage(before)).toEqual([400, containing('unrecognized field')]);
		}
	});

	documented('refuses other kinds of owner with INVALID_URN_TYPE', async () => {
		for (const owner of [
			'urn:li:video:1',
			'urn:li:company:2414183',
			'2414183',
			'',
			'urn:li:organization',
		]) {
			const answer = await initializeVideo(lab.simulator, { owner });
			expect(answer.json).toMatchObject({
				status: 400,
				code: 'INVALID_URN_TYPE',
				message: `owner value ${owner} must be a person or organization URN`,
			});
		}
	});

	documented('refuses an owner whose id cannot be with INVALID_URN_ID', async () => {
		for (const id of ['2414183x', '', '0', '1?x=1', '1/2', '%31']) {
			const answer = await initializeVideo(lab.simulator, { owner: `urn:li:organization:${id}` });
			expect(answer.json).toEqual({
				status: 400,
				code: 'INVALID_URN_ID',
				message: 'This URN Id is invalid',
			});
		}
	});

	fromPublic('refuses a body that is not JSON, or no object, or has no request in it', async () => {
		for (const body of ['{', '[]', '"text"', 'null']) {
			const answer = await action(lab.simulator, 'videos?action=initializeUpload', body);
			expect([answer.status, answer.text]).toEqual([400, containing('Cannot parse')]);
		}
		for (const body of ['{}', '{"initializeUploadRequest":[]}']) {
			expect((await action(lab.simulator, 'videos?action=initializeUpload', body)).status).toBe(
				400,
			);
		}
		const beside = { initializeUploadRequest: { owner: page, fileSizeBytes: 1 }, more: 1 };
		expect((await action(lab.simulator, 'videos?action=initializeUpload', beside)).text).toContain(
			'/more :: unrecognized',
		);
	});

	tool('is kept as it came', async () => {
		const { urn } = await startVideo(lab.simulator, { uploadCaptions: false });
		expect(lab.simulator.video(urn).initializeRequest).toEqual({
			initializeUploadRequest: { owner: page, fileSizeBytes: 1055736, uploadCaptions: false },
		});
	});
});

describe('mediaLibraryMetadata', () => {
	const initialize = (mediaLibraryMetadata: unknown) =>
		initializeVideo(lab.simulator, { mediaLibraryMetadata });

	documented('registers the asset as ACTIVE', async () => {
		const { urn } = await startVideo(lab.simulator, {
			mediaLibraryMetadata: { associatedAccount: account, assetName: 'My asset' },
		});
		expect(lab.simulator.video(urn).libraryMetadata).toEqual({
			associatedAccount: account,
			assetName: 'My asset',
			mediaLibraryStatus: 'ACTIVE',
		});
	});

	documented('needs associatedAccount and assetName', async () => {
		expect((await initialize({ associatedAccount: account })).text).toContain(
			'/assetName :: field is required',
		);
		expect((await initialize({ assetName: 'a' })).text).toContain(
			'/associatedAccount :: field is required',
		);
		expect((await initialize([])).status).toBe(400);
	});

	documented('knows two statuses', async () => {
		const named = { associatedAccount: account, assetName: 'a' };
		expect((await initialize({ ...named, mediaLibraryStatus: 'ARCHIVED' })).status).toBe(200);
		expect((await initialize({ ...named, mediaLibraryStatus: 'DELETED' })).status).toBe(400);
	});

	documented('wants a sponsored account', async () => {
		expect((await initialize({ associatedAccount: page, assetName: 'a' })).json).toMatchObject({
			code: 'INVALID_URN_TYPE',
			message: `associatedAccount value ${page} must be a sponsoredAccount URN`,
		});
	});

	assumed('wants an account that exists, a name that is not empty, and nothing else', async () => {
		const missing = await initialize({
			associatedAccount: 'urn:li:sponsoredAccount:1',
			assetName: 'a',
		});
		expect(missing.json).toMatchObject({ status: 400, code: 'INVALID_URN_ID' });
		expect((await initialize({ associatedAccount: account, assetName: '' })).status).toBe(400);
		const more = await initialize({ associatedAccount: account, assetName: 'a', more: 1 });
		expect(more.text).toContain('/mediaLibraryMetadata/more :: unrecognized');
	});
});
