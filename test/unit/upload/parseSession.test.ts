import fc from 'fast-check';

import { Problem } from '../../../linkedin/problem';
import { parseSession } from '../../../linkedin/upload/parseSession';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { often } from '../../long/sampled';
import { failureOf, PAGE, PERSON } from '../api/support';
import { sessionOf, UPLOADS, VIDEO } from './support';

const states = fc.constantFrom('none', 'due', 'uploaded', 'failed');
/** Any session that an upload can have come to. */
const sessions: fc.Arbitrary<VideoUploadSession> = fc
	.record({
		sizes: fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 8 }),
		etags: fc.array(fc.option(fc.string({ minLength: 1 }), { nil: undefined }), {
			minLength: 8,
			maxLength: 8,
		}),
		changes: fc.record(
			{
				owner: fc.constantFrom(PERSON, PAGE),
				fileName: fc.string(),
				uploadToken: fc.string(),
				expiresAt: fc.nat({ max: 4_000_000_000_000 }),
				captionsUploadUrl: fc.constant(`${UPLOADS}/c?sig=s`),
				thumbnailUploadUrl: fc.constant(`${UPLOADS}/t?sig=s`),
				captions: states,
				thumbnail: states,
				finalizeSent: fc.boolean(),
				finalized: fc.boolean(),
				firstPartSha256: fc.string({ minLength: 1 }),
			},
			{ requiredKeys: [] },
		),
	})
	.map(({ sizes, etags, changes }) => {
		const session = sessionOf(sizes, changes);
		for (const [index, part] of session.parts.entries()) {
			const etag = etags[index];
			if (etag !== undefined) part.etag = etag;
		}
		return session;
	});

/** The ways in which people hand it back. */
const FORMS: Array<[string, (session: VideoUploadSession) => unknown]> = [
	['the object', (session) => structuredClone(session)],
	['its JSON', (session) => JSON.stringify(session)],
	['its JSON over lines', (session) => ` ${JSON.stringify(session, null, 2)}\n`],
	['the item of Initialize Upload', (session) => ({ urn: session.urn, uploadSession: session })],
	['an error item', (session) => ({ error: { message: 'm', uploadSession: session } })],
	['an error item’s JSON', (session) => JSON.stringify({ error: { uploadSession: session } })],
];

describe.each(FORMS)('a session as %s', (_, form) => {
	test('is read as it was', () => {
		fc.assert(
			fc.property(sessions, (session) => {
				const read = parseSession(form(session));
				expect(read).toEqual({ finalizeSent: false, ...session });
				// What was handed in goes on living elsewhere: nobody writes to it.
				expect(read.parts).not.toBe(session.parts);
			}),
		);
	});
});

test('what only newer sessions have may be absent', () => {
	const { urn, owner, fileSizeBytes, parts } = sessionOf([10, 5]);
	expect(parseSession({ urn, owner, fileSizeBytes, parts })).toEqual({
		urn,
		owner,
		fileName: 'video',
		fileSizeBytes,
		uploadToken: '',
		parts,
		captions: 'none',
		thumbnail: 'none',
		finalizeSent: false,
		finalized: false,
	});
});

test('a part with an empty id has not arrived', () => {
	const session = sessionOf([10, 5]);
	for (const part of session.parts) part.etag = '';
	expect(parseSession(session).parts.map(({ etag }) => etag)).toStrictEqual([undefined, undefined]);
});

