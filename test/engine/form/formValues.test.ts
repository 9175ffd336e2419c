import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';

import { isRecord } from '../../../linkedin/api/parse';
import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { fixture } from '../../fixtures/make';
import { READING } from '../postSupport';
import { audience, day, OF_PAGES } from '../statisticsSupport';
import { ACCOUNT, byUrn, OWNER, PAGE, scene } from '../scene';
import { aPost, filledForm } from './forms';
import { leavesOf, nameOf, offeredBy, textOf, withValue, type Leaf } from './leaves';

/**
 * Every value that the form offers is chosen once, and its operation has to succeed: with the words
 * that LinkedIn knows, which the simulator is strict about, and with our own.
 */

const { credential, entry, files, lab, linkedIn } = scene();

const CHOICES = leavesOf(new LinkedInMedia().description.properties).flatMap((leaf) =>
	leaf.property.type === 'options'
		? offeredBy(leaf.property).map((value): [string, Leaf, NodeParameterValueType] => [
				`${nameOf(leaf)} = ${String(value)}`,
				leaf,
				String(value),
			])
		: [],
);

const link = (name: string): string => files.add(`/${name}`, fixture(name));
const onLinkedIn = (kind: 'video' | 'image', count = 1): string[] =>
	linkedIn.addLibraryEntries({ kind, owner: PAGE, account: '', count });

/** An asset that was uploaded in parts by somebody else, and waits to be completed. */
async function sentInParts(): Promise<INodeParameters> {
	const { items } = await lab().run({
		parameters: {
			resource: 'asset',
			operation: 'registerUpload',
			fileSizeBytes: 100_000,
			mechanism: 'MULTIPART_UPLOAD',
		},
	});
	const { mediaArtifact, uploadMetadata, parts } = items[0]?.json ?? {};
	const ids: unknown[] = [];
	for (const part of Array.isArray(parts) ? parts : []) {
		if (!isRecord(part) || !isRecord(part.headers)) continue;
		const answer = await fetch(String(part.uploadUrl), {
			method: 'PUT',
			headers: Object.fromEntries(Object.entries(part.headers).map(([k, v]) => [k, String(v)])),
			body: Buffer.alloc(Number(part.size)),
		});
		ids.push(answer.headers.get('etag'));
	}
	return {
		mediaArtifact: textOf(mediaArtifact),
		uploadMetadata: textOf(uploadMetadata),
		uploadedParts: JSON.stringify(ids),
	};
}

async function uploadedAsset(): Promise<INodeParameters> {
	const { items } = await lab().run({
		parameters: { resource: 'asset', operation: 'upload' },
		items: [(await filledForm(lab(), 'asset.upload')).item],
	});
	return { urn: textOf(items[0]?.json.urn) };
}

/** @param shown the form that shows the choice */
type Needs = (value: string, shown: INodeParameters) => INodeParameters | Promise<INodeParameters>;

