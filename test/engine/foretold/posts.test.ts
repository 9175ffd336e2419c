import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { posting } from '../postSupport';
import { byExpression, OWNER, PAGE, scene } from '../scene';
import { binaries, fileFor, files } from './files';
import { agreement, mostly, owners, RUNS, scopes, showsUnread, TIMEOUT_MS } from './support';

const stage = scene();
const { entry, linkedIn } = stage;
const { create } = posting(stage);
const expectAgreement = agreement(linkedIn, showsUnread);

jest.setTimeout(TIMEOUT_MS);

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
