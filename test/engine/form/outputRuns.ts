import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { APP_RECIPES } from '../../../linkedin/api/appRecipes';
import { fixture } from '../../fixtures/make';
import { pageTree, pdf } from '../../unit/files/documentFixtures';
import { importParameters } from '../importSupport';
import { COMMENTING, publishElsewhere, READING } from '../postSupport';
import { audience, OF_MEMBERS, OF_PAGES } from '../statisticsSupport';
import {
	ACCOUNT,
	byUrn,
	file,
	item,
	PAGE,
	talk,
	talkWithSupplements,
	withSupplements,
	type Outcome,
	type Scene,
	type Step,
} from '../scene';

/** Runs one operation with all that adds fields to its output, more than once where one run cannot have all. */
type Run = (stage: Scene) => Promise<IDataObject[]>;

/** One run after the other; their items. */
async function outputs(...steps: ReadonlyArray<PromiseLike<Outcome>>): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const step of steps) items.push(...(await step).jsons);
	return items;
}

const ofAccount = { associatedAccount: byUrn(ACCOUNT) };
const inLibrary = { libraryEntry: { ...ofAccount, assetName: 'Spring' } };
const waiting = { options: { waitSeconds: 60 } };
const report = { content: pdf(pageTree(3)), fileName: 'report.pdf' };

const urnOf = ({ json }: Outcome) => (typeof json.urn === 'string' ? json.urn : '');
const begun = async ({ video }: Scene, fileSizeBytes: number) => {
	const { json } = await video('initializeUpload', { fileSizeBytes }).allow('addresses');
	return JSON.stringify(json.uploadSession);
};
const anAsset = async ({ asset }: Scene) =>
	urnOf(await asset('upload', { mediaType: 'image' }).of(file('picture.png')));
const aPost = ({ linkedIn }: Scene) => publishElsewhere(linkedIn, 'Hello');
const reading = ({ post }: Scene, operation: string, form: INodeParameters): Step =>
	post(operation, form).scopes(...READING);

const commenting = ({ comment }: Scene, operation: string, form: INodeParameters): Step =>
	comment(operation, { text: 'Hello', ...form })
		.as(PAGE)
		.scopes(...COMMENTING);
const aComment = async (stage: Scene) =>
	urnOf(await commenting(stage, 'create', { post: byUrn(await aPost(stage)) }));
/** A reply with an image. */
const aReply = async (stage: Scene, comment: string) => {
	stage.linkedIn.configure({ readings: { commentImages: 'accepted' } });
	const form = { commentOn: 'comment', parentComment: byUrn(comment), imageSource: 'binaryData' };
	return urnOf(await commenting(stage, 'create', form).of(file('picture.png')));
};
const reacting = ({ post }: Scene, operation: string, urn: string): Step =>
	post(operation, { urn: byUrn(urn), actor: byUrn(PAGE) }).scopes('w_organization_social_feed');

const ofLibrary = (kind: 'video' | 'image'): Record<string, Run> => {
	const one = ({ entry }: Scene) => entry(kind, { name: 'Spring' });
	const failed = { status: 'PROCESSING_FAILED', failure: 'X' } as const;
	/** One with all that LinkedIn may tell of it, and one that it could not process. */
	const each = async (stage: Scene) => {
		stage.linkedIn.configure({ readings: { imageFields: 'asSchema' } });
		const bad = stage.entry(kind, failed);
		if (kind === 'image') return [one(stage), bad];
		const form = { ...withSupplements, ...inLibrary };
		return [urnOf(await stage.upload(talkWithSupplements).with(form)), bad];
	};
	return {
		get: async (stage) => {
			const get = (urn: string) => stage.resource(kind)('get', { urn, ...ofAccount });
			const items = await outputs(get(one(stage)));
			return [...items, ...(await outputs(...(await each(stage)).map(get)))];
		},
		batchGet: async (stage) => {
			const get = (...urns: string[]) =>
				outputs(stage.resource(kind)('batchGet', { urns: urns.join(','), ...ofAccount }));
			const items = await get(one(stage));
			return [...items, ...(await get(...(await each(stage)), `urn:li:${kind}:C404`))];
		},
		findByAccount: async (stage) => {
			const find = () => outputs(stage.resource(kind)('findByAccount', ofAccount));
			one(stage);
			const items = await find();
			await each(stage);
			return [...items, ...(await find())];
		},
		updateLibrary: async (stage) => {
			const update = (urn: string, updateFields: INodeParameters) =>
				stage.resource(kind)('updateLibrary', { urn, ...ofAccount, updateFields });
			const change = { assetName: 'Summer', mediaLibraryStatus: 'ARCHIVED' };
			const items = await outputs(update(one(stage), change));
			const renamed = (await each(stage)).map((urn) =>
				update(urn, { assetName: 'Autumn' }).options({ returnUpdatedEntry: true }),
			);
			return [...items, ...(await outputs(...renamed))];
		},
		download: (stage) => outputs(stage.resource(kind)('download', { urn: one(stage) })),
	};
};

