import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';

import { fixture } from '../../fixtures/make';
import {
	file,
	item,
	OWNER,
	PAGE,
	scene,
	talk,
	talkWithSupplements,
	withSupplements,
} from '../scene';
import { passing, URLS_MS } from './later';
import { sendParts, VIDEO } from './sendParts';
import { agreement, mostly, RUNS, scopes, TIMEOUT_MS, type Unforeseeable } from './support';

/** Uploads that were begun: what is left of them, whether their URLs still serve, and who goes on. */

const stage = scene({ linkedIn: { partBytes: 700_000 }, allow: ['addresses'] });
const { linkedIn, plan, upload, video } = stage;
const { pass, reset } = passing(linkedIn);

jest.setTimeout(TIMEOUT_MS);

type Session = IDataObject;

const failing =
	(endpoint: Parameters<typeof plan>[0], which: Parameters<typeof plan>[2] = {}) =>
	async (owner: string): Promise<Session> => {
		plan(endpoint, 400, which);
		const { session } = await upload(talkWithSupplements)
			.with(withSupplements)
			.as(owner)
			.options({ partConcurrency: 1, maxRetries: 0 })
			.fails();
		return session as Session;
	};

/** Where an upload ended, and what its session says. */
const BEGUN: Record<string, (owner: string) => Promise<Session>> = {
	'at its first part': failing('videos.part'),
	'at its second part': failing('videos.part', { part: 2 }),
	'at its captions': failing('videos.captions'),
	'at its thumbnail': failing('videos.thumbnail'),
	'at its last step': failing('videos.finalizeUpload'),
	'before its first byte': async (owner) => {
		const { json } = await video('initializeUpload', { fileSizeBytes: VIDEO.length }).as(owner);
		return json.uploadSession as Session;
	},
};
const begun = fc.constantFrom(...Object.keys(BEGUN));

/** What has happened since, or what somebody has made of it. */
const SINCE: Record<string, (session: Session) => Promise<unknown>> = {
	nothing: (session) => Promise.resolve(session),
	'its end was sent': (session) => Promise.resolve({ ...session, finalizeSent: true }),
	'it was completed': async (session) => {
		await resume(session).options({ maxRetries: 0 }).ends();
		return session;
	},
	'it was completed, and its session says so': async (session) => {
		await resume(session).options({ maxRetries: 0 }).ends();
		return { ...session, finalized: true };
	},
	'the video is gone': (session) => {
		linkedIn.removeAsset(typeof session.urn === 'string' ? session.urn : '');
		return Promise.resolve(session);
	},
	'another video': (session) => Promise.resolve({ ...session, urn: 'urn:li:video:C5unknown' }),
	'an image': (session) => Promise.resolve({ ...session, urn: 'urn:li:image:C5unknown' }),
	'a part is missing': (session) =>
		Promise.resolve({ ...session, parts: (session.parts as IDataObject[]).slice(1) }),
	'another server': (session) =>
		Promise.resolve({
			...session,
			parts: (session.parts as IDataObject[]).map((part) => ({
				...part,
				uploadUrl: 'https://example.com/part',
			})),
		}),
	'no session': () => Promise.resolve({ urn: 'urn:li:video:C5unknown' }),
	'no object': () => Promise.resolve('session'),
	empty: () => Promise.resolve(''),
};
const since = mostly(['nothing', 'nothing', 'its end was sent'], Object.keys(SINCE));

const resume = (session: unknown, form: INodeParameters = withSupplements) =>
	video('resumeUpload', { uploadSession: text(session), ...form }).of(files);

function text(session: unknown): string {
	return typeof session === 'string' ? session : JSON.stringify(session);
}

const OTHER = Buffer.from(VIDEO);
OTHER[1000] = (OTHER[1000] ?? 0) ^ 0xff;
const files = item({
	data: talk(),
	captions: file('talk.srt'),
	thumbnail: file('thumbnail.jpg'),
	other: talk(OTHER),
	text: { content: Buffer.from('Just a text'), fileName: 'text.txt' },
});

/**
 * The IDs of parts are LinkedIn's own, and so is the token of an upload: what another system has sent, LinkedIn
 * alone knows.
 */
