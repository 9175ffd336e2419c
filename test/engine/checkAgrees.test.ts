import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { fixture, mp4WithDuration, pngHeader } from '../fixtures/make';
import { pageTree, pdf } from '../unit/files/documentFixtures';
import { callsIn, expectForetold, saidIn, writesIn, type Runs, type Said } from './checkSupport';
import { posting } from './postSupport';
import { byExpression, byUrn, file, item, OWNER, PAGE, scene, talk, type Outcome } from './scene';

/**
 * What a check says is what the run then does, over good input and bad: ok or not, the words of the
 * first error, the warnings, the number of calls.
 */

const stage = scene();
const { document, entry, image, linkedIn, upload } = stage;
const { create } = posting(stage);

const RUNS = { numRuns: 40 };

async function expectAgreement(runs: Runs): Promise<void> {
	const check = await runs({ checkOnly: true }).ends();
	expect(check.error).toBeUndefined();
	const said = saidIn(check.json);
	const { length } = linkedIn.journal;
	expect(writesIn(linkedIn.journal)).toEqual([]);

	const run = await runs({}).ends();
	expect([said.ok, said.problems]).toEqual([run.error === undefined, said.problems]);
	if (run.error) expectTold(said, run);
	else {
		expect(said.warnings).toEqual(run.json.warnings);
		expectForetold(said, callsIn(linkedIn.journal.slice(length)));
	}
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

const owners = fc.constantFrom(byUrn(OWNER), byUrn(PAGE), byExpression('nobody'));

const FILES = {
	talk: talk(),
	long: talk(mp4WithDuration(31 * 60, 100_000)),
	picture: file('picture.png'),
	thumbnail: file('thumbnail.jpg'),
	huge: { content: pngHeader(40_000, 40_000), fileName: 'huge.png' },
	report: { content: pdf(pageTree(3)), fileName: 'Annual report.pdf' },
	text: { content: Buffer.from('Just a text'), fileName: 'text.txt' },
	empty: { content: Buffer.alloc(0), fileName: 'empty.bin' },
};
const files = fc.constantFrom<keyof typeof FILES | 'missing'>(
	'missing',
	...(Object.keys(FILES) as Array<keyof typeof FILES>),
);
const binaries = item(FILES);

const TEXTS = [
	'Hello',
	'',
	'x'.repeat(3001),
	'Thanks, @[Ada](urn:li:person:undefined)',
	'Thanks, @[Ada] (urn:li:person:abc), **really** \\_nice\\_',
	'@[linkedin.com/company/page-with-an-admin] is here',
	'@[linkedin.com/company/nobody-knows-it] is here',
	'#launch \ud83d',
];

/** Media on LinkedIn, in each state. */
const MEDIA: Record<string, () => string> = {
	ready: () => entry('image', { owner: OWNER, account: '' }),
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
	commentary: fc.constantFrom(...TEXTS),
	contentType: fc.constantFrom('text', 'image', 'multiImage', 'video', 'document', 'reshare'),
	mediaSource: fc.constantFrom('binaryData', 'urn'),
	visibility: fc.constantFrom('PUBLIC', 'CONNECTIONS', 'LOGGED_IN'),
	altText: fc.constantFrom('', 'A dog', 'd'.repeat(130), 'd'.repeat(4087)),
	scopes: fc.constantFrom(...SCOPES),
	named: fc.array(files, { minLength: 1, maxLength: 3 }),
	media: fc.array(fc.constantFrom(...Object.keys(MEDIA)), { minLength: 1, maxLength: 3 }),
	options: fc.constantFrom<INodeParameters>(
		{},
		{ waitSeconds: 0 },
		{ checkFile: false },
		{ waitSeconds: -1 },
		{ textFormat: 'markdown' },
		{ landingPage: 'nowhere' },
	),
});

test('posts', async () => {
	await fc.assert(
		fc.asyncProperty(posts, async ({ scopes, named, media, options, ...form }) => {
			await linkedIn.reset();
			const urns = media.map((state) => MEDIA[state]?.() ?? '');
			const list = `={{ ${JSON.stringify(named)} }}`;
			await expectAgreement((more) =>
				create({
					...form,
					mediaUrn: urns[0] ?? '',
					mediaUrns: `={{ ${JSON.stringify(urns)} }}`,
					binaryPropertyName: named[0] ?? '',
					binaryPropertyNames: list,
					parentPost: byExpression('urn:li:share:undefined'),
				})
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...scopes),
			);
		}),
		RUNS,
	);
});

const uploads = fc.record({
	kind: fc.constantFrom('video', 'image', 'document'),
	owner: owners,
	binaryPropertyName: files,
	scopes: fc.constantFrom(...SCOPES),
	captionsSource: fc.constantFrom('none', 'text', 'binaryData'),
	captionsText: fc.constantFrom(fixture('talk.srt').toString(), 'No captions', ''),
	captionsBinaryPropertyName: files,
	thumbnailSource: fc.constantFrom('none', 'binaryData'),
	thumbnailBinaryPropertyName: files,
	libraryEntry: fc.constantFrom<INodeParameters>({}, { assetName: 'Talk' }),
	options: fc.constantFrom<INodeParameters>(
		{},
		{ waitSeconds: 60 },
		{ checkFile: false },
		{ onSupplementFailure: 'continue' },
		{ templateName: 'Sunshine' },
		{ partConcurrency: 99 },
	),
});

test('uploads', async () => {
	const of = { video: upload, image: () => image('upload'), document: () => document('upload') };
	await fc.assert(
		fc.asyncProperty(uploads, async ({ kind, scopes, options, ...form }) => {
			await linkedIn.reset();
			// n8n's form has none of these fields for the others.
			const { libraryEntry, ...others } = form;
			const fields = kind === 'document' ? others : { libraryEntry, ...others };
			await expectAgreement((more) =>
				of[kind]()
					.with(fields)
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...scopes),
			);
		}),
		RUNS,
	);
});
