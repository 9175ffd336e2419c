import { fixture, enlargeMp4 } from '../fixtures/make';
import {
	ACCOUNT,
	byUrn,
	errorIn,
	expectClean,
	item,
	openLab,
	OWNER,
	PAGE,
	requests,
	sha256,
	talk,
	told,
	type Lab,
} from './lab';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const sizes = [2_000_000, 2_100_000, 2_200_000];
const videos = sizes.map((size) => enlargeMp4(fixture('talk.mp4'), size));

describe('several items', () => {
	test('each gives one item, paired, in the order of the input', async () => {
		const result = await lab.run({ items: videos.map((video) => item({ data: talk(video) })) });
		expectClean(lab, result);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([
			{ item: 0 },
			{ item: 1 },
			{ item: 2 },
		]);
		expect(result.items.map(({ json }) => json.fileSizeBytes)).toEqual(sizes);
		for (const [index, { json }] of result.items.entries()) {
			const received = lab.simulator.videos().find(({ urn }) => urn === json.urn);
			expect(received?.sha256).toBe(sha256(videos[index] ?? Buffer.alloc(0)));
		}
	});

	test('expressions are evaluated for each item', async () => {
		const result = await lab.run({
			parameters: {
				owner: byUrn('={{ $json.owner }}'),
				binaryPropertyName: '={{ $json.field }}',
				captionsSource: '={{ $json.srt ? "text" : "none" }}',
				captionsText: '={{ $json.srt }}',
				thumbnailSource: '={{ $json.srt ? "binaryData" : "none" }}',
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: '={{ $json.field }}' },
				options: { templateName: '={{ $json.srt ? "subtitled" : "silent" }}' },
			},
			items: [
				item({ one: talk() }, { owner: OWNER, field: 'one' }),
				item(
					{ two: talk(), thumbnail: fixture('thumbnail.jpg') },
					{ owner: PAGE, field: 'two', srt: fixture('talk.srt').toString() },
				),
			],
		});
		expectClean(lab, result);
		expect(result.items.map(({ json }) => json.owner)).toEqual([OWNER, PAGE]);
		expect(result.items.map(({ json }) => json.captions)).toEqual(['none', 'uploaded']);
		expect(result.items.map(({ json }) => json.thumbnail)).toEqual(['none', 'uploaded']);
		const entry = (assetName: string) => ({ associatedAccount: ACCOUNT, assetName });
		expect(lab.simulator.videos().map((video) => video.initializeRequest)).toMatchObject([
			{ initializeUploadRequest: { mediaLibraryMetadata: entry('one'), templateName: 'silent' } },
			{
				initializeUploadRequest: { mediaLibraryMetadata: entry('two'), templateName: 'subtitled' },
			},
		]);
	});

	test('expressions are evaluated for each image, too', async () => {
		const text = { content: Buffer.from('no image'), fileName: 'image.png' };
		const result = await lab.run({
			parameters: {
				resource: 'image',
				owner: byUrn('={{ $json.owner }}'),
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: '={{ $json.name }}' },
				options: { checkFile: '={{ $json.check }}' },
			},
			items: [
				item({ data: fixture('picture.png') }, { owner: OWNER, name: 'one', check: true }),
				item({ data: text }, { owner: PAGE, name: 'two', check: false }),
			],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		const request = (owner: string, assetName: string) => ({
			initializeUploadRequest: {
				owner,
				mediaLibraryMetadata: { associatedAccount: ACCOUNT, assetName },
			},
		});
		expect(lab.simulator.images().map((image) => image.initializeRequest)).toEqual([
			request(OWNER, 'one'),
			request(PAGE, 'two'),
		]);
	});

	test('an owner as plain text, as an expression on the whole field gives it', async () => {
		const result = await lab.run({ parameters: { owner: OWNER }, items: [item({ data: talk() })] });
		expectClean(lab, result);
		expect(result.items[0]?.json.owner).toBe(OWNER);
	});

	test('without continue on fail the first bad one stops the workflow and is named', async () => {
		const result = await lab.run({
			items: [item({ data: talk() }), { json: {} }, item({ data: talk() })],
		});
		expectClean(lab, result);
		expect(told(result)).toContain('[item 1]');
		expect(lab.simulator.videos()).toHaveLength(1);
	});
});