describe('what cannot be a session', () => {
	test.each([
		undefined,
		null,
		'',
		'no JSON',
		'{"urn":',
		'null',
		'"text"',
		'[]',
		[],
		[sessionOf([10])],
		7,
		true,
		{ error: {} },
		{ error: { message: 'm' } },
		{ uploadSession: 'text' },
		{ uploadSession: [] },
	])('%j is told as such, with where to find one', async (value) => {
		const problem = await failureOf(Problem, () => parseSession(value));
		expect(problem.message).toBe('Upload Session doesn’t contain an upload session');
		expect(problem.description).toContain('{{ $json.error.uploadSession }}');
	});

	test('an image’s session is told by its URN', async () => {
		const image = { urn: 'urn:li:image:C1', uploadUrl: `${UPLOADS}/1`, uploaded: false };
		const problem = await failureOf(Problem, () => parseSession(image));
		expect(problem.message).toBe(
			'Upload Session belongs to an image (urn:li:image:C1), not to a video',
		);
	});

	const [first, second] = sessionOf([10, 5]).parts;
	test.each<[Record<string, unknown>, string]>([
		[{ urn: undefined }, 'urn is missing'],
		[{ urn: 7 }, 'urn is not text'],
		[{ owner: null }, 'owner is missing'],
		[{ fileSizeBytes: '15' }, 'fileSizeBytes is not a whole number'],
		[{ fileSizeBytes: -1 }, 'fileSizeBytes is not a whole number'],
		[{ fileSizeBytes: 1e300 }, 'fileSizeBytes is not a whole number'],
		[{ fileSizeBytes: 16 }, 'the parts end at byte 14, but the file has 16 bytes'],
		[{ fileSizeBytes: 10 }, 'part 2 starts at 10, but the file has 10 bytes'],
		[{ fileName: {} }, 'fileName is not text'],
		[{ uploadToken: 7 }, 'uploadToken is not text'],
		[{ expiresAt: 'soon' }, 'expiresAt is not a whole number'],
		[{ parts: undefined }, 'parts is missing'],
		[{ parts: {} }, 'parts is not a list'],
		[{ parts: [] }, 'parts is empty'],
		[{ parts: [first, null] }, 'parts[1] is not an object'],
		[{ parts: [first, { ...second, uploadUrl: 7 }] }, 'parts[1].uploadUrl is not text'],
		[{ parts: [first, { ...second, etag: 7 }] }, 'parts[1].etag is not text'],
		[{ parts: [first, { ...second, lastByte: 1.5 }] }, 'parts[1].lastByte is not a whole number'],
		[{ parts: [first, { ...second, firstByte: 11 }] }, 'part 2 starts at 11, expected 10'],
		[{ parts: [second, first] }, 'part 1 starts at 10, expected 0'],
		[{ captionsUploadUrl: 7 }, 'captionsUploadUrl is not text'],
		[{ captions: 'sent' }, 'captions is "sent"'],
		[{ thumbnail: 'constructor' }, 'thumbnail is "constructor"'],
		[{ finalized: 'true' }, 'finalized is not true or false'],
		[{ finalizeSent: 1 }, 'finalizeSent is not true or false'],
		[{ firstPartSha256: [] }, 'firstPartSha256 is not text'],
	])('%j is told by its field', async (changes, words) => {
		const value = { ...sessionOf([10, 5]), ...changes };
		const problem = await failureOf(Problem, () => parseSession(value));
		expect(problem.message).toBe(`Upload Session can’t be used: ${words}`);
		expect(problem.description).toContain('Initialize Upload');
	});

	test.each<[Record<string, string>, string]>([
		[{ urn: 'urn:li:video:a/../../people' }, 'The URN of Upload Session'],
		[{ urn: PERSON }, 'The URN of Upload Session'],
		[{ owner: VIDEO }, 'The owner of Upload Session'],
		[{ owner: 'somebody' }, 'The owner of Upload Session'],
	])('%j is no such URN', async (changes, words) => {
		const value = { ...sessionOf([10]), ...changes };
		expect((await failureOf(Problem, () => parseSession(value))).message).toContain(words);
	});

	test('whatever it is, it is a Problem or a session and nothing else', () => {
		const field = fc.constantFrom(...Object.keys(sessionOf([10, 5])), 'uploadSession', 'error');
		fc.assert(
			fc.property(fc.dictionary(field, fc.anything()), fc.boolean(), (changes, asJson) => {
				const value = { ...sessionOf([10, 5]), ...changes };
				let read: unknown;
				try {
					read = parseSession(asJson ? toJson(value) : value);
				} catch (error) {
					expect(error).toBeInstanceOf(Problem);
					return;
				}
				expect(parseSession(JSON.stringify(read))).toEqual(read);
			}),
			{ numRuns: often(100, 5000) },
		);
	});
});

function toJson(value: unknown): string {
	return JSON.stringify(value, (_, entry: unknown) =>
		typeof entry === 'bigint' ? String(entry) : entry,
	);
}
