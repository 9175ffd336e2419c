import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { byExpression, byUrn, OWNER, PAGE, scene, talk } from '../scene';
import { binaries, fileFor, files } from './files';
import { passing, URLS_MS } from './later';
import { sendParts, VIDEO } from './sendParts';
import { agreement, mostly, RUNS, scopes, TIMEOUT_MS, type Unforeseeable } from './support';

const stage = scene({ linkedIn: { partBytes: 700_000 }, allow: ['addresses'] });
const { asset, linkedIn, plan } = stage;
const { pass, reset } = passing(linkedIn);

jest.setTimeout(TIMEOUT_MS);

const owners = mostly(
	[byUrn(OWNER), byUrn(PAGE)],
	[byExpression('nobody'), byExpression('urn:li:video:C5')],
);
const mechanism = mostly(
	['auto', 'auto', 'MULTIPART_UPLOAD', 'SINGLE_REQUEST_UPLOAD'],
	['SYNCHRONOUS_UPLOAD', 'BY_POST'],
);
const registration = {
	mediaType: mostly<string>(['video', 'image'], ['document']),
	mechanism,
	recipe: mostly(
		[
			'auto',
			'urn:li:digitalmediaRecipe:feedshare-video',
			'urn:li:digitalmediaRecipe:feedshare-image',
		],
		['urn:li:digitalmediaRecipe:', 'feedshare', '', 'urn:li:video:C5'],
	),
	serviceRelationships: mostly<INodeParameters>(
		[
			{ relationship: [{ relationshipType: 'OWNER', identifier: 'urn:li:userGeneratedContent' }] },
			{},
		],
		[
			{ relationship: [{ relationshipType: 'FRIEND', identifier: 'urn:li:userGeneratedContent' }] },
			{ relationship: Array.from({ length: 6 }, () => ({ relationshipType: 'OWNER' })) },
		],
	),
	apiPath: mostly(['rest', 'v2'], ['v3']),
};

/** Which recipes and relationships fit an upload, LinkedIn's pages don't say: it alone knows. */
const isRefusedRegistration: Unforeseeable = (_, { told }) =>
	/Could not register the upload of .*: LinkedIn rejected/.test(told);

const registered = fc.record({
	...registration,
	owner: owners,
	fileSizeBytes: mostly([0, VIDEO.length, 300_000_000], [-1, 6_000_000_000, 1000]),
	fileName: mostly(['', 'talk.mp4'], ['x'.repeat(300)]),
	scopes,
});