describe('one bad item among many', () => {
	const items = [
		item({ data: talk() }, { name: 'good' }),
		item({ data: talk(fixture('short-2s.mp4')) }, { name: 'short' }),
		item({ data: talk() }, { name: 'refused' }),
		item({ data: talk() }, { name: 'last' }),
	];
	/** The second upload that reaches LinkedIn is the third item's. */
	const refuseThird = (): void => {
		lab.simulator.plan({ on: 'videos.part', call: 2, fault: { kind: 'status', status: 400 } });
	};

	test('continue on fail: the others go on, errors stand in their places', async () => {
		refuseThird();
		const result = await lab.run({ items, onError: 'continueRegularOutput' });
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(result.items).toHaveLength(4);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual(
			[0, 1, 2, 3].map((item) => ({ item })),
		);
		expect(result.items[0]?.json.urn).toMatch(/^urn:li:video:/);
		expect(result.items[3]?.json.urn).toMatch(/^urn:li:video:/);
		expect(errorIn(result.items[1])).toEqual({
			message: expect.stringMatching(/seconds.*\[item 1\]$/) as string,
			description: expect.any(String) as string,
			status: null,
			code: null,
		});
		expect(errorIn(result.items[2])).toMatchObject({
			message: expect.stringContaining('part 1 of 1') as string,
			status: 400,
			uploadSession: { urn: lab.simulator.videos()[1]?.urn, captions: 'none' },
		});
		expect(Object.keys(result.items[2]?.json ?? {})).toEqual(['error']);
		expect(result.items[1]?.binary).toHaveProperty('data');
	});

	test('error branch: the bad ones go there with their input, the good ones go on', async () => {
		refuseThird();
		const result = await lab.run({ items, onError: 'continueErrorOutput' });
		expectClean(lab, result);
		expect(result.items.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 3 }]);
		expect(result.errorItems.map(({ json }) => json.name)).toEqual(['short', 'refused']);
		expect(errorIn(result.errorItems[1])).toHaveProperty('uploadSession.parts');
		// What the next node needs to resume: the session and the same file.
		const bytes = await lab.engine.binary(result.errorItems[1] ?? { json: {} }, 'data');
		expect(sha256(bytes)).toBe(sha256(fixture('talk.mp4')));
	});
});