const onlyLinkedInKnows: Unforeseeable = (_, { told }) =>
	/Could not finalize the upload of .*: LinkedIn rejected/.test(told);
/** An upload that was completed is refused by what is sent first; a check says why. */
const wasCompleted: Unforeseeable = ({ ok }) => !ok;
/** The URLs of one video and the URN of another: a check can't tell whose are gone. */
const isMixed: Unforeseeable = ({ ok }, { told }) => !ok && /LinkedIn can’t find it/.test(told);
const UNFORESEEABLE: Readonly<Record<string, Unforeseeable>> = {
	'it was completed': wasCompleted,
	'another video': isMixed,
};

const resumed = fc.record({
	begun,
	since,
	isLate: fc.integer({ min: 0, max: 3 }).map((die) => die === 0),
	owner: fc.constantFrom(OWNER, PAGE),
	binaryPropertyName: mostly(['data'], ['other', 'text', 'thumbnail', 'missing']),
	captionsSource: mostly(['binaryData', 'text'], ['none']),
	captionsText: mostly([fixture('talk.srt').toString()], ['No captions']),
	thumbnailSource: mostly(['binaryData'], ['none']),
	thumbnailBinaryPropertyName: mostly(['thumbnail'], ['text']),
	options: mostly<INodeParameters>(
		[{}, { waitSeconds: 60 }, { onSupplementFailure: 'continue' }],
		[{ checkFile: false }, { partConcurrency: 99 }],
	),
	scopes,
});

test('resuming uploads of videos', async () => {
	await fc.assert(
		fc.asyncProperty(resumed, async (given) => {
			await reset();
			const { begun: where, since: what, isLate, owner, options, scopes: granted, ...form } = given;
			const session = await BEGUN[where]?.(owner);
			const changed = await SINCE[what]?.(session ?? {});
			if (isLate) pass(2 * URLS_MS);
			const expectAgreement = agreement(linkedIn, UNFORESEEABLE[what] ?? onlyLinkedInKnows);
			await expectAgreement((more) =>
				resume(changed, form)
					.options({ maxRetries: 0, partConcurrency: 1, ...options, ...more })
					.scopes(...granted),
			);
		}),
		RUNS,
	);
});

/** What another system says of the parts that it has sent. */
const SAID: Record<string, (ids: readonly string[]) => unknown> = {
	ids: (ids) => ids,
	answers: (ids) => ids.map((id) => ({ headers: { ETag: id }, httpStatusCode: 200 })),
	'one too few': (ids) => ids.slice(1),
	'one twice': (ids) => [ids[0], ids[0], ids[2]],
	'other ids': (ids) => ids.map((_, index) => `id-${index}`),
	'a failure': (ids) => ids.map((id) => ({ headers: { ETag: id }, httpStatusCode: 500 })),
	nothing: () => '',
	'no list': () => 'parts',
};

const finalized = fc.record({
	said: mostly(['ids', 'answers'], Object.keys(SAID)),
	since: mostly(['nothing'], Object.keys(SINCE)),
	isLate: fc.boolean(),
	owner: fc.constantFrom(OWNER, PAGE),
	waitSeconds: mostly([0, 60], [-1]),
	scopes,
});

test('finalizing uploads of videos', async () => {
	await fc.assert(
		fc.asyncProperty(finalized, async ({ said, since: what, isLate, owner, ...given }) => {
			await reset();
			const { json } = await video('initializeUpload', { fileSizeBytes: VIDEO.length }).as(owner);
			const ids = await sendParts(json);
			const session = await SINCE[what]?.(json.uploadSession as Session);
			if (isLate) pass(2 * URLS_MS);
			const uploadedParts = JSON.stringify(SAID[said]?.(ids));
			const expectAgreement = agreement(linkedIn, UNFORESEEABLE[what] ?? onlyLinkedInKnows);
			await expectAgreement((more) =>
				video('finalizeUpload', { uploadSession: text(session), uploadedParts })
					.options({ maxRetries: 0, waitSeconds: given.waitSeconds, ...more })
					.scopes(...given.scopes),
			);
		}),
		RUNS,
	);
});
