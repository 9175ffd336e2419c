import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';

import { LinkedInClient } from '../../linkedin/api/client';
import { isRecord } from '../../linkedin/api/parse';
import type { Right } from '../../linkedin/api/permissions';
import type { CallPurpose } from '../../linkedin/api/purpose';
import { productScopes } from '../simulator';
import { filledForm } from './form/forms';
import { textOf } from './form/leaves';
import { video as fileOfVideo } from './importSupport';
import { CREDENTIAL_TYPE, NODE_TYPE } from './lab';
import { PublishedTrigger } from './publishedTrigger';
import { ACCOUNT, byUrn, item, OWNER, PAGE, type Scene, type Step } from './scene';

/** `r_member_social` and `r_member_social_feed` are in no product: LinkedIn grants them to chosen partners. */
export const EVERYTHING = [
	...new Set([...Object.values(productScopes).flat(), 'r_member_social', 'r_member_social_feed']),
];

/** One run. */
export interface Attempt {
	/** Whether it did what it is for. */
	readonly done: boolean;
	/** What its calls were for. */
	readonly purposes: readonly CallPurpose[];
}

/** Something that asks LinkedIn. */
export interface Case {
	/** Of the operations, or a list, or the trigger. */
	readonly what: string;
	/** Whose media or posts they are: not every call knows it. */
	readonly owner?: string;
	/** Of several calls, which do not depend on each other, those of this right. */
	readonly right?: Right;
	/** @throws any other failure than LinkedIn's 403 */
	readonly attempt: (by: ICredentialDataDecryptedObject) => Promise<Attempt>;
}

/** A row of the table: all that it is about works, or does not work, alike. */
export type Row = readonly [title: string, cases: readonly Case[]];

type Fill = () => INodeParameters | Promise<INodeParameters>;

/** Records the calls of the work alone, not those of what it needs before. */
async function recorded(work: () => Promise<boolean>): Promise<Attempt> {
	const methods = ['call', 'callWithoutAnswer', 'callForHeaders'] as const;
	const spies = methods.map((method) => jest.spyOn(LinkedInClient.prototype, method));
	try {
		const done = await work().catch((error: unknown) => !isRefusal(error));
		const purposes = spies.flatMap(({ mock }) => mock.calls.map(([{ purpose }]) => purpose));
		return { done, purposes };
	} finally {
		for (const spy of spies) spy.mockRestore();
	}
}

function isRefusal(error: unknown): true {
	if (isRecord(error) && error.httpCode === '403') return true;
	throw error;
}

/** Of an import each entry has its own state, whether they come as items or in one. */
function isImported(json: IDataObject): boolean {
	const list: unknown[] = Array.isArray(json.videos) ? json.videos : [json];
	return !list.some((each) => isRecord(each) && ['failed', 'unknown'].includes(String(each.state)));
}

/** Made once: what a run leaves as it was serves the next one too. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
	let made: Promise<Value> | undefined;
	return () => (made ??= make());
}

const SMALL_VIDEO = { content: fileOfVideo(1), fileName: 'talk.mp4' };

/** LinkedIn takes the same text once. */
let texts = 0;
const article = (author: string): INodeParameters => ({
	author: byUrn(author),
	contentType: 'article',
	mediaSource: 'none',
	fillFromPage: false,
	commentary: `Hello ${(texts += 1)}`,
});

const on = (owner: string) => ({ owner: byUrn(owner) });
const at = (url: string) => ({ __rl: true, mode: 'url', value: url });
const IN_LIBRARY = { associatedAccount: byUrn(ACCOUNT) };

