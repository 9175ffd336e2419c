import { time } from '../../../nodes/transport/time';
import { fixture } from '../../fixtures/make';
import type { Fault } from '../../simulator';
import { file, scene, talk } from '../scene';

const { asset, entry, files, plan, requests, upload, video } = scene();

const VIDEO = fixture('talk.mp4');
const SECRET = `AQX${'s3cret'.repeat(20)}`;
/** 50,091 characters, as they were seen: a token, line breaks, marks that turn the order of characters. */
const HOSTILE = `bad\r\n\u202egp\u200bj\u0000 token=${SECRET} https://a.example/x?sig=${SECRET} ${'words '.repeat(8300)}`;

/** Pauses before another try. */
const paused: number[] = [];
beforeAll(() => {
	const pause = jest.mocked(time.pause).getMockImplementation();
	jest.mocked(time.pause).mockImplementation(async (milliseconds, signal) => {
		paused.push(milliseconds);
		await pause?.(milliseconds, signal);
	});
});
beforeEach(() => {
	paused.length = 0;
});

/** The words are there, and nothing of what is wrong with them. */
function expectHarmless(text: string): void {
	expect(text).toContain('bad gpj');
	expect(text).not.toContain(SECRET);
	// Our own texts have line breaks of their own between message and description.
	expect(text).not.toMatch(/[\r\0\u202e\u200b]/);
	expect(text.length).toBeLessThan(1500);
}

const failedProcessing: Fault = {
	kind: 'replaceFields',
	fields: { status: 'PROCESSING_FAILED', processingFailureReason: HOSTILE },
};

describe('words of others', () => {
	test('why processing failed', async () => {
		plan('videos.get', failedProcessing);
		const { told } = await upload(talk()).options({ waitSeconds: 600 }).fails();
		expectHarmless(told);
	});

	test('why it failed, in a simplified entry; raw it is LinkedIn’s own', async () => {
		const urn = entry('video');
		plan('videos.get', failedProcessing);
		const { json } = await video('get', { urn });
		const { processingFailureReason: reason } = json;
		if (typeof reason !== 'string') throw new Error('no reason');
		expectHarmless(reason);
		expect(reason.length).toBeLessThanOrEqual(300);
		plan('videos.get', failedProcessing);
		const raw = await video('get', { urn, simplify: false });
		expect(raw.json.processingFailureReason).toBe(HOSTILE);
	});

	test.each(['status', 'owner', 'id'])('a field "%s"', async (field) => {
		plan('videos.get', { kind: 'replaceFields', fields: { [field]: HOSTILE } });
		const { items, error } = await video('get', { urn: entry('video') }).ends();
		expect(JSON.stringify(items).length + (error?.message.length ?? 0)).toBeLessThan(3000);
		expect(JSON.stringify([items, error?.message])).not.toContain(SECRET);
	});

	test('a refusal: message and code', async () => {
		plan('videos.get', { kind: 'status', status: 400, body: { message: HOSTILE, code: HOSTILE } });
		const { told } = await video('get', { urn: entry('video') }).fails();
		expectHarmless(told);
	});

	test('a refusal that is plain text', async () => {
		plan('videos.get', { kind: 'status', status: 400, body: HOSTILE });
		expectHarmless((await video('get', { urn: entry('video') }).fails()).told);
	});

	test('an entry’s own refusal in a batch', async () => {
		const urn = 'urn:li:video:gone';
		const error = { status: 404, code: HOSTILE, message: HOSTILE };
		plan('videos.batchGet', { kind: 'replaceFields', fields: { [`errors.${urn}`]: error } });
		const { json } = await video('batchGet', { urns: urn });
		expectHarmless(JSON.stringify(json));
	});

	test('the status line of a file’s server, and how it packs', async () => {
		const url = files.add('/a.mp4', {
			content: VIDEO,
			ranges: false,
			instead: () => ({ status: 400, headers: { 'X-Reason': 'no' }, body: HOSTILE }),
		});
		const { told } = await video('upload').from(url).fails('status 400');
		expect(told).not.toContain(SECRET);
		expect(told.length).toBeLessThan(1000);
	});
});

describe('a request that cannot be built', () => {
	/** As another node has registered it; somebody has changed a header. */
	async function registered(mediaType: string): Promise<string> {
		const form =
			mediaType === 'image'
				? { mediaType }
				: { mediaType, mechanism: 'MULTIPART_UPLOAD', fileSizeBytes: VIDEO.length };
		const { json } = await asset('registerUpload', form).allow('addresses');
		const session = json.uploadSession as { parts: Array<{ headers: Record<string, string> }> };
		for (const part of session.parts) part.headers['media-type-family'] = 'STILL\r\nX-Other: y';
		return JSON.stringify(session);
	}

	test.each(['image', 'video'])(
		'%s: the user’s error at once, by the header’s name',
		async (mediaType) => {
			const content = mediaType === 'image' ? file('picture.png') : talk();
			await asset('upload', { mediaType, options: { uploadSession: await registered(mediaType) } })
				.allow('addresses')
				.of(content)
				.fails('the header media-type-family has a value that LinkedIn never uses');
			expect([...requests('assets.upload'), ...requests('assets.part')]).toEqual([]);
			expect(paused).toEqual([]);
		},
	);
});
