import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { APP_RECIPES } from '../../../linkedin/api/appRecipes';
import { fixture } from '../../fixtures/make';
import { pageTree, pdf } from '../../unit/files/documentFixtures';
import { importParameters } from '../importSupport';
import { publishElsewhere, READING } from '../postSupport';
import {
	ACCOUNT,
	byUrn,
	file,
	PAGE,
	talk,
	talkWithSupplements,
	withSupplements,
	type Outcome,
	type Scene,
	type Step,
} from '../scene';
import { audience, OF_MEMBERS, OF_PAGES } from '../statisticsSupport';

/** Runs one operation with all that adds fields to its output, more than once where one run cannot have all. */
type Run = (stage: Scene) => Promise<IDataObject[]>;

/** One run after the other; their items. */
async function outputs(...steps: ReadonlyArray<PromiseLike<Outcome>>): Promise<IDataObject[]> {
	const items: IDataObject[] = [];
	for (const step of steps) items.push(...(await step).jsons);
	return items;
}

const reacting = ({ post }: Scene, operation: string, urn: string): Step =>
	post(operation, { urn: byUrn(urn), actor: byUrn(PAGE) }).scopes('w_organization_social_feed');

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

const ofLibrary = (kind: 'video' | 'image'): Record<string, Run> => {
	const one = ({ entry }: Scene) => entry(kind, { name: 'Spring' });
	return {
		get: ({ resource, entry }) =>
			outputs(
				resource(kind)('get', { urn: entry(kind, { name: 'Spring' }), ...ofAccount }),
				resource(kind)('get', { urn: entry(kind, { status: 'PROCESSING_FAILED', failure: 'X' }) }),
			),
		batchGet: (stage) =>
			outputs(
				stage.resource(kind)('batchGet', { urns: one(stage), ...ofAccount }),
				stage.resource(kind)('batchGet', { urns: `urn:li:${kind}:C404` }),
			),
		findByAccount: (stage) => {
			one(stage);
			return outputs(stage.resource(kind)('findByAccount', ofAccount));
		},
		updateLibrary: (stage) =>
			outputs(
				stage.resource(kind)('updateLibrary', {
					urn: one(stage),
					...ofAccount,
					updateFields: { assetName: 'Summer', mediaLibraryStatus: 'ARCHIVED' },
				}),
			),
		download: (stage) => outputs(stage.resource(kind)('download', { urn: one(stage) })),
	};
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
			outputs(image('upload', { ...inLibrary, ...waiting }).of(file('picture.png'))),
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
		create: ({ post }) =>
			outputs(
				post('create', { commentary: 'Hello', contentType: 'image' }).of(file('picture.png')),
				post('create', { contentType: 'video', ...withSupplements }).of(talkWithSupplements),
			),
		update: async (stage) =>
			outputs(
				reading(stage, 'update', {
					urn: byUrn(await aPost(stage)),
					updateFields: { commentary: 'New' },
				}),
			),
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
	asset: {
		upload: ({ asset }) => outputs(asset('upload', { mediaType: 'video' }).of(talk())),
		registerUpload: ({ asset }) =>
			outputs(
				asset('registerUpload', { mediaType: 'video', fileSizeBytes: 9_000_000 }).allow(
					'addresses',
				),
			),
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
		fromUrls: ({ files, resource }) => {
			const videos = [
				{ url: files.add('/talk.mp4', fixture('talk.mp4')), id: '1', metadata: { title: 'Talk' } },
				{ url: `${files.url}/gone.mp4`, id: '2' },
			];
			const steps = ['summary', 'entries'].map((output) =>
				resource('import')('fromUrls', { ...importParameters, output }).of({ json: { videos } }),
			);
			return outputs(...steps);
		},
		getStatus: ({ entry, resource }) => {
			const importResult = JSON.stringify([entry('video')]);
			return outputs(resource('import')('getStatus', { importResult }));
		},
	},
};