/** All rows, run in this scene. */
export function recipeRows(stage: Scene): readonly Row[] {
	const { engine, entry, files, lab, linkedIn, plan, resource } = stage;

	/** Starts an operation with its form filled in, and these parameters in it; with every scope. */
	async function prepare(what: string, parameters: INodeParameters): Promise<() => Step> {
		const [of = '', operation = ''] = what.split('.');
		const { parameters: filled, item: full } = await filledForm(lab(), what);
		const form = { ...filled, ...parameters };
		const isSmall = of === 'image' || of === 'document';
		const field = isSmall ? of : 'data';
		const file = isSmall ? full.binary?.[field] : SMALL_VIDEO;
		const input = /upload$/i.test(operation) && file ? item({ [field]: file }) : item({});
		return () =>
			resource(of)(operation, form)
				.of(input)
				.scopes(...EVERYTHING);
	}

	const run = (what: string, owner: string, fill: Fill = () => ({})): Case => ({
		what,
		owner,
		async attempt(by) {
			const start = await prepare(what, await fill());
			return recorded(async () => {
				const { error, jsons } = await start().by(by).ends();
				if (error) return !isRefusal(error);
				return jsons.every((json) => json.lookupError === undefined && isImported(json));
			});
		},
	});

	const mediaOf = (kind: 'video' | 'image', owner: string) =>
		entry(kind, { owner, account: '', content: 'bytes' });

	/** The URN of what an operation makes. */
	const made = (what: string, parameters: () => INodeParameters) =>
		once(async () => {
			const start = await prepare(what, parameters());
			const { json } = await start();
			return textOf(json.urn);
		});
	const documentOf = (owner: string) => made('document.upload', () => on(owner));
	const assetOf = (owner: string) => made('asset.upload', () => on(owner));
	const postOf = (author: string) => made('post.create', () => article(author));

	/** The session of an upload whose last step failed. */
	async function begunVideo(owner: string): Promise<string> {
		plan('videos.finalizeUpload', 400);
		const start = await prepare('video.upload', on(owner));
		const { session } = await start().fails();
		return JSON.stringify(session);
	}

	/** The same of an asset. */
	async function begunAsset(owner: string): Promise<INodeParameters> {
		plan('assets.completeMultiPartUpload', 400);
		const inParts = { mediaType: 'video', mechanism: 'MULTIPART_UPLOAD' };
		const start = await prepare('asset.upload', { ...on(owner), ...inParts });
		await start().fails();
		const { mediaArtifact, metadata, parts = [] } = linkedIn.assets().at(-1) ?? {};
		const uploadedParts = JSON.stringify(parts.map(({ id }) => id));
		return { mediaArtifact, uploadMetadata: metadata, uploadedParts };
	}

	const imported = (owner: string, more: INodeParameters = {}) =>
		run('import.fromUrls', owner, () => ({
			...on(owner),
			entriesFrom: 'json',
			entries: JSON.stringify([{ url: files.add('/talk.mp4', SMALL_VIDEO.content), id: '1' }]),
			...more,
		}));
	const small = (owner: string): Case[] =>
		['image.upload', 'image.initializeUpload', 'document.upload', 'document.initializeUpload'].map(
			(what) => run(what, owner, () => on(owner)),
		);
	const uploads = (owner: string): Case[] => [
		run('video.upload', owner, () => on(owner)),
		run('video.initializeUpload', owner, () => on(owner)),
		run('video.resumeUpload', owner, async () => ({ uploadSession: await begunVideo(owner) })),
		run('video.finalizeUpload', owner, async () => ({
			uploadSession: await begunVideo(owner),
			uploadedParts: '',
		})),
		...small(owner),
		imported(owner),
	];
	const reads = (kind: 'video' | 'image', owner: string): Case[] => [
		run(`${kind}.get`, owner, () => ({ urn: mediaOf(kind, owner) })),
		run(`${kind}.batchGet`, owner, () => ({ urns: mediaOf(kind, owner) })),
		run(`${kind}.download`, owner, () => ({ urn: mediaOf(kind, owner) })),
		run('import.getStatus', owner, () => ({ importResult: `["${mediaOf(kind, owner)}"]` })),
	];
	const readDocument = (owner: string): Case => {
		const urn = documentOf(owner);
		return run('document.get', owner, async () => ({ urn: await urn() }));
	};
	const legacy = (owner: string): Case[] => {
		const urn = assetOf(owner);
		return [
			run('asset.upload', owner, () => on(owner)),
			run('asset.registerUpload', owner, () => on(owner)),
			run('asset.completeUpload', owner, () => begunAsset(owner)),
			run('asset.get', owner, async () => ({ urn: await urn() })),
			run('asset.getArtifacts', owner, async () => ({ urn: await urn() })),
		];
	};
	const publishes = (author: string): Case[] => {
		const urn = postOf(author);
		return [
			run('post.create', author, () => article(author)),
			run('post.update', author, async () => ({
				urn: byUrn(await urn()),
				updateFields: { commentary: 'New' },
			})),
			run('post.delete', author, async () => ({ urn: byUrn(await urn()) })),
		];
	};
	const readPosts = (author: string): Case[] => {
		const urn = postOf(author);
		return [
			run('post.get', author, async () => ({ urn: byUrn(await urn()) })),
			run('post.batchGet', author, async () => ({ urns: await urn() })),
			run('post.getMany', author, () => ({ author: byUrn(author) })),
		];
	};
	/** A comment on a post of this author, by the author, with every scope. */
	const commentOf = (author: string) => {
		const post = postOf(author);
		return once(async () => {
			const fresh = await prepare('comment.create', {
				actor: byUrn(author),
				post: byUrn(await post()),
			});
			const { json } = await fresh();
			return textOf(json.urn);
		});
	};
	const comments = (author: string): Case[] => {
		const post = postOf(author);
		const urn = commentOf(author);
		const of = async () => ({ actor: byUrn(author), urn: byUrn(await urn()) });
		return [
			run('comment.create', author, async () => ({
				actor: byUrn(author),
				post: byUrn(await post()),
			})),
			run('comment.update', author, of),
			run('comment.delete', author, async () => {
				const start = await prepare('comment.create', {
					actor: byUrn(author),
					post: byUrn(await post()),
				});
				const { json } = await start();
				return { actor: byUrn(author), urn: byUrn(textOf(json.urn)) };
			}),
		];
	};
	const readComments = (author: string): Case[] => {
		const post = postOf(author);
		const urn = commentOf(author);
		return [
			run('comment.get', author, async () => ({ urn: byUrn(await urn()) })),
			run('comment.getMany', author, async () => ({ post: byUrn(await post()) })),
		];
	};
	const counted = (author: string): Case[] => {
		const urn = postOf(author);
		const ofVideo = made('post.create', () => ({
			...article(author),
			contentType: 'video',
			mediaSource: 'urn',
			mediaUrn: mediaOf('video', author),
		}));
		return [
			run('post.getStatistics', author, async () => ({ author: byUrn(author), urns: await urn() })),
			run('video.getStatistics', author, async () => ({
				author: byUrn(author),
				views: 'organic',
				urns: await ofVideo(),
			})),
		];
	};
	const inAds = run('video.getStatistics', PAGE, () => ({
		views: 'sponsored',
		urns: 'urn:li:share:1',
		...IN_LIBRARY,
	}));
	const reacts = (actor: string): Case[] => {
		const urn = postOf(PAGE);
		return ['post.react', 'post.unreact'].map((what) =>
			run(what, actor, async () => ({ urn: byUrn(await urn()), actor: byUrn(actor) })),
		);
	};
	const intoLibrary = (owner: string): Case[] => [
		...['video.upload', 'image.upload'].map((what) =>
			run(what, owner, () => ({ ...on(owner), libraryEntry: IN_LIBRARY })),
		),
		imported(owner, { libraryEntry: IN_LIBRARY }),
	];
	const ofLibrary = (kind: 'video' | 'image'): Case[] => [
		run(`${kind}.findByAccount`, PAGE),
		run(`${kind}.updateLibrary`, PAGE),
		run(`${kind}.get`, PAGE, () => ({ urn: entry(kind), ...IN_LIBRARY })),
		run(`${kind}.batchGet`, PAGE, () => ({ urns: entry(kind), ...IN_LIBRARY })),
	];
	const trigger: Case = {
		what: 'trigger',
		attempt: (by) =>
			recorded(async () => {
				const published = new PublishedTrigger({ engine, credential: () => by }, {});
				await published.poll();
				const urn = entry('video');
				return (await published.told()).includes(`available ${urn}`);
			}),
	};

	/** Whether a list of the form shows somebody of this kind. */
	const listed = (
		kind: 'person' | 'organization' | 'sponsoredAccount',
		right: Right,
		method = 'searchOwners',
	): Case => ({
		what: `list of ${kind}s`,
		right,
		attempt: (by) =>
			recorded(async () => {
				const { results } = await engine.listSearch({
					type: NODE_TYPE,
					method,
					parameter: method === 'searchOwners' ? 'owner' : 'associatedAccount',
					credentials: { c: { type: CREDENTIAL_TYPE, data: by } },
				});
				return results.some(({ value }) => String(value).startsWith(`urn:li:${kind}:`));
			}),
	});
	/** What may not be read is null there. */
	const shown = (key: 'member' | 'pages' | 'adAccounts', right: Right): Case => ({
		what: 'account.get',
		right,
		attempt: async (by) => {
			const start = await prepare('account.get', {});
			return recorded(async () => {
				const { json } = await start().by(by);
				return json[key] !== null;
			});
		},
	});
	const pageGet = (value: string, right: Right): Case => ({
		...run('page.get', PAGE, () => ({ page: at(value) })),
		right,
	});
	const mention: Case = {
		...run('post.create', OWNER, () => ({
			...article(OWNER),
			commentary: `By @[linkedin.com/company/page-with-an-admin] ${(texts += 1)}`,
		})),
		right: 'listPages',
	};
	const byUrl: Case = {
		...run('image.upload', PAGE, () => ({
			owner: at('https://www.linkedin.com/company/page-with-an-admin'),
		})),
		right: 'listPages',
	};

	return [
		['Upload or import as yourself', uploads(OWNER)],
		['Publish or delete your posts', publishes(OWNER)],
		['Read your posts', readPosts(OWNER)],
		['Read statistics of a page, its posts and videos', counted(PAGE)],
		['Read statistics of your posts and videos', counted(OWNER)],
		['Read views of videos in ads', [inAds]],
		['React to posts and comments as yourself', reacts(OWNER)],
		['React to posts and comments as a page', reacts(PAGE)],
		['Read your videos and documents', [...reads('video', OWNER), readDocument(OWNER)]],
		['Read your images', reads('image', OWNER)],
		['Upload or import for a page', uploads(PAGE)],
		['Publish, delete or read posts of a page', [...publishes(PAGE), ...readPosts(PAGE)]],
		['Comment as yourself', comments(OWNER)],
		['Read comments on your posts', readComments(OWNER)],
		['Comment as a page', comments(PAGE)],
		['Read comments on posts of a page', readComments(PAGE)],
		[
			'Read videos, images and documents of a page',
			[...reads('video', PAGE), ...reads('image', PAGE), readDocument(PAGE)],
		],
		['Add an upload to a media library', [...intoLibrary(OWNER), ...intoLibrary(PAGE)]],
		[
			'List, read or update a media library, watch it with the trigger',
			[...ofLibrary('video'), ...ofLibrary('image'), trigger],
		],
		[
			'Publish a sponsored post',
			[
				run('post.create', PAGE, () => ({
					...article(PAGE),
					options: { adAccount: byUrn(ACCOUNT) },
				})),
			],
		],
		['Upload images and documents that an ad account owns', small(ACCOUNT)],
		[
			'Read images and documents that an ad account owns',
			[...reads('image', ACCOUNT), readDocument(ACCOUNT)],
		],
		['Upload and read your legacy assets', [...legacy(OWNER), run('asset.convertUrn', OWNER)]],
		['Upload and read legacy assets of a page', legacy(PAGE)],
		['Upload and read legacy assets of an ad account', legacy(ACCOUNT)],
		[
			'See yourself in lists and in Account',
			[listed('person', 'readProfile'), shown('member', 'readProfile')],
		],
		[
			'See your pages in lists and in Account, enter or mention a page by its URL',
			[
				listed('organization', 'listPages'),
				shown('pages', 'listPages'),
				byUrl,
				pageGet('linkedin.com/company/page-of-others', 'listPages'),
				mention,
			],
		],
		['Get a page by its ID', [pageGet('2414183', 'readPage'), pageGet('999', 'readPage')]],
		[
			'See your ad accounts in lists and in Account',
			[
				listed('sponsoredAccount', 'listAdAccounts', 'searchAdAccounts'),
				shown('adAccounts', 'listAdAccounts'),
			],
		],
	];
}
