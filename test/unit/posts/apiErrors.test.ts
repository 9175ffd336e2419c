import { errorBodyOf } from '../../../linkedin/api/errorBody';
import { explainForbidden } from '../../../linkedin/api/explainForbidden';
import { explainStatus } from '../../../linkedin/api/explainStatus';
import { ACCOUNT, answer, PAGE, PERSON } from '../api/support';

describe('codes', () => {
	test.each([
		['DUPLICATE_POST', 422, 'the same post before'],
		['FIELD_LENGTH_TOO_LONG', 400, 'one of the texts is too long'],
		['INVALID_VALUE_BLANK_FIELD', 400, 'a text that LinkedIn requires is empty'],
		['INVALID_DOCUMENT_ID', 400, 'doesn’t know this document ID'],
		['MISSING_REQUIRED_FIELD_FOR_DSC', 400, 'the sponsored post has no ad account'],
	])('%s has words of its own', (code, status, words) => {
		const { what, advice } = explainStatus(status, code);
		expect(what).toContain(words);
		expect(what).toMatch(/^[a-zL].*[^.]$/);
		expect(advice).toMatch(/^[A-Z].*\.$/);
	});

	const codeOf = (fields: object) =>
		errorBodyOf(answer(400, { message: 'x', status: 400, ...fields })).code;

	test('one that stands in the details only is found; one on top comes first', () => {
		const errorDetails = { inputErrors: [{ code: 'INNER' }, { code: 'OTHER' }] };
		expect(codeOf({ errorDetails })).toBe('INNER');
		expect(codeOf({ code: 'OUTER', errorDetails })).toBe('OUTER');
		expect(codeOf({ serviceErrorCode: 7, errorDetails })).toBe('INNER');
	});

	test.each([
		null,
		[],
		'x',
		{},
		{ inputErrors: 'x' },
		{ inputErrors: [null] },
		{ inputErrors: [{}] },
	])('details without one: %j', (errorDetails) => {
		expect(codeOf({ serviceErrorCode: 100, errorDetails })).toBe('100');
	});
});

describe('403', () => {
	const token = { hasRefreshToken: false };
	const advice = (...args: Parameters<typeof explainForbidden>): string =>
		explainForbidden(...args).advice;

	test('posting as a member, as a page, and for an ad account', () => {
		expect(advice('writePost', PERSON, undefined, token)).toContain('"w_member_social"');
		const page = advice('writePost', PAGE, undefined, token);
		expect(page).toContain('content administrator');
		expect(page).toContain('"w_organization_social"');
		const sponsored = advice('writePost', PAGE, ACCOUNT, token);
		expect(sponsored).toContain(`for a sponsored post of ${ACCOUNT} you need a role`);
		expect(sponsored).toContain('"rw_ads"');
		expect(sponsored).not.toContain('media library');
	});

	test('a post of nobody knows whom, and reading posts', () => {
		expect(advice('writePost', undefined, undefined, token)).toContain(
			'"w_member_social" or "w_organization_social"',
		);
		expect(advice('readPost', undefined, undefined, token)).toContain(
			'"r_organization_social" or "r_member_social"',
		);
	});

	test('reading documents', () => {
		expect(advice('readDocument', PERSON, undefined, token)).toContain('"w_member_social"');
		expect(advice('readDocument', ACCOUNT, undefined, token)).toContain('"r_ads" or "rw_ads"');
		expect(advice('readDocument', undefined, undefined, token)).toContain('"w_member_social" or');
	});
});