test('registering uploads', async () => {
	const expectAgreement = agreement(linkedIn, isRefusedRegistration);
	await fc.assert(
		fc.asyncProperty(registered, async ({ scopes: granted, ...form }) => {
			await reset();
			await expectAgreement((more) =>
				asset('registerUpload', form)
					.options({ maxRetries: 0, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});

const uploads = fc.record({
	...registration,
	owner: owners,
	binaryPropertyName: files,
	options: mostly<INodeParameters>(
		[{}, { waitSeconds: 60 }],
		[{ checkFile: false }, { waitSeconds: -1 }],
	),
	scopes,
});

test('uploads', async () => {
	const expectAgreement = agreement(linkedIn, isRefusedRegistration);
	await fc.assert(
		fc.asyncProperty(uploads, async ({ scopes: granted, options, ...form }) => {
			await reset();
			const binaryPropertyName = fileFor(form.mediaType, form.binaryPropertyName);
			await expectAgreement((more) =>
				asset('upload', { ...form, binaryPropertyName })
					.of(binaries)
					.options({ maxRetries: 0, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});

const OTHER = Buffer.from(VIDEO);
OTHER[1000] = (OTHER[1000] ?? 0) ^ 0xff;
const withOther = { ...binaries, binary: { ...binaries.binary, other: talk(OTHER) } };

type Begin = (owner: string) => Promise<IDataObject>;

const registering =
	(form: INodeParameters): Begin =>
	async (owner) => {
		const { json } = await asset('registerUpload', form).as(owner);
		return json.uploadSession as IDataObject;
	};
const failing =
	(endpoint: Parameters<typeof plan>[0], which: Parameters<typeof plan>[2] = {}): Begin =>
	async (owner) => {
		plan(endpoint, 400, which);
		const { session } = await asset('upload', { mediaType: 'video', mechanism: 'MULTIPART_UPLOAD' })
			.of(talk())
			.as(owner)
			.options({ partConcurrency: 1, maxRetries: 0 })
			.fails();
		return session as IDataObject;
	};
const inParts = { mediaType: 'video', mechanism: 'MULTIPART_UPLOAD', fileSizeBytes: VIDEO.length };

const BEGUN: Record<string, Begin> = {
	'an image': registering({ mediaType: 'image' }),
	'a video': registering({ mediaType: 'video', fileSizeBytes: VIDEO.length }),
	'a video whose size is unknown': registering({ mediaType: 'video' }),
	'a video in parts': registering(inParts),
	'a video in parts, at its second': failing('assets.part', { part: 2 }),
	'a video in parts, at its last step': failing('assets.completeMultiPartUpload'),
};

const SINCE: Record<string, (session: IDataObject, resume: () => Promise<unknown>) => unknown> = {
	nothing: (session) => session,
	'its end was sent': (session) => ({ ...session, finalizeSent: true }),
	'it was completed, and its session says so': async (session, resume) => {
		await resume();
		return { ...session, finalized: true };
	},
	'another server': (session) => ({
		...session,
		parts: (session.parts as IDataObject[]).map((part) => ({
			...part,
			uploadUrl: 'https://example.com/part',
		})),
	}),
	'no session': () => ({ urn: 'urn:li:digitalmediaAsset:C5' }),
	'no object': () => 'session',
};

/** The URL of an upload in one request has no date: only LinkedIn knows when it ends. */
const hasNoDate: Unforeseeable = (_, { told }) =>
	/the upload URL has expired|use Register Upload again/.test(told);

const resumptions = fc.record({
	begun: fc.constantFrom(...Object.keys(BEGUN)),
	since: mostly(['nothing', 'nothing', 'its end was sent'], Object.keys(SINCE)),
	isLate: fc.integer({ min: 0, max: 3 }).map((die) => die === 0),
	owner: fc.constantFrom(OWNER, PAGE),
	file: mostly(['right'], ['other', 'text', 'picture', 'missing', 'empty']),
	options: mostly<INodeParameters>([{}, { waitSeconds: 60 }], [{ checkFile: false }]),
	scopes,
});

test('resuming uploads', async () => {
	await fc.assert(
		fc.asyncProperty(resumptions, async ({ begun, since, isLate, owner, ...given }) => {
			await reset();
			const session = (await BEGUN[begun]?.(owner)) ?? {};
			const mediaType = begun === 'an image' ? 'image' : 'video';
			const resume = (more: INodeParameters, uploadSession: string, name: string) =>
				asset('upload', {
					mediaType,
					binaryPropertyName: fileFor(mediaType, name),
					owner: byUrn(owner),
				})
					.of(withOther)
					.options({ maxRetries: 0, partConcurrency: 1, uploadSession, ...more });
			const right = async () => resume({}, JSON.stringify(session), 'right');
			const uploadSession = JSON.stringify(await SINCE[since]?.(session, right));
			if (isLate) pass(2 * URLS_MS);
			const expectAgreement = agreement(linkedIn, (said, run) =>
				session.metadata === undefined ? hasNoDate(said, run) : false,
			);
			await expectAgreement((more) =>
				resume({ ...given.options, ...more }, uploadSession, given.file).scopes(...given.scopes),
			);
		}),
		RUNS,
	);
});

const SAID: Record<string, (ids: readonly string[]) => unknown> = {
	ids: (ids) => ids,
	answers: (ids) => ids.map((id) => ({ headers: { ETag: id }, httpStatusCode: 200 })),
	'one too few': (ids) => ids.slice(1),
	'other ids': (ids) => ids.map((_, index) => `id-${index}`),
	'a failure': (ids) => ids.map((id) => ({ headers: { ETag: id }, httpStatusCode: 500 })),
	nothing: () => '',
	'no list': () => 'parts',
};

const completions = fc.record({
	said: mostly(['ids', 'answers'], Object.keys(SAID)),
	mediaArtifact: mostly<string | undefined>(
		[undefined],
		['', 'urn:li:digitalmediaAsset:C5', 'urn:li:video:C5'],
	),
	uploadMetadata: mostly<string | undefined>([undefined], ['']),
	uploadSession: mostly(['its own', 'none'], ['another’s', 'no object']),
	apiPath: mostly(['rest'], ['v3']),
	owner: fc.constantFrom(OWNER, PAGE),
	waitSeconds: mostly([0, 60], [-1]),
	scopes,
});

/** By an expression: what the form would stop by itself reaches the node. */
function said(value: unknown): string {
	return `={{ ${JSON.stringify(value)} }}`;
}

/** The IDs of parts are LinkedIn's own. */
const isRefusedCompletion: Unforeseeable = (_, { told }) =>
	/Could not complete the upload of .*: LinkedIn rejected/.test(told);
/** Whose asset it is only its session says. */
const isOfOthers: Unforeseeable = (_, { told }) =>
	/Could not complete the upload of .*: LinkedIn denied access/.test(told);

test('completing uploads', async () => {
	await fc.assert(
		fc.asyncProperty(
			completions,
			async ({ said: answer, owner, waitSeconds, scopes: granted, ...given }) => {
				await reset();
				const { json } = await asset('registerUpload', inParts).as(owner);
				const ids = await sendParts(json);
				const session = json.uploadSession as IDataObject;
				const sessions: Record<string, unknown> = {
					'its own': session,
					none: '',
					'another’s': { ...session, urn: 'urn:li:digitalmediaAsset:C5' },
					'no object': 'session',
				};
				const form = {
					mediaArtifact: said(given.mediaArtifact ?? json.mediaArtifact),
					uploadMetadata: said(given.uploadMetadata ?? json.uploadMetadata),
					uploadedParts: JSON.stringify(SAID[answer]?.(ids)),
					uploadSession: JSON.stringify(sessions[given.uploadSession]),
					apiPath: given.apiPath,
				};
				const hasSession = given.uploadSession !== 'none';
				const expectAgreement = agreement(
					linkedIn,
					(...of) => isRefusedCompletion(...of) || (!hasSession && isOfOthers(...of)),
				);
				await expectAgreement((more) =>
					asset('completeUpload', form)
						.options({ maxRetries: 0, waitSeconds, ...more })
						.scopes(...granted),
				);
			},
		),
		RUNS,
	);
});
