import type { INodeParameters } from 'n8n-workflow';

import { pageTree, pdf } from '../unit/files/documentFixtures';
import { byUrn, file, item, PAGE, scene, sha256 } from './scene';

const stage = scene();
const { files, linkedIn, post } = stage;

const picture = file('picture.png');
const FILES = {
	image: picture,
	multiImage: picture,
	cards: picture,
	article: picture,
	video: file('talk.mp4'),
	document: { content: pdf(pageTree(2)), fileName: 'report.pdf' },
};
type Kind = keyof typeof FILES;

const SOURCES = ['binaryData', 'url', 'urn'] as const;
type Source = (typeof SOURCES)[number];

/** What is on LinkedIn already, by an upload of before. */
async function onLinkedIn(kind: Kind): Promise<string> {
	const resource = kind === 'video' || kind === 'document' ? kind : 'image';
	const { json } = await stage
		.resource(resource)('upload', { owner: byUrn(PAGE) })
		.of(item({ data: FILES[kind] }))
		.options({ waitSeconds: 600 });
	return json.urn as string;
}

const served = (kind: Kind): string =>
	files.add(`/${FILES[kind].fileName}`, { content: FILES[kind].content });

/** The medium, or each of two, as a source names it. */
async function named(kind: Kind, source: Source): Promise<string> {
	if (source === 'binaryData') return 'data';
	return source === 'url' ? served(kind) : onLinkedIn(kind);
}

const ROW_FIELDS = { binaryData: 'binaryPropertyName', url: 'url', urn: 'urn' } as const;
const FIELDS = { binaryData: 'binaryPropertyName', url: 'mediaUrl', urn: 'mediaUrn' } as const;

async function formOf(kind: Kind, source: Source): Promise<INodeParameters> {
	const value = await named(kind, source);
	const row = { [ROW_FIELDS[source]]: value, title: 'Card', landingPage: 'https://example.com' };
	switch (kind) {
		case 'multiImage':
			return { images: { image: [row, row] } };
		case 'cards':
			return { cards: { card: [row, row] }, options: { adAccount: byUrn('123456789') } };
		default:
			return { [FIELDS[source]]: value, title: 'Title', articleUrl: 'https://example.com/news' };
	}
}

const CELLS = Object.keys(FILES).flatMap((kind) =>
	SOURCES.map((source): [Kind, Source] => [kind as Kind, source]),
);

test.each(CELLS)('%s from %s: the post shows the very bytes', async (kind, source) => {
	const form = await formOf(kind, source);
	const { json } = await post('create', {
		author: byUrn(PAGE),
		commentary: 'Hello',
		contentType: kind,
		mediaSource: source,
		fillFromPage: false,
		...form,
	}).of(item({ data: FILES[kind] }));
	const [shown] = linkedIn.posts();
	const count = kind === 'multiImage' || kind === 'cards' ? 2 : 1;
	expect(json.media).toHaveLength(count);
	expect(shown).toMatchObject({ author: PAGE, visible: true, media: json.media });
	const stored = [...linkedIn.images(), ...linkedIn.videos(), ...linkedIn.documents()];
	for (const urn of shown?.media ?? []) {
		const { sha256: hash } = stored.find((each) => each.urn === urn) ?? {};
		expect(hash).toBe(sha256(FILES[kind].content));
	}
});
