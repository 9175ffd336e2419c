import { enlargeMp4, fixture } from '../fixtures/make';
import {
	ACCOUNT,
	byUrn,
	errorIn,
	file,
	item,
	OWNER,
	PAGE,
	scene,
	sha256,
	talk,
	type Input,
} from './scene';

const { credential, engine, image, linkedIn, plan, requests, resource, upload } = scene();

const SRT = fixture('talk.srt').toString();

describe('several items', () => {
	test('each gives one item, paired, in the order of the input', async () => {
		const sizes = [2_000_000, 2_100_000, 2_200_000];
		const videos = sizes.map((size) => enlargeMp4(fixture('talk.mp4'), size));
		const { jsons, pairs } = await upload(...videos.map(talk));
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }, { item: 2 }]);
		expect(jsons.map(({ fileSizeBytes }) => fileSizeBytes)).toEqual(sizes);
		for (const [index, { urn }] of jsons.entries()) {
			const received = linkedIn.videos().find((view) => view.urn === urn);
			expect(received?.sha256).toBe(sha256(videos[index] ?? Buffer.alloc(0)));
		}
	});

	test('keep their fields beside the result where that is wanted; the result’s come first', async () => {
		const row = { row: 7, customer: { name: 'Ada' }, urn: 'mine', error: { message: 'old' } };
		const input = item({ data: talk() }, row);
		const { json } = await upload(input).options({ includeInputFields: true });
		expect(json).toMatchObject({
			row: 7,
			customer: { name: 'Ada' },
			urn: linkedIn.videos()[0]?.urn,
			status: 'AVAILABLE',
		});
		// n8n takes an item with that key for one that failed.
		expect(json).not.toHaveProperty('error');
		expect((await upload(input)).json).not.toHaveProperty('row');
	});

	const library = { associatedAccount: byUrn(ACCOUNT), assetName: '={{ $json.name }}' };
	const entry = (assetName: string) => ({ associatedAccount: ACCOUNT, assetName });

	test('expressions are evaluated for each item', async () => {
		const { jsons } = await upload(
			item({ one: talk() }, { owner: OWNER, name: 'one' }),
			item(
				{ two: talk(), thumbnail: fixture('thumbnail.jpg') },
				{ owner: PAGE, name: 'two', srt: SRT },
			),
		)
			.as('={{ $json.owner }}')
			.with({
				binaryPropertyName: '={{ $json.name }}',
				captionsSource: '={{ $json.srt ? "text" : "none" }}',
				captionsText: '={{ $json.srt }}',
				thumbnailSource: '={{ $json.srt ? "binaryData" : "none" }}',
				libraryEntry: library,
				options: { templateName: '={{ $json.srt ? "subtitled" : "silent" }}' },
			});
		expect(jsons.map(({ owner }) => owner)).toEqual([OWNER, PAGE]);
		expect(jsons.map(({ captions }) => captions)).toEqual(['none', 'uploaded']);
		expect(jsons.map(({ thumbnail }) => thumbnail)).toEqual(['none', 'uploaded']);
		const request = (name: string, templateName: string) => ({
			initializeUploadRequest: { mediaLibraryMetadata: entry(name), templateName },
		});
		expect(linkedIn.videos().map(({ initializeRequest }) => initializeRequest)).toMatchObject([
			request('one', 'silent'),
			request('two', 'subtitled'),
		]);
	});

	test('expressions are evaluated for each image, too', async () => {
		const text = { content: Buffer.from('no image'), fileName: 'image.png' };
		await image('upload')
			.as('={{ $json.owner }}')
			.with({ libraryEntry: library })
			.options({ checkFile: '={{ $json.check }}' })
			.of(
				item({ data: fixture('picture.png') }, { owner: OWNER, name: 'one', check: true }),
				item({ data: text }, { owner: PAGE, name: 'two', check: false }),
			);
		const request = (owner: string, name: string) => ({
			initializeUploadRequest: { owner, mediaLibraryMetadata: entry(name) },
		});
		expect(linkedIn.images().map(({ initializeRequest }) => initializeRequest)).toEqual([
			request(OWNER, 'one'),
			request(PAGE, 'two'),
		]);
	});

	test('an owner as plain text, as an expression on the whole field gives it', async () => {
		const { json } = await upload(talk()).with({ owner: OWNER });
		expect(json.owner).toBe(OWNER);
	});

	test('without continue on fail the first bad one stops the workflow and is named', async () => {
		await upload(talk(), { json: {} }, talk()).fails('[item 2]');
		expect(linkedIn.videos()).toHaveLength(1);
	});
});

describe('one bad item among many', () => {
	/** The second upload that reaches LinkedIn is the third item's. */
	const uploadFour = () => {
		plan('videos.part', 400, { call: 2 });
		return upload(
			item({ data: talk() }, { name: 'good' }),
			item({ data: talk(fixture('short-2s.mp4')) }, { name: 'short' }),
			item({ data: talk() }, { name: 'refused' }),
			item({ data: talk() }, { name: 'last' }),
		);
	};

	test('continue on fail: the others go on, errors stand in their places', async () => {
		const { items, pairs } = await uploadFour().onError('continueRegularOutput');
		expect(items).toHaveLength(4);
		expect(pairs).toEqual([0, 1, 2, 3].map((index) => ({ item: index })));
		expect(items[0]?.json.urn).toMatch(/^urn:li:video:/);
		expect(items[3]?.json.urn).toMatch(/^urn:li:video:/);
		expect(errorIn(items[1])).toEqual({
			message: expect.stringMatching(/seconds.*\[item 2\]$/) as string,
			description: expect.any(String) as string,
			status: null,
			code: null,
		});
		expect(errorIn(items[2])).toMatchObject({
			message: expect.stringContaining('part 1 of 1') as string,
			status: 400,
			uploadSession: { urn: linkedIn.videos()[1]?.urn, captions: 'none' },
		});
		expect(Object.keys(items[2]?.json ?? {})).toEqual(['error']);
		expect(items[1]?.binary).toHaveProperty('data');
	});

	test('error branch: the bad ones go there with their input, the good ones go on', async () => {
		const { pairs, errorItems } = await uploadFour().onError('continueErrorOutput');
		expect(pairs).toEqual([{ item: 0 }, { item: 3 }]);
		expect(errorItems.map(({ json }) => json.name)).toEqual(['short', 'refused']);
		expect(errorIn(errorItems[1])).toHaveProperty('uploadSession.parts');
		// What the next node needs to resume: the session and the same file.
		const bytes = await engine.binary(errorItems[1] ?? { json: {} }, 'data');
		expect(sha256(bytes)).toBe(sha256(fixture('talk.mp4')));
	});
});

