import type { IDataObject } from 'n8n-workflow';

import { fixture } from '../fixtures/make';
import { LOST_ANSWER, scene, sha256, talk } from './scene';

const VIDEO = fixture('talk.mp4');

const { linkedIn, plan, requests, upload, video } = scene({ linkedIn: { partBytes: 700_000 } });

interface Begun {
	readonly urn: string;
	readonly uploadSession: IDataObject;
	/** Of the parts, in their order. */
	readonly ids: string[];
}

/** An upload whose three parts have arrived: by an upload that fails at its last step. */
async function begun(): Promise<Begun> {
	plan('videos.finalizeUpload', 400);
	const { session } = await upload(talk()).fails();
	const parts = Array.isArray(session.parts) ? session.parts : [];
	const known = parts.map((part: unknown) => part as { etag: string });
	expect(known).toHaveLength(3);
	return {
		urn: String(session.urn),
		uploadSession: { ...session, parts: known.map((part) => ({ ...part, etag: undefined })) },
		ids: known.map(({ etag }) => etag),
	};
}

/** By expressions: what stands in a parameter itself, n8n shows in its log. */
const finalize = (uploadSession: IDataObject, uploadedParts?: unknown) =>
	video('finalizeUpload').of({
		json: { uploadSession, uploadedParts: uploadedParts as IDataObject[] },
	});

const answer = (id: string | undefined, more: object = {}): object => ({
	headers: { etag: `"${id ?? ''}"` },
	httpStatusCode: 200,
	...more,
});

describe('video: finalizeUpload', () => {
	test.each([
		['ids', (ids: string[]) => ids],
		['answers', (ids: string[]) => ids.map((id) => answer(id))],
	])('by %s', async (_, given) => {
		const { uploadSession, ids, urn } = await begun();
		const { json } = await finalize(uploadSession, given(ids));
		expect(json).toEqual({ urn, status: 'AVAILABLE' });
		expect(linkedIn.video(urn)).toMatchObject({ sha256: sha256(VIDEO), partIds: ids });
	});

	test('by the session alone where it knows all ids', async () => {
		const { uploadSession, ids, urn } = await begun();
		const known = uploadSession.parts as IDataObject[];
		const parts = known.map((part, index) => ({ ...part, etag: ids[index] }));
		await finalize({ ...uploadSession, parts });
		expect(linkedIn.video(urn).sha256).toBe(sha256(VIDEO));
	});

	test('waits until it is available', async () => {
		linkedIn.nextVideo({ kind: 'afterReads', reads: 1 });
		const { uploadSession, ids, urn } = await begun();
		const { json } = await finalize(uploadSession, ids).options({ waitSeconds: 600 });
		expect(json).toEqual({ urn, status: 'AVAILABLE' });
	});

	test('an answer that was lost: the video’s state tells it was carried out', async () => {
		const { uploadSession, ids, urn } = await begun();
		plan('videos.finalizeUpload', LOST_ANSWER);
		const { json, hints } = await finalize(uploadSession, ids);
		expect(json).toEqual({ urn, status: 'AVAILABLE' });
		expect(hints[0]).toContain('it succeeded');
	});

	test('LinkedIn’s refusal of ids that are not its own comes with the session', async () => {
		const { uploadSession, urn } = await begun();
		const { failed } = await finalize(uploadSession, ['/x', '/y', '/z']).onError(
			'continueErrorOutput',
		);
		expect(failed).toMatchObject({ status: 400, uploadSession: { urn } });
	});
});

describe('what cannot be the whole upload is told before any call', () => {
	const numbered = (ids: ReadonlyArray<string | undefined>, ...numbers: number[]) =>
		numbers.map((partNumber, index) => answer(ids[index], { partNumber }));

	test.each<[string, (ids: ReadonlyArray<string | undefined>) => unknown, RegExp]>([
		['too few parts', ([a, b]) => [a, b], /has 2 entries, but the upload has 3 parts/],
		['too many parts', ([a, b, c]) => [a, b, c, 'd'], /has 4 entries, but the upload has 3/],
		['a part twice', ([a, b]) => [a, b, a], /entries 1 and 3 have the same ID/],
		['a part number twice', (ids) => numbered(ids, 1, 2, 2), /part 2 appears twice/],
		['a gap in the part numbers', (ids) => numbered(ids, 1, 2, 4), /part 3 is missing/],
		[
			'a part that was refused',
			([a, b, c]) => [answer(a), answer(b, { httpStatusCode: 403 }), answer(c)],
			/entry 2 has status 403/,
		],
		[
			'a part without ETag',
			([a, b]) => [answer(a), answer(b), { httpStatusCode: 200, headers: {} }],
			/entry 3 has no ETag/,
		],
		['nothing', () => [], /Uploaded Parts is empty/],
		['no list', () => 'all of them', /Uploaded Parts is not a list/],
	])('%s', async (_, spoil, says) => {
		const { uploadSession, ids } = await begun();
		await finalize(uploadSession, spoil(ids)).failsAtOnce(says);
		expect(requests('videos.finalizeUpload')).toHaveLength(1);
	});

	test.each<[string, string, RegExp]>([
		['no session', '', /Upload Session doesn’t contain an upload session/],
		['the session of an image', '{"urn":"urn:li:image:C1"}', /belongs to an image/],
		[
			'a session without parts',
			'{"urn":"urn:li:video:C1","owner":"urn:li:person:a","fileSizeBytes":1}',
			/parts is missing/,
		],
	])('%s', async (_, uploadSession, says) => {
		await video('finalizeUpload', { uploadSession, uploadedParts: '["a"]' }).failsAtOnce(says);
	});
});
