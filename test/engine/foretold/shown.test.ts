import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { posting, publishElsewhere } from '../postSupport';
import {
	ACCOUNT,
	ACCOUNT_OF_OTHERS,
	byExpression,
	byUrn,
	OWNER,
	PAGE,
	postUrn,
	scene,
} from '../scene';
import { binaries, fileFor, files as fields } from './files';
import { agreement, mostly, RUNS, showsUnread, TIMEOUT_MS, type Unforeseeable } from './support';
import { ADDRESSES, addressOf, GOOD_ADDRESSES } from './urls';

/** Posts of what others have: reshares, web pages; and ads. */

const stage = scene();
const { entry, files, linkedIn } = stage;
const { create } = posting(stage);

jest.setTimeout(TIMEOUT_MS);

const SCOPES: readonly string[][] = [
	['w_member_social', 'w_organization_social', 'r_organization_social', 'r_ads', 'rw_ads'],
	['w_member_social', 'w_organization_social'],
	['w_member_social'],
	['openid'],
];
const scopes = mostly(SCOPES.slice(0, 2), SCOPES);
const authors = mostly([PAGE, PAGE, OWNER], ['nobody']);
const texts = mostly(['Worth reading', 'Look, #launch'], ['', 'x'.repeat(3001), '\ud83d']);

const PARENTS: Record<string, () => Promise<string>> = {
	shared: () => publishElsewhere(linkedIn, 'First'),
	'not to be shared': () => publishElsewhere(linkedIn, 'Mine', { isReshareDisabledByAuthor: true }),
	'by its URL': async () =>
		`https://www.linkedin.com/feed/update/${await publishElsewhere(linkedIn, 'Second')}`,
	gone: () => Promise.resolve('urn:li:share:7999999999999999999'),
	'an image': () => Promise.resolve('urn:li:image:C5'),
	undefined: () => Promise.resolve('urn:li:share:undefined'),
	empty: () => Promise.resolve(''),
};

const reshares = fc.record({
	parent: mostly(['shared', 'by its URL'], Object.keys(PARENTS)),
	author: authors,
	commentary: texts,
	visibility: mostly(['PUBLIC', 'LOGGED_IN'], ['CONNECTIONS', 'NOBODY']),
	scopes,
});

/** Whether the post of others may be reshared, and is still there, only they and LinkedIn know. */
const isRefusedReshare: Unforeseeable = (_, { told }) =>
	/its author allows reshares|still exists/.test(told);

test('reshares', async () => {
	const expectAgreement = agreement(linkedIn, isRefusedReshare);
	await fc.assert(
		fc.asyncProperty(reshares, async ({ parent, author, scopes: granted, ...form }) => {
			await linkedIn.reset();
			const parentPost = postUrn((await PARENTS[parent]?.()) ?? '');
			await expectAgreement((more) =>
				create({ ...form, contentType: 'reshare', parentPost })
					.with({ author: byExpression(author) })
					.options({ maxRetries: 0, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});

const PAGE_HTML = Buffer.from(
	'<!doctype html><title>A talk</title><meta property="og:title" content="A good talk"><meta property="og:description" content="About it">',
);

const articles = fc.record({
	how: mostly(GOOD_ADDRESSES, ADDRESSES),
	fillFromPage: fc.boolean(),
	title: mostly(['', 'Mine'], ['x'.repeat(500)]),
	articleDescription: mostly(['', 'About it'], ['x'.repeat(5000)]),
	thumbnailSource: mostly(['none', 'binaryData'], ['urn']),
	thumbnail: fields,
	author: authors,
	commentary: texts,
	scopes,
});

test('web pages', async () => {
	const expectAgreement = agreement(linkedIn, showsUnread);
	await fc.assert(
		fc.asyncProperty(articles, async ({ how, author, scopes: granted, thumbnail, ...form }) => {
			await linkedIn.reset();
			const page = { name: 'talk.html', content: PAGE_HTML, contentType: 'text/html' };
			await expectAgreement((more) =>
				create({
					...form,
					contentType: 'article',
					articleUrl: addressOf(files, how, page),
					thumbnailBinaryPropertyName: fileFor('image', thumbnail),
				})
					.of(binaries)
					.with({ author: byExpression(author) })
					.options({ maxRetries: 0, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});

const IMAGES: Record<string, (owner: string) => string> = {
	right: (owner) => entry('image', { owner, account: '' }),
	failed: (owner) =>
		entry('image', { owner, account: '', status: 'PROCESSING_FAILED', failure: 'bad' }),
	unfinished: (owner) => entry('image', { owner, account: '', status: 'WAITING_UPLOAD' }),
	'of another': () => entry('image', { owner: OWNER, account: '' }),
	unknown: () => 'urn:li:image:C4E10unknown',
	nothing: () => '',
};

const cards = fc.record({
	mediaSource: fc.constantFrom('urn', 'binaryData'),
	images: fc.array(mostly(['right'], Object.keys(IMAGES)), { minLength: 1, maxLength: 4 }),
	fields: fc.array(fields, { minLength: 4, maxLength: 4 }),
	title: mostly(['Offer'], ['', 'x'.repeat(300)]),
	landingPage: mostly(['https://example.com/offer'], ['nowhere', '']),
	author: authors,
	commentary: texts,
	options: mostly<INodeParameters>(
		[{ adAccount: byUrn(ACCOUNT) }, { adAccount: byUrn('123456789') }],
		[{}, { adAccount: byUrn(ACCOUNT_OF_OTHERS) }, { adAccount: byExpression('urn:li:person:abc') }],
	),
	scopes,
});

/** LinkedIn tells no role in an ad account beforehand. */
const lacksRole: Unforeseeable = ({ preview }) =>
	JSON.stringify(preview).includes(ACCOUNT_OF_OTHERS);

test('cards of an ad', async () => {
	const expectAgreement = agreement(
		linkedIn,
		(said, run) => showsUnread(said) || lacksRole(said, run),
	);
	await fc.assert(
		fc.asyncProperty(cards, async ({ images, fields: named, title, landingPage, ...given }) => {
			await linkedIn.reset();
			const { options, scopes: granted, author, ...form } = given;
			const card = images.map((state, index) => ({
				urn: form.mediaSource === 'urn' ? (IMAGES[state]?.(author) ?? '') : '',
				binaryPropertyName: fileFor('image', named[index] ?? 'right'),
				title,
				landingPage,
			}));
			await expectAgreement((more) =>
				create({ ...form, contentType: 'cards', cards: { card } })
					.of(binaries)
					.with({ author: byExpression(author) })
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});
