import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { fixture, mp4WithDuration } from '../../fixtures/make';
import { pageTree, pdf } from '../../unit/files/documentFixtures';
import { posting } from '../postSupport';
import { scene } from '../scene';
import { agreement, mostly, owners, RUNS, scopes, TIMEOUT_MS } from './support';
import { ADDRESSES, addressOf, GOOD_ADDRESSES } from './urls';

/** Files that other servers have, and captions and thumbnails too. */

const stage = scene();
const { asset, document, files, image, linkedIn, video } = stage;
const { create } = posting(stage);
const expectAgreement = agreement(linkedIn);

jest.setTimeout(TIMEOUT_MS);

const FILES = {
	video: { name: 'talk.mp4', content: fixture('talk.mp4'), contentType: 'video/mp4' },
	long: { name: 'long.mp4', content: mp4WithDuration(31 * 60, 100_000), contentType: 'video/mp4' },
	image: { name: 'picture.png', content: fixture('picture.png'), contentType: 'image/png' },
	thumbnail: { name: 'thumb.jpg', content: fixture('thumbnail.jpg'), contentType: 'image/jpeg' },
	document: { name: 'report.pdf', content: pdf(pageTree(3)), contentType: 'application/pdf' },
	captions: { name: 'talk.srt', content: fixture('talk.srt'), contentType: 'text/plain' },
	text: { name: 'text.txt', content: Buffer.from('Just a text'), contentType: 'text/plain' },
};
type Name = keyof typeof FILES;

const addresses = mostly(GOOD_ADDRESSES, ADDRESSES);
const others = mostly<Name | undefined>([undefined], ['video', 'long', 'image', 'text']);

const uploads = fc.record({
	kind: fc.constantFrom<'video' | 'image' | 'document' | 'asset'>(
		'video',
		'video',
		'image',
		'document',
		'asset',
	),
	how: addresses,
	other: others,
	owner: owners,
	captionsSource: fc.constantFrom('none', 'url'),
	captionsHow: addresses,
	captions: mostly<Name>(['captions'], ['text', 'image']),
	thumbnailSource: fc.constantFrom('none', 'url'),
	thumbnailHow: addresses,
	thumbnail: mostly<Name>(['thumbnail', 'image'], ['text', 'video']),
	options: mostly<INodeParameters>(
		[{}, { onSupplementFailure: 'continue' }, { acceptChangingEtag: true }],
		[{ checkFile: false }, { waitSeconds: 60 }],
	),
	scopes,
});

test('uploads', async () => {
	await fc.assert(
		fc.asyncProperty(uploads, async ({ kind, how, other, owner, options, ...given }) => {
			await linkedIn.reset();
			const source = {
				source: 'url',
				url: addressOf(files, how, FILES[other ?? (kind === 'asset' ? 'video' : kind)]),
				owner,
			};
			const { captions, captionsHow, captionsSource } = given;
			const { thumbnail, thumbnailHow, thumbnailSource } = given;
			const supplements = {
				captionsSource,
				thumbnailSource,
				captionsUrl: addressOf(files, captionsHow, FILES[captions]),
				thumbnailUrl: addressOf(files, thumbnailHow, FILES[thumbnail]),
			};
			const of = {
				video: () => video('upload', { ...source, ...supplements }),
				image: () => image('upload', source),
				document: () => document('upload', source),
				asset: () => asset('upload', { ...source, mediaType: 'video' }),
			};
			await expectAgreement((more) =>
				of[kind]()
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...given.scopes),
			);
		}),
		RUNS,
	);
});

const posts = fc.record({
	contentType: fc.constantFrom<'video' | 'image' | 'document' | 'multiImage'>(
		'video',
		'image',
		'document',
		'multiImage',
	),
	hows: fc.array(addresses, { minLength: 1, maxLength: 3 }),
	other: others,
	author: owners,
	scopes,
});

test('posts', async () => {
	await fc.assert(
		fc.asyncProperty(posts, async ({ contentType, hows, other, author, scopes: granted }) => {
			await linkedIn.reset();
			const right = contentType === 'multiImage' ? 'image' : contentType;
			const urls = hows.map((how, index) => {
				const { name, ...file } = FILES[index === 0 ? (other ?? right) : right];
				return addressOf(files, how, { ...file, name: `${index}-${name}` });
			});
			await expectAgreement((more) =>
				create({
					contentType,
					author,
					mediaSource: 'url',
					mediaUrl: urls[0] ?? '',
					mediaUrls: `={{ ${JSON.stringify(urls)} }}`,
				})
					.options({ maxRetries: 0, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
