import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import { fixture, mp4WithDuration, pngHeader } from '../fixtures/make';
import { often } from '../long/sampled';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { callsIn, expectForetold, saidIn, writesIn, type Runs, type Said } from './checkSupport';
import { posting } from './postSupport';
import {
	ACCOUNT,
	byExpression,
	byUrn,
	file,
	item,
	OWNER,
	PAGE,
	scene,
	talk,
	type Outcome,
} from './scene';

/**
 * What a check says is what the run then does, over good input and bad: ok or not, the words of the
 * first error, the warnings, the number of calls.
 */

const stage = scene();
const { document, entry, image, linkedIn, upload } = stage;
const { create } = posting(stage);

const RUNS = { numRuns: often(12, 300) };

jest.setTimeout(often(60_000, 900_000));

/** A good value much more often than a bad one, so that few inputs are bad in all ways. */
function mostly<Value>(good: readonly Value[], bad: readonly Value[]): fc.Arbitrary<Value> {
	return fc.oneof(
		{ weight: 9, arbitrary: fc.constantFrom(...good) },
		{ weight: 2, arbitrary: fc.constantFrom(...bad) },
	);
}

async function expectAgreement(runs: Runs): Promise<void> {
	const check = await runs({ checkOnly: true }).ends();
	expect(check.error).toBeUndefined();
	const said = saidIn(check.json);
	const { length } = linkedIn.journal;
	expect(writesIn(linkedIn.journal)).toEqual([]);

	const run = await runs({}).ends();
	// The state of media that the connection may not read is only known once LinkedIn refuses the post.
	if (run.error && said.ok && showsUnread(said)) return;
	expect([said.ok, said.problems]).toEqual([run.error === undefined, said.problems]);
	if (run.error) expectTold(said, run);
	else {
		expect(said.warnings).toEqual(foreseeable(run.json.warnings));
		expectForetold(said, callsIn(linkedIn.journal.slice(length)));
	}
}

function showsUnread({ preview: { media } }: Said): boolean {
	return Array.isArray(media) && media.some((each) => recordOf(each).status === 'UNKNOWN');
}

/** Without what only the upload itself shows. */
function foreseeable(warnings: unknown): unknown[] {
	if (!Array.isArray(warnings)) throw new Error('the item has no warnings');
	return warnings.filter(
		(text) => !/was uploaded, but its status could not be read/.test(String(text)),
	);
}

/** The error of the run is among the problems, in its words. */
function expectTold({ problems }: Said, run: Outcome): void {
	const message = run.error?.message.replace(/ \[item \d+\]$/, '') ?? '';
	const told = problems.some((problem) => problem.includes(message) || isIn(problem, run.told));
	expect([told, message, problems]).toEqual([true, message, problems]);
}

/** The error of LinkedIn's refusal has the reason in its description. */
function isIn(problem: string, told: string): boolean {
	const reason = /^The .*?(?:author is \S+|is still [A-Z_]+)(?=\.)/.exec(problem)?.[0];
	return reason !== undefined && told.includes(reason);
}

