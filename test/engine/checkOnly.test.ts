import type { IDataObject } from 'n8n-workflow';

import { RESOURCES } from '../../nodes/LinkedInMedia/resources';
import { fieldsOf } from '../contract/form/fields';
import { fixture } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { activityOf } from '../simulator';
import { callsIn, expectForetold, saidIn, writesIn, type Runs } from './checkSupport';
import { imports, inLibrary, video as clip } from './importSupport';
import { COMMENTING, posting, READING } from './postSupport';
import {
	ACCOUNT,
	byUrn,
	file,
	OWNER,
	PAGE,
	postUrn,
	scene,
	talk,
	talkWithSupplements,
	withSupplements,
	type Outcome,
} from './scene';

// Signed addresses are the point of some of these outputs.
const stage = scene({ linkedIn: { partBytes: 700_000 }, allow: ['addresses'] });
const {
	asset,
	comment,
	document,
	entry,
	files,
	image,
	linkedIn,
	plan,
	post,
	resource,
	upload,
	video,
} = stage;
const { create, imageOf } = posting(stage);
const { importItems } = imports(resource);

const VIDEO = fixture('talk.mp4');
const report = { content: pdf(pageTree(3)), fileName: 'Annual report.pdf' };

/** A session of an upload that failed at this endpoint. */
async function sessionAfter(endpoint: 'videos.part' | 'videos.finalizeUpload') {
	plan(endpoint, 400);
	const { session } = await upload(talk()).options({ partConcurrency: 1, maxRetries: 0 }).fails();
	return JSON.stringify(session);
}

async function aPost(): Promise<string> {
	await create({ contentType: 'text', commentary: 'First' }).as(PAGE);
	return linkedIn.posts()[0]?.urn ?? '';
}

async function aComment(): Promise<string> {
	const post = postUrn(await aPost());
	await comment('create', { post, text: 'First' })
		.as(PAGE)
		.scopes(...COMMENTING);
	return linkedIn.comments()[0]?.urn ?? '';
}

/** An asset in parts, all of which another system has sent. */
async function sentAsset(): Promise<IDataObject> {
	const form = { mediaType: 'video', fileSizeBytes: VIDEO.length, mechanism: 'MULTIPART_UPLOAD' };
	const { json } = await asset('registerUpload', form);
	const parts = json.parts as Array<{ firstByte: number; lastByte: number; uploadUrl: string }>;
	const uploadedParts = await Promise.all(
		parts.map(async ({ firstByte, lastByte, uploadUrl }) => {
			const body = VIDEO.subarray(firstByte, lastByte + 1);
			const headers = { 'content-type': 'application/octet-stream' };
			const sent = await fetch(uploadUrl, { method: 'PUT', body, headers });
			return sent.headers.get('etag') ?? '';
		}),
	);
	return { ...json, uploadedParts };
}