describe('a credential that cannot be used', () => {
	const uploadTwo = () =>
		upload(item({ data: talk() }, { name: 'one' }), item({ data: talk() }, { name: 'two' })).by(
			credential({}, { oauthTokenData: {} }),
		);

	test('stops the workflow', async () => {
		await uploadTwo().fails('not connected to LinkedIn yet');
	});

	test('continue on fail: every item is an error, none slips through as a success', async () => {
		const regular = await uploadTwo().onError('continueRegularOutput');
		expect(regular.jsons.map((json) => Object.keys(json))).toEqual([['error'], ['error']]);
		const branch = await uploadTwo().onError('continueErrorOutput');
		expect(branch.items).toEqual([]);
		expect(branch.errorItems.map(({ json }) => json.name)).toEqual(['one', 'two']);
		expect(errorIn(branch.errorItems[1]).message).toContain('[item 2]');
		expect(linkedIn.journal).toEqual([]);
	});
});

describe('the binary field as an expression', () => {
	test('that gives the binary data itself works like its name', async () => {
		await upload(item({ video: talk() })).with({
			binaryPropertyName: "={{ $('Trigger').item.binary.video }}",
		});
		expect(linkedIn.videos()[0]?.sha256).toBe(sha256(fixture('talk.mp4')));
	});

	test('that gives something else: the error shows what it is, never its content', async () => {
		const { told } = await upload(item({ data: talk() }, { password: 'hunter2' }))
			.with({ binaryPropertyName: '={{ $json }}' })
			.failsAtOnce('Input Binary Field is an object, not the name of a binary field');
		expect(told).not.toContain('hunter2');
	});
});

describe('warnings', () => {
	const overlapping = {
		captionsSource: 'text',
		captionsText:
			'1\n00:00:01,000 --> 00:00:03,000\nOne\n\n2\n00:00:02,000 --> 00:00:04,000\nTwo\n',
	};
	const GO_ON = { onSupplementFailure: 'continue' };

	test('stand in the description when the node throws, because n8n drops its hints', async () => {
		plan('videos.finalizeUpload', 400);
		const { hints } = await upload(talk())
			.by(credential({}, { apiVersion: '202404' }))
			.with(overlapping)
			.options(GO_ON)
			.fails('Warning: LinkedIn no longer accepts API version 202404');
		expect(hints).toEqual([]);
	});

	test('of the look into the files stand there too', async () => {
		plan('videos.part', 400);
		await upload(talk())
			.with(overlapping)
			.fails('Warning: The captions in Captions Text have overlapping cues');
	});

	test('of an item that failed are hints when the others go on', async () => {
		plan('videos.captions', 400);
		plan('videos.finalizeUpload', 400);
		const { items, hints } = await upload(talk())
			.with(overlapping)
			.options(GO_ON)
			.onError('continueRegularOutput');
		expect(errorIn(items[0]).message).toContain('finalize');
		expect(errorIn(items[0]).description).not.toContain('Warning:');
		expect(hints.join()).toContain('Continuing without captions');
	});
});

test('a thousand warnings are twenty hints and one that there are more', async () => {
	const names = Array.from({ length: 24 }, (_, index) => `picture-${index + 1}.png`);
	const { content } = file('picture.png');
	const { jsons, hints } = await image('upload')
		.of(...names.map((fileName): Input => ({ content, fileName })))
		.scopes('w_member_social')
		.options({ waitSeconds: 600 });
	const warnings = jsons.map((json) => json.warnings);
	expect(warnings).toEqual(names.map((name) => [expect.stringContaining(name) as string]));
	expect(hints).toEqual([
		...warnings.slice(0, 20).flat(),
		'There are more warnings. See "warnings" in each item.',
	]);
});

test.each([
	['constructor', 'upload'],
	['__proto__', 'upload'],
	['video', 'toString'],
	['video', '__proto__'],
])('what the router does not know: resource "%s", operation "%s"', async (name, operation) => {
	await resource(name)(operation).of(talk()).failsAtOnce('does not exist');
});

test('a cancelled execution stops at once: nothing is finalized, no call follows', async () => {
	linkedIn.configure({ partBytes: 100_000 });
	plan('videos.part', { kind: 'stall' }, { part: 3 });
	await upload(talk())
		.options({ partConcurrency: 1 })
		.onError('continueRegularOutput')
		.stoppedWhen(() => requests('videos.part').length >= 3);
	expect(requests('videos.part')).toHaveLength(3);
	expect(requests('videos.finalizeUpload')).toEqual([]);
	expect(linkedIn.videos()[0]?.status).toBe('WAITING_UPLOAD');
});
