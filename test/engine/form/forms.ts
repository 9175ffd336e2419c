import type { INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures/make';
import { pageTree, pdf } from '../../unit/files/documentFixtures';
import { ACCOUNT, byUrn, item, OWNER, PAGE, talk, type Lab } from '../lab';

/** A form that is filled in so far that its operation runs, and the item that it runs on. */
export interface FilledForm {
	readonly parameters: INodeParameters;
	readonly item: ReturnType<typeof item>;
}

type Fill = (lab: Lab) => INodeParameters | Promise<INodeParameters>;

const library = (kind: 'video' | 'image') => (lab: Lab) =>
	lab.simulator.addLibraryEntries({ kind })[0] ?? '';

/** A session of a video of this size that nobody has sent yet. */
async function begunVideo(lab: Lab, fileSizeBytes: number): Promise<string> {
	const { items } = await lab.run({
		parameters: { operation: 'initializeUpload', fileSizeBytes },
	});
	return JSON.stringify(items[0]?.json.uploadSession);
}

const ofLibrary = (kind: 'video' | 'image'): Record<string, Fill> => ({
	get: (lab) => ({ urn: byUrn(library(kind)(lab)) }),
	batchGet: (lab) => ({ urns: library(kind)(lab) }),
	findByAccount: () => ({ associatedAccount: byUrn(ACCOUNT) }),
	updateLibrary: (lab) => ({
		urn: byUrn(library(kind)(lab)),
		associatedAccount: byUrn(ACCOUNT),
		updateFields: { assetName: 'Spring' },
	}),
	download: (lab) => ({ urn: byUrn(library(kind)(lab)) }),
});

/** A page's post of text alone. */
export async function aPost(lab: Lab): Promise<string> {
	await lab.run({
		parameters: {
			resource: 'post',
			operation: 'create',
			author: byUrn(PAGE),
			contentType: 'text',
			commentary: 'Hello',
		},
	});
	return lab.simulator.posts().at(-1)?.urn ?? '';
}

const COMMENT = 'urn:li:comment:(urn:li:activity:1,2)';

/** A page's comment on its own post. */
async function aComment(lab: Lab, form: INodeParameters = {}): Promise<string> {
	await lab.run({
		parameters: {
			resource: 'comment',
			operation: 'create',
			actor: byUrn(PAGE),
			post: byUrn(await aPost(lab)),
			text: 'Hello',
			...form,
		},
	});
	return lab.simulator.comments().at(-1)?.urn ?? '';
}

const owned: Fill = () => ({ owner: byUrn(OWNER) });

const FORMS: Record<string, Record<string, Fill>> = {
	video: {
		upload: owned,
		initializeUpload: () => ({ owner: byUrn(OWNER), fileSizeBytes: 100_000 }),
		resumeUpload: async (lab) => ({
			uploadSession: await begunVideo(lab, fixture('talk.mp4').length),
		}),
		finalizeUpload: async (lab) => ({
			uploadSession: await begunVideo(lab, 100_000),
			uploadedParts: '["a"]',
		}),
		...ofLibrary('video'),
		getStatistics: () => ({
			author: byUrn(PAGE),
			views: 'sponsored',
			urns: 'urn:li:ugcPost:1',
			associatedAccount: byUrn(ACCOUNT),
		}),
	},
	image: { upload: owned, initializeUpload: owned, ...ofLibrary('image') },
	document: {
		upload: owned,
		initializeUpload: owned,
		get: () => ({ urn: 'urn:li:document:D4' }),
	},
	post: {
		create: (lab) => ({
			author: byUrn(PAGE),
			commentary: 'Hello',
			contentType: 'image',
			mediaSource: 'urn',
			mediaUrn:
				lab.simulator.addLibraryEntries({ kind: 'image', owner: PAGE, account: '' })[0] ?? '',
			// A row alone is not several images.
			mediaUrns: 'urn:li:image:C4',
			binaryPropertyNames: 'image',
			title: 'Title',
			articleUrl: 'https://example.com/news',
			fillFromPage: false,
		}),
		update: async (lab) => ({
			urn: byUrn(await aPost(lab)),
			updateFields: { commentary: 'New' },
		}),
		get: () => ({ urn: byUrn('urn:li:share:1') }),
		batchGet: () => ({ urns: 'urn:li:share:1' }),
		getMany: () => ({ author: byUrn(PAGE) }),
		delete: () => ({ urn: byUrn('urn:li:share:1') }),
		getStatistics: () => ({ author: byUrn(PAGE), urns: 'urn:li:share:1' }),
		react: () => ({ urn: byUrn('urn:li:share:1'), actor: byUrn(PAGE) }),
		unreact: () => ({ urn: byUrn('urn:li:share:1'), actor: byUrn(PAGE) }),
	},
	comment: {
		create: async (lab) => ({
			actor: byUrn(PAGE),
			post: byUrn(await aPost(lab)),
			parentComment: byUrn(await aComment(lab)),
			text: 'Hello',
			imageUrn: 'urn:li:image:C4',
			imageBinaryPropertyName: 'image',
		}),
		update: async (lab) => ({
			urn: byUrn(await aComment(lab)),
			actor: byUrn(PAGE),
			text: 'New',
		}),
		get: () => ({ urn: byUrn(COMMENT) }),
		getMany: async (lab) => {
			const parent = await aComment(lab);
			await aComment(lab, { commentOn: 'comment', parentComment: byUrn(parent) });
			return { post: byUrn(lab.simulator.posts()[0]?.urn ?? ''), parentComment: byUrn(parent) };
		},
		delete: () => ({ urn: byUrn(COMMENT), actor: byUrn(PAGE) }),
	},
	asset: {
		upload: owned,
		registerUpload: () => ({ owner: byUrn(OWNER), fileSizeBytes: 100_000 }),
		completeUpload: () => ({
			mediaArtifact:
				'urn:li:digitalmediaMediaArtifact:(urn:li:digitalmediaAsset:C5,urn:li:digitalmediaMediaArtifactClass:x)',
			uploadMetadata: 'm',
			uploadedParts: '["a"]',
		}),
		get: () => ({ urn: 'C5' }),
		getArtifacts: () => ({ urn: 'C5' }),
		convertUrn: () => ({ urn: 'C5' }),
	},
	account: { get: () => ({}) },
	page: { get: () => ({ page: byUrn(PAGE) }) },
	import: {
		fromUrls: () => ({
			owner: byUrn(PAGE),
			systemName: 'archive',
			entries: '[{"url": "https://example.com/talk.mp4", "id": "1"}]',
		}),
		getStatus: () => ({ importResult: '["urn:li:video:C5"]' }),
	},
};

/** The operations that have a form here. */
export const OPERATIONS = Object.entries(FORMS).flatMap(([resource, operations]) =>
	Object.keys(operations).map((operation) => `${resource}.${operation}`),
);

const files = {
	data: talk(),
	image: { content: fixture('picture.png'), fileName: 'picture.png' },
	image2: { content: fixture('picture.png'), fileName: 'picture2.png' },
	document: { content: pdf(pageTree(1)), fileName: 'report.pdf' },
	captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
	thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
};

/** The form of an operation, filled in; what is not named stays as n8n adds it. */
export async function filledForm(lab: Lab, key: string): Promise<FilledForm> {
	const [resource = '', operation = ''] = key.split('.');
	const fill = FORMS[resource]?.[operation];
	if (!fill) throw new Error(`there is no filled form for ${key}`);
	const single = resource === 'image' || resource === 'document' ? resource : 'data';
	return {
		parameters: { resource, operation, binaryPropertyName: single, ...(await fill(lab)) },
		item: item(files, { url: 'https://example.com/talk.mp4', id: '1' }),
	};
}
