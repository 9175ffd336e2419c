import fc from 'fast-check';

import { redact } from '../../../linkedin/api/redact';

const TOKEN = `AQX${'dSyGpTTo_-9z'.repeat(10)}`;

describe('cut out', () => {
	test.each([
		['a bearer token', 'Invalid header: Bearer abc.def', 'Invalid header: Bearer …'],
		['one in any case', 'authorization: bearer  abc', 'authorization: Bearer …'],
		['each of several', 'Bearer a and Bearer b', 'Bearer … and Bearer …'],
		['a token by its length', `token ${TOKEN} was revoked`, 'token … was revoked'],
		['one in quotes', `{"token":"${TOKEN}"}`, '{"token":"…"}'],
		[
			'the query of a signed URL',
			'PUT https://www.linkedin.com/dms-uploads/1?sig=ab&x=1 failed',
			'PUT https://www.linkedin.com/dms-uploads/1?… failed',
		],
		[
			'one in a sentence',
			'See (https://a.example/b?c=d), please',
			'See (https://a.example/b?… please',
		],
		['one in markup', '<a href="https://a.example/b?c=d">', '<a href="https://a.example/b?…">'],
		['all of a URL with a long path', `at https://a.example/${TOKEN}?x=1`, 'at https:…?…'],
		['48 characters', 'a'.repeat(48), '…'],
	])('%s', (_, text, expected) => {
		expect(redact(text)).toBe(expected);
	});
});

describe('left as it is', () => {
	test.each([
		['Requested version 20250401 is not active'],
		['urn:li:digitalmediaAsset:C5522AQHn46pwH96hxQ'],
		['https://www.linkedin.com/help/linkedin'],
		['What? Who?'],
		['a'.repeat(47)],
		[''],
	])('%j', (text) => {
		expect(redact(text)).toBe(text);
	});
});

test('no word as long as a token comes through, whatever stands around it', () => {
	const word = fc.stringMatching(/^[A-Za-z0-9_-]{48,120}$/);
	const around = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.constantFrom('Bearer ', ' ', '"', 'https://a.example/', 'https://a.example/?t=', '?', '\n'),
	);
	fc.assert(
		fc.property(around, word, around, (before, secret, after) => {
			expect(redact(`${before}${secret}${after}`)).not.toContain(secret);
		}),
		{ numRuns: 500 },
	);
});