/** What a choice needs besides itself; by the field, for one operation or for all. */
const NEEDS: Readonly<Record<string, Needs>> = {
	source: (value) => (value === 'url' ? { url: link('talk.mp4') } : {}),
	'image.upload: source': (value) => (value === 'url' ? { url: link('picture.png') } : {}),
	'document.upload: source': (value) =>
		value === 'url'
			? {
					url: files.add('/report.pdf', { content: fixture('picture.png') }),
					options: { checkFile: false },
				}
			: {},
	captionsSource: (value) => ({
		...(value === 'text' ? { captionsText: fixture('talk.srt').toString('utf8') } : {}),
		...(value === 'url' ? { captionsUrl: link('talk.srt') } : {}),
	}),
	thumbnailSource: (value) => (value === 'url' ? { thumbnailUrl: link('thumbnail.jpg') } : {}),
	'asset.upload: mediaType': (value) => ({
		binaryPropertyName: value === 'image' ? 'image' : 'data',
	}),
	mechanism: (value) =>
		value === 'SYNCHRONOUS_UPLOAD' ? { mediaType: 'image', binaryPropertyName: 'image' } : {},
	'asset.upload: recipe': (value, { mediaType }) =>
		value.includes('video') || (value === 'auto' && mediaType !== 'image')
			? {}
			: { binaryPropertyName: 'image' },
	// An entry of each status: the one that is asked for has to come.
	mediaLibraryStatus: () => {
		for (const kind of ['video', 'image'] as const) {
			for (const status of ['ACTIVE', 'ARCHIVED'] as const) {
				linkedIn.addLibraryEntries({ kind, mediaLibraryStatus: status });
			}
		}
		return {};
	},
	'video.upload: libraryEntry.mediaLibraryStatus': inLibrary,
	'video.initializeUpload: libraryEntry.mediaLibraryStatus': inLibrary,
	'image.upload: libraryEntry.mediaLibraryStatus': inLibrary,
	'image.initializeUpload: libraryEntry.mediaLibraryStatus': inLibrary,
	'video.download: options.content': async () => {
		const { item: files } = await filledForm(lab(), 'video.upload');
		const { items } = await lab().run({
			parameters: { captionsSource: 'binaryData', thumbnailSource: 'binaryData' },
			items: [files],
		});
		return { urn: byUrn(textOf(items[0]?.json.urn)) };
	},
	'asset.completeUpload: apiPath': sentInParts,
	'asset.get: apiPath': uploadedAsset,
	'asset.getArtifacts: apiPath': uploadedAsset,
	'video.updateLibrary: updateFields.mediaLibraryStatus': (value) => archivable('video', value),
	'image.updateLibrary: updateFields.mediaLibraryStatus': (value) => archivable('image', value),
	'post.create: contentType': async (value) => ({
		...(value === 'video' ? { mediaUrn: onLinkedIn('video')[0] ?? '' } : {}),
		...(value === 'multiImage' ? { mediaUrns: onLinkedIn('image', 2).join() } : {}),
		...(value === 'document' ? { mediaSource: 'binaryData', binaryPropertyName: 'document' } : {}),
		...(value === 'article' ? { mediaSource: 'none' } : {}),
		...(value === 'reshare' ? { parentPost: byUrn(await aPost(lab())) } : {}),
		...(value === 'cards' ? cardsOf(onLinkedIn('image', 2)) : {}),
		...(value === 'carousel' ? pagesOfItem : {}),
	}),
	'post.create: options.pageSize': () => pagesOfItem,
	'document.upload: mediaSource': pagesByUrl,
	'post.create: options.callToAction': () => leading,
	'post.update: updateFields.callToAction': (value) => ({
		updateFields: { callToAction: value, landingPage: LANDING_PAGE },
	}),
	'post.getMany: sortBy': async () => {
		await aPost(lab());
		return {};
	},
	imageSource: (value) => ({
		...(value === 'url' ? { imageUrl: link('picture.png') } : {}),
		...(value === 'urn' ? { imageUrn: onLinkedIn('image')[0] ?? '' } : {}),
		options: { onImageRefused: 'withoutImage' },
	}),
	'post.create: mediaSource': (value) => ({
		...pagesByUrl(value),
		binaryPropertyName: 'image',
		binaryPropertyNames: 'image, image2',
		...(value === 'url' ? { mediaUrl: link('picture.png') } : {}),
	}),
	'post.create: visibility': (value) =>
		value === 'CONNECTIONS'
			? { author: byUrn(OWNER), mediaSource: 'binaryData', binaryPropertyName: 'image' }
			: {},
	'post.create: options.feedDistribution': (value) =>
		value === 'NONE' ? { options: { adAccount: byUrn(ACCOUNT) } } : {},
	'post.getStatistics: statisticsOf': async (value) => {
		await aPost(lab());
		return value === 'period' ? { from: day(1) } : {};
	},
	'post.getStatistics: granularity': (value) => (value === 'all' ? {} : { statisticsOf: 'author' }),
	'post.react: reactionType': async () => ({ urn: byUrn(await aPost(lab())) }),
	'video.getStatistics: views': async (value) => {
		const { urn } = await audience({ linkedIn, entry }).withVideo(PAGE);
		return value === 'organic' ? { urns: urn } : {};
	},
	'import.fromUrls: entriesFrom': (value) => {
		const url = link('talk.mp4');
		return value === 'json' ? { entries: JSON.stringify([{ url, id: '1' }]) } : { url };
	},
	'import.fromUrls: mediaType': (value) => ({
		url: link(value === 'image' ? 'picture.png' : 'talk.mp4'),
	}),
	'import.fromUrls: ifExists': () => ({
		url: link('talk.mp4'),
		libraryEntry: { associatedAccount: byUrn(ACCOUNT) },
	}),
	'import.fromUrls: output': () => ({ url: link('talk.mp4') }),
};