const SCOPES: readonly string[][] = [
	['w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
	['w_member_social'],
	['w_organization_social'],
	['openid'],
];

const owners = mostly([byUrn(OWNER), byUrn(OWNER), byUrn(PAGE)], [byExpression('nobody')]);
const scopes = mostly(SCOPES.slice(0, 2), SCOPES);

const FILES = {
	talk: talk(),
	long: talk(mp4WithDuration(31 * 60, 100_000)),
	picture: file('picture.png'),
	thumbnail: file('thumbnail.jpg'),
	huge: { content: pngHeader(40_000, 40_000), fileName: 'huge.png' },
	report: { content: pdf(pageTree(3)), fileName: 'Annual report.pdf' },
	text: { content: Buffer.from('Just a text'), fileName: 'text.txt' },
	empty: { content: Buffer.alloc(0), fileName: 'empty.bin' },
	captions: file('talk.srt'),
};
/** The binary field of a good file of a kind, or of any other file. */
const files = mostly(['right'], ['missing', ...Object.keys(FILES)]);
const RIGHT: Readonly<Record<string, string>> = { video: 'talk', document: 'report' };
const fileFor = (kind: string, name: string) =>
	name === 'right' ? (RIGHT[kind] ?? 'picture') : name;
const binaries = item(FILES);

const GOOD_TEXTS = [
	'Hello #launch',
	'Thanks, @[Ada] (urn:li:person:abc), **really** \\_nice\\_',
	'@[linkedin.com/company/page-with-an-admin] is here',
	'#launch \ud83d',
];
const BAD_TEXTS = [
	'',
	'x'.repeat(3001),
	'Thanks, @[Ada](urn:li:person:undefined)',
	'@[linkedin.com/company/nobody-knows-it] is here',
];

/** Media on LinkedIn, in each state. */
const MEDIA: Record<string, (kind: string) => string> = {
	right: (kind) =>
		kind === 'video' || kind === 'image' || kind === 'multiImage'
			? entry(kind === 'video' ? 'video' : 'image', { owner: OWNER, account: '' })
			: '',
	'of the page': () => entry('image', { owner: PAGE, account: '' }),
	failed: () =>
		entry('image', { owner: OWNER, account: '', status: 'PROCESSING_FAILED', failure: 'bad' }),
	unfinished: () => entry('image', { owner: OWNER, account: '', status: 'WAITING_UPLOAD' }),
	unknown: () => 'urn:li:image:C4E10unknown',
	video: () => entry('video', { owner: OWNER, account: '' }),
	nothing: () => '',
};

const posts = fc.record({
	author: owners,
	commentary: mostly(GOOD_TEXTS, BAD_TEXTS),
	contentType: mostly(['text', 'image', 'multiImage', 'video', 'document'], ['reshare', 'article']),
	mediaSource: fc.constantFrom('binaryData', 'urn'),
	visibility: mostly(['PUBLIC', 'LOGGED_IN'], ['CONNECTIONS']),
	altText: mostly(['', 'A dog', 'd'.repeat(130)], ['d'.repeat(4087)]),
	firstComment: mostly<INodeParameters>(
		[{}, { text: 'First' }, { text: '' }],
		[{ text: '@[Ada](urn:li:person:undefined)' }, { imageUrn: 'urn:li:image:C4' }],
	),
	scopes,
	named: fc.array(files, { minLength: 1, maxLength: 3 }),
	media: fc.array(mostly(['right'], Object.keys(MEDIA)), { minLength: 1, maxLength: 3 }),
	options: mostly<INodeParameters>(
		[{}, { checkFile: false }, { textFormat: 'markdown' }],
		[{ waitSeconds: 0 }, { waitSeconds: -1 }, { landingPage: 'nowhere' }],
	),
});

test('posts', async () => {
	await fc.assert(
		fc.asyncProperty(posts, async ({ scopes: granted, named, media, options, ...form }) => {
			await linkedIn.reset();
			const { contentType } = form;
			const urns = media.map((state) => MEDIA[state]?.(contentType) ?? '');
			const fields = named.map((name) => fileFor(contentType, name));
			await expectAgreement((more) =>
				create({
					...form,
					mediaUrn: urns[0] ?? '',
					mediaUrns: `={{ ${JSON.stringify(urns)} }}`,
					binaryPropertyName: fields[0] ?? '',
					binaryPropertyNames: `={{ ${JSON.stringify(fields)} }}`,
					parentPost: byExpression('urn:li:share:undefined'),
				})
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});

const uploads = fc.record({
	kind: fc.constantFrom<'video' | 'image' | 'document'>('video', 'image', 'document'),
	owner: owners,
	binaryPropertyName: files,
	scopes,
	captionsSource: fc.constantFrom('none', 'text', 'binaryData'),
	captionsText: mostly([fixture('talk.srt').toString()], ['No captions', '']),
	captionsBinaryPropertyName: mostly(['captions'], ['missing', 'picture', 'empty']),
	thumbnailSource: fc.constantFrom('none', 'binaryData'),
	thumbnailBinaryPropertyName: files,
	libraryEntry: mostly<INodeParameters>(
		[{}, { associatedAccount: byUrn(ACCOUNT) }],
		[{ assetName: 'Talk' }],
	),
	options: mostly<INodeParameters>(
		[{}, { waitSeconds: 60 }, { onSupplementFailure: 'continue' }, { templateName: 'Sunshine' }],
		[{ checkFile: false }, { partConcurrency: 99 }],
	),
});

test('uploads', async () => {
	const of = { video: upload, image: () => image('upload'), document: () => document('upload') };
	await fc.assert(
		fc.asyncProperty(uploads, async ({ kind, scopes: granted, options, ...form }) => {
			await linkedIn.reset();
			// n8n's form has none of these fields for the others.
			const { libraryEntry, ...others } = {
				...form,
				binaryPropertyName: fileFor(kind, form.binaryPropertyName),
				thumbnailBinaryPropertyName: fileFor('image', form.thumbnailBinaryPropertyName),
			};
			const fields = kind === 'document' ? others : { libraryEntry, ...others };
			await expectAgreement((more) =>
				of[kind]()
					.with(fields)
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
