import type { IDataObject } from 'n8n-workflow';

import { fixture, mp4WithDuration } from '../fixtures/make';
import { saidIn, writesIn } from './checkSupport';
import { imports, inLibrary, startReceiver, video as clip } from './importSupport';
import { posting, READING } from './postSupport';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	file,
	item,
	OWNER,
	PAGE,
	postUrn,
	scene,
	talk,
	talkWithSupplements,
	withSupplements,
} from './scene';

const stage = scene();
const { calls, entry, files, image, linkedIn, plan, post, resource, upload, video } = stage;
const { create, createFromFiles, imageOf, imagesOf, videoOf } = posting(stage);
const { importItems, importList } = imports(resource);

const CHECK = { checkOnly: true };
const LONG = talk(mp4WithDuration(31 * 60, 100_000));
const texts = (json: IDataObject) => saidIn(json).problems;

afterEach(() => {
	const { journal } = linkedIn;
	const posted = journal.filter(({ endpoint }) => endpoint === 'posts.create');
	expect(writesIn(journal).filter((write) => !posted.includes(write))).toEqual([]);
});

describe('what will be published is shown', () => {
	test('a post: the text as readers see it, and the state of its media', async () => {
		const media = imagesOf(PAGE, 2);
		const { json } = await create({
			contentType: 'multiImage',
			commentary: 'Thanks, @[linkedin.com/company/page-with-an-admin]! #launch',
			mediaUrns: media.join(','),
			altText: 'One\nTwo',
		})
			.as(PAGE)
			.options(CHECK)
			.by(stage.credential({ scopes: [...READING, 'rw_organization_admin'] }));
		expect(saidIn(json)).toEqual({
			ok: true,
			problems: [],
			warnings: [],
			preview: {
				text: 'Thanks, Page with an admin! #launch',
				characters: 35,
				author: PAGE,
				contentType: 'multiImage',
				altTexts: ['One', 'Two'],
				visibility: 'PUBLIC',
				feedDistribution: 'MAIN_FEED',
				isReshareDisabledByAuthor: false,
				media: media.map((urn) => ({ urn, status: 'AVAILABLE' })),
			},
			// The page, both images together, the post.
			calls: 3,
		});
		expect(calls()).toEqual(['organizations', 'images.batchGet']);
	});

	test('a video: what it is, its captions, thumbnail and library entry', async () => {
		const { json } = await upload(talkWithSupplements)
			.with({
				...withSupplements,
				libraryEntry: { associatedAccount: byUrn(ACCOUNT), assetName: 'Talk' },
			})
			.options({ ...CHECK, waitSeconds: 600 });
		expect(saidIn(json).preview).toMatchObject({
			owner: OWNER,
			media: [
				{
					name: 'talk.mp4',
					sizeBytes: fixture('talk.mp4').length,
					container: 'MP4',
					captions: { name: 'talk.srt' },
					thumbnail: { name: 'thumbnail.jpg', sizeBytes: fixture('thumbnail.jpg').length },
				},
			],
			library: { associatedAccount: ACCOUNT, assetName: 'Talk' },
		});
		expect(json.calls).toMatchObject({ least: 3 });
		expect(calls()).toEqual([]);
	});

	test('the least number of calls is that of a run for which LinkedIn is quick', async () => {
		const { json } = await createFromFiles().of(file('picture.png')).options(CHECK);
		expect(writesIn(linkedIn.journal)).toEqual([]);
		// The start of the upload, its status, the post.
		expect(json.calls).toMatchObject({ least: 3 });
		const { json: published } = await createFromFiles().of(file('picture.png'));
		expect(published.calls).toBe(3);
		await linkedIn.reset();
	});

	test('an update of a post: as it is now, and as it will be', async () => {
		await create({ contentType: 'text', commentary: 'First' }).as(PAGE);
		const urn = linkedIn.posts()[0]?.urn ?? '';
		const { json } = await post('update', {
			urn: postUrn(urn),
			updateFields: { commentary: '#Second' },
		})
			.options(CHECK)
			.scopes(...READING);
		expect(saidIn(json)).toMatchObject({
			calls: 1,
			preview: { urn, change: { text: '#Second', characters: 7 }, now: { text: 'First' } },
		});
	});
});