const LANDING_PAGE = 'https://example.com/offer';
const leading: INodeParameters = { options: { landingPage: LANDING_PAGE } };

/** Images of the item that become a carousel. */
const pagesOfItem: INodeParameters = {
	mediaSource: 'binaryData',
	binaryPropertyNames: 'image*',
};

function pagesByUrl(value: string): INodeParameters {
	const links = ['picture.png', 'thumbnail.jpg'].map(link);
	return value === 'url' ? { mediaUrls: links.join('\n') } : {};
}

function cardsOf(images: readonly string[]): INodeParameters {
	const card = images.map((urn) => ({ urn, title: 'Card', landingPage: LANDING_PAGE }));
	return { cards: { card }, options: { adAccount: byUrn(ACCOUNT) } };
}

function inLibrary(mediaLibraryStatus: string): INodeParameters {
	return { libraryEntry: { associatedAccount: byUrn(ACCOUNT), mediaLibraryStatus } };
}

function archivable(kind: 'video' | 'image', value: string): INodeParameters {
	const status = value === 'ACTIVE' ? 'ARCHIVED' : 'ACTIVE';
	const [urn = ''] = linkedIn.addLibraryEntries({ kind, mediaLibraryStatus: status });
	return { urn: byUrn(urn) };
}

function merged(...parts: readonly INodeParameters[]): INodeParameters {
	const options: INodeParameters = {};
	const parameters: INodeParameters = {};
	for (const part of parts) {
		Object.assign(parameters, part);
		if (isRecord(part.options)) Object.assign(options, part.options);
	}
	return { ...parameters, options };
}

/** What other connections than most have. */
const SCOPES: Readonly<Record<string, string[]>> = {
	'comment.getMany': READING,
	'post.getMany': READING,
	'post.getStatistics': OF_PAGES,
	'post.react': ['w_organization_social_feed'],
	'video.getStatistics': [...OF_PAGES, 'r_ads_reporting'],
};

test('there is something to choose', () => {
	expect(CHOICES.length).toBeGreaterThan(80);
});

describe('what the form offers is carried out', () => {
	test.each(CHOICES)('%s', async (_, leaf, value) => {
		const form = await filledForm(lab(), leaf.operation);
		const needs = NEEDS[nameOf(leaf)] ?? NEEDS[leaf.path.at(-1) ?? ''];
		const shown = withValue(leaf, value);
		const parameters = merged(form.parameters, shown, (await needs?.(textOf(value), shown)) ?? {});
		// Whoever may read a page's posts may do less otherwise.
		const scopes = SCOPES[leaf.operation];
		const reading = scopes && credential({ scopes });
		const result = await lab().run({ parameters, credential: reading, items: [form.item] });
		expect(result.error?.message).toBeUndefined();
		expect(result.items.length).toBeGreaterThan(0);
		for (const { json } of result.items) expect(json).not.toHaveProperty('error');
	});
});