/** Posts whose files and first comment bring keys of their own. */
const createsMore = ({ linkedIn, post }: Pick<Scene, 'linkedIn' | 'post'>): Step[] => {
	linkedIn.configure({ readings: { commentImages: 'accepted' } });
	const picture = item({ data: fixture('picture.png'), other: fixture('animation.gif') });
	const comment = { text: 'First', imageBinaryPropertyName: 'data' };
	return [
		post('create', { contentType: 'multiImage', binaryPropertyNames: 'data, other' }).of(picture),
		post('create', { contentType: 'document', title: 'Report' }).of(report),
		post('create', { contentType: 'text', commentary: 'Ho', firstComment: comment }).of(picture),
	];
};

/** By resource and operation. */
export const OUTPUT_RUNS: Readonly<Record<string, Readonly<Record<string, Run>>>> = {
	video: {
		upload: ({ upload }) =>
			outputs(upload(talkWithSupplements).with({ ...withSupplements, ...inLibrary, ...waiting })),
		resumeUpload: async (stage) => {
			const uploadSession = await begun(stage, fixture('talk.mp4').length);
			return outputs(stage.video('resumeUpload', { uploadSession }).of(talk()));
		},
		initializeUpload: ({ video }) =>
			outputs(
				video('initializeUpload', {
					fileSizeBytes: 9_000_000,
					uploadCaptions: true,
					uploadThumbnail: true,
				}).allow('addresses'),
			),
		finalizeUpload: async ({ plan, upload, video }) => {
			plan('videos.finalizeUpload', 400);
			const { session } = await upload(talk()).fails();
			return outputs(video('finalizeUpload', { uploadSession: JSON.stringify(session) }));
		},
		...ofLibrary('video'),
		getStatistics: async (stage) => {
			const { urn } = await audience(stage).withVideo(PAGE);
			const form = { author: byUrn(PAGE), urns: urn };
			return outputs(
				stage.video('getStatistics', form).scopes(...OF_PAGES),
				stage
					.video('getStatistics', { ...form, ...ofAccount, views: 'sponsored' })
					.scopes('r_ads_reporting'),
			);
		},
	},
	image: {
		upload: ({ image }) =>
			outputs(
				image('upload', { ...inLibrary, ...waiting }).of(file('picture.png')),
				image('upload').of(file('animation.gif')),
			),
		initializeUpload: ({ image }) => outputs(image('initializeUpload').allow('addresses')),
		...ofLibrary('image'),
	},
	document: {
		upload: ({ document }) => outputs(document('upload', waiting).of(report)),
		initializeUpload: ({ document }) => outputs(document('initializeUpload').allow('addresses')),
		get: async ({ document }) =>
			outputs(document('get', { urn: urnOf(await document('upload').of(report)) })),
	},
	post: {
		create: ({ linkedIn, post }) =>
			outputs(
				post('create', { commentary: 'Hello', contentType: 'image' }).of(file('picture.png')),
				post('create', { contentType: 'video', ...withSupplements }).of(talkWithSupplements),
				post('create', { contentType: 'text', commentary: 'Hi', firstComment: { text: 'First' } }),
				...createsMore({ linkedIn, post }),
			),
		update: async (stage) => {
			const update = async (updateFields: INodeParameters) =>
				reading(stage, 'update', { urn: byUrn(await aPost(stage)), updateFields });
			const landingPage = 'https://example.com/offer';
			return [
				...(await outputs(update({ commentary: 'New' }))),
				...(await outputs(update({ callToAction: 'REGISTER', landingPage }))),
			];
		},
		get: async (stage) => {
			const urn = byUrn(await aPost(stage));
			const withCounts = stage.post('get', { urn, options: { includeCounts: true } });
			return outputs(
				reading(stage, 'get', { urn }),
				withCounts.scopes(...READING, 'r_organization_social_feed'),
			);
		},
		getStatistics: async (stage) => {
			const metrics = ['saves', 'sends', 'callToActionClicks', 'followersGained', 'profileViews'];
			const own = { urns: await audience(stage).own(), options: { metrics } };
			return outputs(
				stage
					.post('getStatistics', { author: byUrn(PAGE), urns: await aPost(stage) })
					.scopes(...OF_PAGES),
				stage.post('getStatistics', own).scopes(...OF_MEMBERS),
			);
		},
		react: async (stage) => outputs(reacting(stage, 'react', await aPost(stage))),
		unreact: async (stage) => outputs(reacting(stage, 'unreact', await aPost(stage))),
		batchGet: async (stage) =>
			outputs(
				reading(stage, 'batchGet', { urns: await aPost(stage) }),
				reading(stage, 'batchGet', { urns: 'urn:li:share:404' }),
			),
		getMany: async (stage) => {
			await aPost(stage);
			return outputs(reading(stage, 'getMany', { author: byUrn(PAGE) }));
		},
		delete: async (stage) => outputs(reading(stage, 'delete', { urn: byUrn(await aPost(stage)) })),
	},
	comment: {
		create: async (stage) => {
			stage.linkedIn.configure({ readings: { commentImages: 'accepted' } });
			const reply = { commentOn: 'comment', parentComment: byUrn(await aComment(stage)) };
			const image = { imageSource: 'binaryData', text: 'One more' };
			return outputs(commenting(stage, 'create', { ...reply, ...image }).of(file('picture.png')));
		},
		update: async (stage) =>
			outputs(commenting(stage, 'update', { urn: byUrn(await aComment(stage)) })),
		get: async (stage) => {
			const comment = await aComment(stage);
			const get = (urn: string) => commenting(stage, 'get', { urn: byUrn(urn) });
			return outputs(get(comment), get(await aReply(stage, comment)));
		},
		getMany: async (stage) => {
			const parent = await aComment(stage);
			await aReply(stage, parent);
			const post = byUrn(stage.linkedIn.posts()[0]?.urn ?? '');
			return outputs(
				commenting(stage, 'getMany', { post }),
				commenting(stage, 'getMany', { commentOn: 'comment', parentComment: byUrn(parent) }),
			);
		},
		delete: async (stage) =>
			outputs(commenting(stage, 'delete', { urn: byUrn(await aComment(stage)) })),
	},
	asset: {
		upload: ({ asset }) =>
			outputs(
				asset('upload', { mediaType: 'video' }).of(talk()),
				asset('upload', { mediaType: 'image' }).of(file('animation.gif')),
			),
		registerUpload: ({ asset }) => {
			const form = { mediaType: 'video', fileSizeBytes: 9_000_000 };
			return outputs(
				asset('registerUpload', form).allow('addresses'),
				asset('registerUpload', { ...form, mechanism: 'MULTIPART_UPLOAD' }).allow('addresses'),
			);
		},
		completeUpload: async ({ asset, linkedIn, plan }) => {
			plan('assets.completeMultiPartUpload', 400);
			await asset('upload', { mediaType: 'video', mechanism: 'MULTIPART_UPLOAD' })
				.of(talk())
				.fails();
			const { mediaArtifact, metadata: uploadMetadata, parts = [] } = linkedIn.assets()[0] ?? {};
			const uploadedParts = parts.map(({ id = '' }) => id);
			return outputs(
				asset('completeUpload').of({ json: { mediaArtifact, uploadMetadata, uploadedParts } }),
			);
		},
		get: async (stage) => outputs(stage.asset('get', { urn: await anAsset(stage) })),
		getArtifacts: async (stage) =>
			outputs(stage.asset('getArtifacts', { urn: await anAsset(stage) })),
		convertUrn: ({ asset }) => outputs(asset('convertUrn', { urn: 'C5' })),
	},
	account: {
		get: ({ resource }) =>
			outputs(resource('account')('get').scopes(...APP_RECIPES.advertising.scopes)),
	},
	page: {
		get: ({ resource }) =>
			outputs(resource('page')('get', { page: byUrn(PAGE) }).scopes('rw_organization_admin')),
	},
	import: {
		fromUrls: async ({ files, plan, resource }) => {
			const videos = [
				{ url: files.add('/talk.mp4', fixture('talk.mp4')), id: '1', metadata: { title: 'Talk' } },
				{ url: `${files.url}/gone.mp4`, id: '2' },
			];
			const run = (output: string, list: IDataObject[], form: INodeParameters = {}) =>
				resource('import')('fromUrls', { ...importParameters, output, ...form }).of({
					json: { videos: list },
				});
			const both = (list: IDataObject[], form?: INodeParameters) =>
				outputs(...['summary', 'entries'].map((output) => run(output, list, form)));
			const items = await both(videos);
			// A session of an upload that failed; a file with a warning; an image, and a server that names versions.
			const failing = (output: string) => {
				plan('videos.finalizeUpload', 400);
				return outputs(run(output, videos).allow('addresses'));
			};
			const failed = [...(await failing('summary')), ...(await failing('entries'))];
			const content = fixture('animation.gif');
			const served = { content, contentType: 'image/gif', etag: () => '"1"' };
			const image = { url: files.add('/animation.gif', served), id: '3' };
			const mov = { url: files.add('/talk.mov', fixture('quicktime.mov')), id: '4' };
			const images = await both([image], { mediaType: 'image' });
			return [...items, ...failed, ...images, ...(await both([mov]))];
		},
		getStatus: ({ entry, resource }) => {
			const importResult = JSON.stringify([entry('video')]);
			return outputs(resource('import')('getStatus', { importResult }));
		},
	},
};