describe('what is wrong with each part is listed', () => {
	test('of an upload: the file, its captions, its thumbnail and the owner', async () => {
		const { json } = await upload(
			item({ data: LONG, captions: talk(), thumbnail: file('talk.srt') }),
		)
			.with({ ...withSupplements, owner: byExpression('nobody') })
			.options(CHECK);
		const problems = texts(json);
		expect(problems).toHaveLength(4);
		expect(problems[0]).toMatch(/^Owner "nobody" is not a LinkedIn URN\. /);
		expect(problems[1]).toMatch(/^The captions "talk\.mp4"/);
		expect(problems[2]).toMatch(/^The thumbnail "talk\.srt" is not a JPG, PNG or GIF/);
		expect(problems[3]).toMatch(/^The video "talk\.mp4" is 31:00 minutes long/);
	});

	test('of a post: its text, alt texts and each of its files', async () => {
		const { json } = await createFromFiles({
			contentType: 'multiImage',
			commentary: 'x'.repeat(3001),
			binaryPropertyNames: 'good, missing, text, worse',
			altText: ['a', 'b', 'c', 'd', 'e'].join('\n'),
		})
			.of(item({ good: file('picture.png'), text: file('talk.srt'), worse: Buffer.alloc(0) }))
			.options(CHECK);
		const problems = texts(json).join('\n');
		expect(problems).toMatch(/Text has 3001 characters/);
		expect(problems).toMatch(/Alt Text has 5 texts, but the post has 4 images/);
		expect(problems).toMatch(/the item has no binary field "missing"/);
		expect(problems).toMatch(/The image "talk\.srt" is not a JPG/);
		expect(problems).toMatch(/The image "worse\.bin" is empty/);
		expect(json.preview).toMatchObject({ media: [{ name: 'picture.png', type: 'png' }] });
	});

	test('media that LinkedIn still processes are a warning while they are waited for', async () => {
		const mediaUrn = videoOf(OWNER, { status: 'PROCESSING' });
		const check = (waitSeconds: number) =>
			create({ contentType: 'video', mediaUrn }).options({ ...CHECK, waitSeconds });
		const { json } = await check(60);
		expect(saidIn(json).warnings).toEqual([
			`The video ${mediaUrn} is still PROCESSING. The post waits for it up to 60 seconds.`,
		]);
		expect(json.calls).toMatchObject({ least: 3 });
		expect(texts((await check(0)).json)).toEqual([
			expect.stringContaining(`The video ${mediaUrn} is still PROCESSING. `),
		]);
	});

	test('an entry of a library that can’t be archived now', async () => {
		const urn = entry('video', { status: 'PROCESSING' });
		const { json } = await video('updateLibrary', {
			urn,
			associatedAccount: byUrn(ACCOUNT),
			updateFields: { mediaLibraryStatus: 'ARCHIVED' },
		}).options(CHECK);
		expect(texts(json)).toEqual([
			expect.stringMatching(/can’t be made ARCHIVED now\. .*Its status is PROCESSING\.$/),
		]);
	});
});

describe('items', () => {
	test('one bad item stops nothing; each is paired, with its fields', async () => {
		const { jsons, pairs } = await upload(
			item({ data: LONG }, { row: 1 }),
			item({ data: talk() }, { row: 2 }),
		).options({ ...CHECK, includeInputFields: true });
		expect(jsons.map(({ row, ok }) => [row, ok])).toEqual([
			[1, false],
			[2, true],
		]);
		expect(pairs).toEqual([{ item: 0 }, { item: 1 }]);
	});

	test('by an expression some are checked, and others published', async () => {
		const mediaUrn = imageOf(OWNER);
		const { jsons } = await create({ mediaUrn })
			.of({ json: { check: true } }, { json: { check: false } })
			.options({ checkOnly: '={{ $json.check }}' });
		expect(jsons.map(({ ok, urn }) => [ok, urn])).toEqual([
			[true, undefined],
			[undefined, linkedIn.posts()[0]?.urn],
		]);
	});

	test('an option that says neither is an error, and nothing is written', async () => {
		await create({ mediaUrn: imageOf(OWNER) })
			.options({ checkOnly: '={{ "perhaps" }}' })
			.failsAtOnce('Check Only');
	});

	test('it is no option of operations that read', async () => {
		const { json } = await image('get', { urn: entry('image') }).options(CHECK);
		expect(json).not.toHaveProperty('ok');
	});

	test('a connection that isn’t connected is an error', async () => {
		await upload(talk()).options(CHECK).by({}).fails('not connected');
	});

	test('what LinkedIn refuses to show is a problem, not an error', async () => {
		plan('images.get', 503, { call: 'every' });
		const mediaUrn = imageOf(OWNER);
		const { json } = await create({ mediaUrn }).options({ ...CHECK, maxRetries: 0 });
		// As in the run: what can't be read is no obstacle.
		expect(json.ok).toBe(true);
	});
});

describe('imports', () => {
	test('each entry is checked; nobody is told, and the ID is left to the import', async () => {
		const receiver = await startReceiver(() => 200);
		const [known = ''] = stage.entries('video', { names: ['Old [import archive/b]'] });
		const good = `${files.add('/good.mp4', clip(1))}?X-Amz-Signature=hidden`;
		const form = {
			...inLibrary,
			output: 'entries',
			notification: { webhookUrl: receiver.url },
		};
		const { jsons, pairs } = await importItems(
			[
				{ url: good, id: 'a' },
				{ url: good, id: 'b' },
				{ url: files.add('/long.mp4', mp4WithDuration(31 * 60, 100_000)), id: 'c' },
				{ id: 'd' },
			],
			form,
		).options({ ...CHECK, importId: 'nightly' });
		await receiver.close();
		const said = jsons.map((json) => saidIn(json));
		expect(said.map(({ ok, preview }) => [ok, preview.action, preview.externalId])).toEqual([
			[true, 'upload', 'a'],
			[true, 'skipped', 'b'],
			[false, undefined, 'c'],
			[false, undefined, 'd'],
		]);
		expect(said[1]?.preview).toMatchObject({ urn: known });
		expect(said[2]?.problems[0]).toContain('31:00 minutes long');
		expect(JSON.stringify(jsons)).not.toContain('hidden');
		expect(pairs).toEqual([0, 1, 2, 3].map((index) => ({ item: index })));
		expect(receiver.calls).toEqual([]);
	});

	test('as a summary', async () => {
		const { json } = await importList([{ url: files.add('/a.mp4', clip(1)) }, {}]).options(CHECK);
		const { ok, problems, preview } = saidIn(json);
		expect([ok, problems.length]).toEqual([false, 1]);
		expect(problems[0]).toMatch(/^Entry 2: /);
		expect(preview.entries).toMatchObject([{ ok: true, calls: 2 }, { ok: false }]);
	});

	test('what fails it as a whole is an item too', async () => {
		const { json } = await importList([{ url: 'https://example.com/a.mp4' }], {
			ifExists: 'update',
		}).options(CHECK);
		expect(texts(json)).toEqual([expect.stringContaining('no media library entry is set')]);
	});
});