describe('a credential that cannot be used', () => {
	const items = [item({ data: talk() }, { name: 'one' }), item({ data: talk() }, { name: 'two' })];
	const broken = (): Parameters<Lab['run']>[0] => ({
		items,
		credential: lab.credential({}, { oauthTokenData: {} }),
	});

	test('stops the workflow', async () => {
		const result = await lab.run(broken());
		expect(told(result)).toContain('not connected to LinkedIn yet');
	});

	test('continue on fail: every item is an error, none slips through as a success', async () => {
		const regular = await lab.run({ ...broken(), onError: 'continueRegularOutput' });
		expect(regular.items.map(({ json }) => Object.keys(json))).toEqual([['error'], ['error']]);
		const branch = await lab.run({ ...broken(), onError: 'continueErrorOutput' });
		expect(branch.items).toEqual([]);
		expect(branch.errorItems.map(({ json }) => json.name)).toEqual(['one', 'two']);
		expect(errorIn(branch.errorItems[1]).message).toContain('[item 1]');
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('the binary field as an expression', () => {
	test('that gives the binary data itself works like its name', async () => {
		const result = await lab.run({
			parameters: { binaryPropertyName: "={{ $('Trigger').item.binary.video }}" },
			items: [item({ video: talk() })],
		});
		expectClean(lab, result);
		expect(result.error).toBeUndefined();
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(fixture('talk.mp4')));
	});

	test('that gives something else: the error shows what it is, never its content', async () => {
		const result = await lab.run({
			parameters: { binaryPropertyName: '={{ $json }}' },
			items: [item({ data: talk() }, { password: 'hunter2' })],
		});
		expect(told(result)).toContain('Input Binary Field is an object, not a text');
		expect(told(result)).not.toContain('hunter2');
		expect(lab.simulator.journal).toEqual([]);
	});
});

describe('warnings', () => {
	const captionsText =
		'1\n00:00:01,000 --> 00:00:03,000\nOne\n\n2\n00:00:02,000 --> 00:00:04,000\nTwo\n';

	test('stand in the description when the node throws, because n8n drops its hints', async () => {
		lab.simulator.plan({ on: 'videos.finalizeUpload', fault: { kind: 'status', status: 400 } });
		const result = await lab.run({
			credential: lab.credential({}, { apiVersion: '202404' }),
			parameters: {
				options: { onSupplementFailure: 'continue' },
				captionsSource: 'text',
				captionsText,
			},
			items: [item({ data: talk() })],
		});
		expect(result.hints).toEqual([]);
		expect(told(result)).toContain('Warning: LinkedIn no longer accepts API version 202404');
	});

	test('of the look into the files stand there too', async () => {
		lab.simulator.plan({ on: 'videos.part', fault: { kind: 'status', status: 400 } });
		const result = await lab.run({
			parameters: { captionsSource: 'text', captionsText },
			items: [item({ data: talk() })],
		});
		expect(told(result)).toContain(
			'Warning: The captions "Captions Text" have cues that start while',
		);
	});

	test('of an item that failed are hints when the others go on', async () => {
		lab.simulator.plan({ on: 'videos.captions', fault: { kind: 'status', status: 400 } });
		lab.simulator.plan({ on: 'videos.finalizeUpload', fault: { kind: 'status', status: 400 } });
		const result = await lab.run({
			parameters: {
				options: { onSupplementFailure: 'continue' },
				captionsSource: 'text',
				captionsText,
			},
			items: [item({ data: talk() })],
			onError: 'continueRegularOutput',
		});
		expectClean(lab, result);
		expect(errorIn(result.items[0]).message).toContain('finalize');
		expect(errorIn(result.items[0]).description).not.toContain('Warning:');
		expect(result.hints.map(({ message }) => message).join()).toContain(
			'goes without its captions',
		);
	});
});

test('a thousand warnings are twenty hints and one that there are more', async () => {
	const names = Array.from({ length: 24 }, (_, index) => `picture-${index + 1}.png`);
	const result = await lab.run({
		credential: lab.credential({ scopes: ['w_member_social'] }),
		parameters: {
			resource: 'image',
			operation: 'upload',
			options: { waitUntilAvailable: true },
		},
		items: names.map((fileName) => item({ data: { content: fixture('picture.png'), fileName } })),
	});
	expectClean(lab, result);
	const warnings = result.items.map(({ json }) => json.warnings);
	expect(warnings).toEqual(names.map((name) => [expect.stringContaining(name) as string]));
	const hints = result.hints.map(({ message }) => message);
	expect(hints).toEqual([
		...warnings.slice(0, 20).flat(),
		'There are more warnings: see "warnings" in each item.',
	]);
});

describe('what the router does not know', () => {
	test.each([
		['constructor', 'upload'],
		['__proto__', 'upload'],
		['video', 'toString'],
		['video', '__proto__'],
	])('resource "%s", operation "%s": a clear error, no call', async (resource, operation) => {
		const result = await lab.run({
			parameters: { resource, operation },
			items: [item({ data: talk() })],
		});
		expect(told(result)).toContain('does not exist');
		expect(lab.simulator.journal).toEqual([]);
	});
});

test('a cancelled execution stops at once: nothing is finalized, no call follows', async () => {
	lab.simulator.configure({ partBytes: 100_000 });
	lab.simulator.plan({ on: 'videos.part', part: 3, fault: { kind: 'stall' } });
	const stop = new AbortController();
	const running = lab.run({
		items: [item({ data: talk() })],
		parameters: { options: { partConcurrency: 1 } },
		signal: stop.signal,
		onError: 'continueRegularOutput',
	});
	while (requests(lab.simulator, 'videos.part').length < 3) await new Promise(setImmediate);
	stop.abort();
	const result = await running;
	expect(result.status).toBe('canceled');
	expect(requests(lab.simulator, 'videos.part')).toHaveLength(3);
	expect(requests(lab.simulator, 'videos.finalizeUpload')).toEqual([]);
	expect(lab.simulator.videos()[0]?.status).toBe('WAITING_UPLOAD');
});
