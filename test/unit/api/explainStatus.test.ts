import { refusalError } from '../../../linkedin/api/answerErrors';
import { explainStatus } from '../../../linkedin/api/explainStatus';
import type { Explanation } from '../../../linkedin/api/explainForbidden';
import { answer, NO_REFRESH, NOW, PERSON } from './support';

/** linkedin-videos-api and linkedin-images-api, "API Error Details"; the last ones by the status. */
const DOCUMENTED: ReadonlyArray<readonly [code: string, status: number]> = [
	['INVALID_VIDEO_ID', 400],
	['INVALID_IMAGE_ID', 400],
	['INVALID_CALL_TO_ACTION', 400],
	['INVALID_URL', 400],
	['INVALID_URN_TYPE', 400],
	['INVALID_URN_ID', 400],
	['EXPIRED_UPLOAD_URL', 400],
	['MEDIA_ASSET_PROCESSING_FAILED', 400],
	['MEDIA_ASSET_WAITING_UPLOAD', 400],
	['UPDATING_ASSET_FAILED', 400],
	['NOT_FOUND', 404],
	['VERSION_MISSING', 400],
	['NONEXISTENT_VERSION', 426],
	['TOO_MANY_REQUESTS', 429],
];
/** For whoever reads the error these are one: no version was accepted. */
const ABOUT_VERSIONS = ['VERSION_MISSING', 'NONEXISTENT_VERSION'];
const sameMeaning = (one: string, other: string): boolean =>
	one === other || (ABOUT_VERSIONS.includes(one) && ABOUT_VERSIONS.includes(other));
const whole = ({ what, advice }: Explanation): string => `${what}. ${advice}`;

describe('each documented error', () => {
	test.each(DOCUMENTED)('%s has words of its own', (code, status) => {
		const text = whole(explainStatus(status, code));
		const others = DOCUMENTED.filter(([other]) => !sameMeaning(other, code));
		expect(
			others.map(([other, itsStatus]) => whole(explainStatus(itsStatus, other))),
		).not.toContain(text);
		for (const fallback of [explainStatus(400, undefined), explainStatus(418, undefined)]) {
			expect(text).not.toBe(whole(fallback));
		}
		expect(text).not.toContain(String(status));
	});

	test('says what happened as part of a sentence, and what to do as sentences', () => {
		for (const [code, status] of DOCUMENTED) {
			const { what, advice } = explainStatus(status, code);
			expect(what).toMatch(/^[a-zL].*[^.]$/);
			expect(advice).toMatch(/^[A-Z].*\.$/);
		}
	});

	test('NOT_FOUND is the same as 400 and as 404', () => {
		expect(explainStatus(400, 'NOT_FOUND')).toEqual(explainStatus(404, 'NOT_FOUND'));
	});
});

describe('chosen by code and status', () => {
	test('the message of the answer decides nothing', () => {
		const purpose = { doing: 'read it', right: 'readVideo', owner: PERSON } as const;
		const errorOf = (message: string) =>
			refusalError(answer(400, { code: 'INVALID_URN_ID', message }), purpose, NO_REFRESH, NOW);
		const texts = ['The upload url has expired', 'NOT_FOUND', '426 NONEXISTENT_VERSION'].map(
			errorOf,
		);
		for (const { message } of texts) {
			expect(message).toBe(
				'Could not read it: one of the URNs has an ID that LinkedIn doesn’t know',
			);
		}
	});

	test('a code that objects have is no code', () => {
		expect(explainStatus(400, 'constructor')).toEqual(explainStatus(400, undefined));
	});

	test.each([
		[302, 'LinkedIn responded with a redirect, which is never followed'],
		[307, 'LinkedIn responded with a redirect, which is never followed'],
		[400, 'LinkedIn rejected the request'],
		[404, 'LinkedIn can’t find it'],
		[409, 'it conflicts with another change on LinkedIn'],
		[413, 'the upload is too large for LinkedIn'],
		[418, 'LinkedIn responded with status 418'],
		[422, 'LinkedIn can’t process the request'],
		[426, 'LinkedIn accepts none of the API versions that were tried'],
		[429, 'LinkedIn’s rate limit was reached'],
		[500, 'LinkedIn returned a server error'],
		[503, 'LinkedIn returned a server error'],
	])('a bare %d: %s', (status, what) => {
		expect(explainStatus(status, undefined).what).toBe(what);
		expect(explainStatus(status, 'A_CODE_OF_TOMORROW').what).toBe(what);
	});
});

test.each([400, 418, 422])('a bare %d leads to the fields of the node', (status) => {
	expect(explainStatus(status, undefined).advice).toBe(
		'Check the fields of this node against LinkedIn’s message.',
	);
});

test.each([
	[426, 'NONEXISTENT_VERSION'],
	[400, 'VERSION_MISSING'],
	[426, undefined],
])(
	'a version that is not accepted (%s %s) leads to the field in the credential',
	(status, code) => {
		expect(explainStatus(status, code)).toEqual({
			what: 'LinkedIn accepts none of the API versions that were tried',
			advice:
				'Update this package, or set "API Version" in the credential to a version that LinkedIn supports now (YYYYMM).',
		});
	},
);

test.each([300, 301, 308, 399])('a redirect (%s) is called one', (status) => {
	expect(explainStatus(status, undefined).what).toContain('a redirect, which is never followed');
});