/** For each operation that writes an input that succeeds. */
const GOOD: Record<string, () => Runs | Promise<Runs>> = {
	'video.upload': () => (options) =>
		upload(talkWithSupplements)
			.with(withSupplements)
			.options({ waitSeconds: 600, ...options }),
	'video.resumeUpload': async () => {
		const uploadSession = await sessionAfter('videos.part');
		return (options) => video('resumeUpload', { uploadSession }).of(talk()).options(options);
	},
	'video.initializeUpload': () => (options) =>
		video('initializeUpload', { fileSizeBytes: VIDEO.length }).options(options),
	'video.finalizeUpload': async () => {
		const uploadSession = await sessionAfter('videos.finalizeUpload');
		return (options) =>
			video('finalizeUpload', { uploadSession, uploadedParts: '' }).options(options);
	},
	'video.updateLibrary': () => {
		const urn = entry('video');
		const form = { urn, associatedAccount: byUrn(ACCOUNT), updateFields: { assetName: 'New' } };
		return (options) => video('updateLibrary', form).options(options);
	},
	'image.upload': () => (options) => image('upload').of(file('picture.png')).options(options),
	'image.initializeUpload': () => (options) => image('initializeUpload').options(options),
	'image.updateLibrary': () => {
		const updateFields = { mediaLibraryStatus: 'ARCHIVED' };
		const form = { urn: entry('image'), associatedAccount: byUrn(ACCOUNT), updateFields };
		return (options) =>
			image('updateLibrary', form).options({ returnUpdatedEntry: true, ...options });
	},
	'document.upload': () => (options) => document('upload').of(report).options(options),
	'document.initializeUpload': () => (options) => document('initializeUpload').options(options),
	'post.create': () => {
		const mediaUrn = imageOf(OWNER);
		return (options) => create({ mediaUrn }).options(options);
	},
	'post.update': async () => {
		const urn = postUrn(await aPost());
		const updateFields = { commentary: 'Second' };
		return (options) =>
			post('update', { urn, updateFields })
				.options(options)
				.scopes(...READING);
	},
	'post.delete': async () => {
		const urn = postUrn(await aPost());
		return (options) =>
			post('delete', { urn })
				.options(options)
				.scopes(...READING);
	},
	'comment.create': async () => {
		const post = postUrn(await aPost());
		return (options) =>
			comment('create', { post, text: 'Hello' })
				.as(PAGE)
				.options(options)
				.scopes(...COMMENTING);
	},
	'comment.update': async () => {
		const urn = byUrn(await aComment());
		return (options) =>
			comment('update', { urn, text: 'Second' })
				.as(PAGE)
				.options(options)
				.scopes(...COMMENTING);
	},
	'comment.delete': async () => {
		const urn = byUrn(await aComment());
		return (options) =>
			comment('delete', { urn })
				.as(PAGE)
				.options(options)
				.scopes(...COMMENTING);
	},
	'post.react': async () => {
		const form = { urn: postUrn(await aPost()), actor: byUrn(PAGE) };
		return (options) => post('react', form).options(options).scopes('w_organization_social_feed');
	},
	'post.unreact': async () => {
		const form = { urn: postUrn(await aPost()), actor: byUrn(PAGE) };
		return (options) => post('unreact', form).options(options).scopes('w_organization_social_feed');
	},
	// Each name of a post may be another than LinkedIn wants.
	'post.react, by another name': async () => {
		const form = { urn: postUrn(activityOf(await aPost())), actor: byUrn(PAGE) };
		linkedIn.configure({ readings: { threadUrn: 'post' } });
		return (options) => post('react', form).options(options).scopes('w_organization_social_feed');
	},
	'post.unreact, by another name': async () => {
		const form = { urn: postUrn(activityOf(await aPost())), actor: byUrn(PAGE) };
		linkedIn.configure({ readings: { threadUrn: 'post' } });
		return (options) => post('unreact', form).options(options).scopes('w_organization_social_feed');
	},
	'asset.upload': () => (options) =>
		asset('upload', { mediaType: 'video', mechanism: 'MULTIPART_UPLOAD' })
			.of(talk())
			.options(options),
	'asset.registerUpload': () => (options) =>
		asset('registerUpload', { mediaType: 'video', fileSizeBytes: VIDEO.length }).options(options),
	'asset.completeUpload': async () => {
		const json = await sentAsset();
		return (options) => asset('completeUpload').of({ json }).options(options);
	},
	'import.fromUrls': () => {
		const url = files.add('/clip.mp4', clip(1));
		return (options) =>
			importItems([{ url, id: 'a' }], { ...inLibrary, output: 'entries' }).options(options);
	},
};

/** What only reads. */
const READERS =
	/\.(?:get|batchGet|getMany|findByAccount|download|getArtifacts|convertUrn|getStatus|getStatistics)$/;

const operations = RESOURCES.flatMap(({ value, operations: all }) =>
	all.map(({ value: operation, fields }) => ({ name: `${value}.${operation}`, fields })),
);

test('every operation has the option or only reads', () => {
	const checked = operations.filter(({ fields }) =>
		fieldsOf(fields.map(({ property }) => property)).some(({ name }) => name === 'checkOnly'),
	);
	const names = checked.map(({ name }) => name).sort();
	const played = new Set(Object.keys(GOOD).map((name) => name.replace(/,.*/, '')));
	expect(names).toEqual([...played].sort());
	const others = operations.filter(({ name }) => !names.includes(name));
	expect(others.map(({ name }) => name).filter((name) => !READERS.test(name))).toEqual([]);
});

describe.each(Object.entries(GOOD))('%s', (_, prepare) => {
	/** What a run has asked LinkedIn, and what it gave. */
	async function journalOf(run: () => PromiseLike<Outcome>) {
		const before = linkedIn.journal.length;
		const { json } = await run();
		return { json, journal: linkedIn.journal.slice(before) };
	}

	test('a check writes nothing, and foretells the run', async () => {
		const runs = await prepare();
		const check = await journalOf(() => runs({ checkOnly: true }));
		const said = saidIn(check.json);
		expect(said.problems).toEqual([]);
		expect(writesIn(check.journal)).toEqual([]);
		expect(Object.keys(said.preview)).not.toEqual([]);

		const run = await journalOf(() => runs({}));
		expect(writesIn(run.journal)).not.toEqual([]);
		expectForetold(said, callsIn(run.journal));
		expect(said.warnings).toEqual(run.json.warnings ?? []);
	});

	test('a connection without the scopes: ok is false, and the run is refused', async () => {
		const runs = await prepare();
		const check = await journalOf(() => runs({ checkOnly: true }).scopes('openid'));
		const said = saidIn(check.json);
		expect(said.problems.join('\n')).toMatch(/the connection lacks the scope "/);
		expect(writesIn(check.journal)).toEqual([]);
		const { error } = await runs({}).scopes('openid').ends();
		expect(error?.message).toContain('lacks the scope');
	});
});
