import fc from 'fast-check';

import { redact } from '../../../linkedin/api/redact';
import { often } from '../../long/sampled';
import { anyCharacter } from '../anyCharacter';

const TOKEN = `AQX${'dSyGpTTo_-9z'.repeat(10)}`;
/** 88 characters, as of 64 bytes, with slashes so close that no piece is long. */
const BASE64 = `${'Zm9v/YmFy+Wk3'.repeat(6)}aB3/dE5f==`;
const FIELD = '/initializeUploadRequest/mediaLibraryMetadata/associatedAccount';

describe('cut out', () => {
	test.each([
		['a bearer token', 'Invalid header: Bearer abc.def', 'Invalid header: Bearer …'],
		['one in any case', 'authorization: bearer  abc', 'authorization: bearer …'],
		['each of several', 'Bearer a and Bearer b', 'Bearer … and Bearer …'],
		['a token by its length', `token ${TOKEN} was revoked`, 'token … was revoked'],
		['one in quotes', `{"token":"${TOKEN}"}`, '{"token":"…"}'],
		[
			'the query of a signed URL',
			'PUT https://www.linkedin.com/dms-uploads/1?sig=ab&x=1 failed',
			'PUT https://www.linkedin.com/dms-uploads/1?… failed',
		],
		[
			'one that has no name',
			'at https://a.example/b?c1d2 failed',
			'at https://a.example/b?… failed',
		],
		[
			'one without a scheme',
			'PUT /dms-uploads/1?ca=v&sau=ab failed',
			'PUT /dms-uploads/1?… failed',
		],
		['one whose signature has no name', 'PUT //dms/1?e=1&xyz', 'PUT //dms/1?…'],
		[
			'one in a sentence',
			'See (https://a.example/b?c=d), please',
			'See (https://a.example/b?… please',
		],
		['one in markup', '<a href="https://a.example/b?c=d">', '<a href="https://a.example/b?…">'],
		[
			'the token in a URL’s path, and its query',
			`at https://a.example/${TOKEN}?x=1`,
			'at https://a.example/…?…',
		],
		[
			'who a proxy or a server knows',
			'no http://me:a%40b@proxy:3128/x',
			'no http://…@proxy:3128/x',
		],
		['a password with an @', 'at HTTPS://me:a@b@host', 'at HTTPS://…@host'],
		['a secret by its name', 'client_secret=ab12 is wrong', 'client_secret=… is wrong'],
		['one in any case, in a body', 'a=1&Refresh_Token=ab&b=2', 'a=1&Refresh_Token=…&b=2'],
		[
			'one in a fragment',
			'at https://a.example/#access_token=ab',
			'at https://a.example/#access_token=…',
		],
		['an authorization code', 'code=AQTx-1 was used', 'code=… was used'],
		['a client secret', 'WPL_AP1.aBcD1234.Xy9z== is invalid', '… is invalid'],
		['one of an older kind', 'secret WPL_AP0.aB3', 'secret …'],
		['a JSON web token', 'id eyJhbGciOiJI.eyJzdWIi.c2ln-_x.', 'id ….'],
		['one without a signature', 'id eyJhbGciOiJI.eyJzdWIi', 'id …'],
		['40 characters', 'a'.repeat(40), '…'],
		['64 characters of base64 with slashes', BASE64.slice(0, 64), '…'],
		['more of them', `signed ${BASE64} by`, 'signed … by'],
	])('%s', (_, text, expected) => {
		expect(redact(text)).toBe(expected);
	});

	test.each(['token', 'secret', 'signature', 'sig', 'sau', 'ut', 'access_token'])(
		'what stands behind %s=',
		(name) => {
			expect(redact(`bad ${name}=aB3,x&next=1`)).toBe(`bad ${name}=…&next=1`);
		},
	);
});

describe('left as it is', () => {
	test.each([
		['Requested version 20250401 is not active'],
		['urn:li:digitalmediaAsset:C5522AQHn46pwH96hxQ'],
		['urn:li:sponsoredAccount:123456789012'],
		['https://www.linkedin.com/help/linkedin'],
		['What? Who?'],
		['What?next'],
		[`ERROR :: ${FIELD} :: "urn:li:person:a1" is wrong`],
		[`ERROR :: ${FIELD}/andEvenDeeper/andDeeper :: 5`],
		['3f2504e0-4f89-11d3-9a0c-0305e82c3301'],
		['MEDIA_ASSET_PROCESSING_FAILED'],
		['the barcode=5 and statuses=1'],
		['WPL_AP and eyJ'],
		['a'.repeat(39)],
		[BASE64.slice(0, 63)],
		[''],
	])('%j', (text) => {
		expect(redact(text)).toBe(text);
	});

	// Product: the look-ahead of LONG_BASE64 runs on over the quotes to digits of another word.
	test('a long path of fields, with whatever stands right behind it', () => {
		const text = `{"path":"${FIELD}/andEvenDeeper","value":5}`;
		expect(redact(text)).toBe(text);
	});
});

test('no word as long as a token comes through, whatever stands around it', () => {
	const word = fc.stringMatching(/^[A-Za-z0-9_-]{40,120}$/);
	const around = fc.oneof(
		fc.string({ unit: anyCharacter }),
		fc.constantFrom('Bearer ', ' ', '"', 'https://a.example/', 'https://a.example/?t=', '?', '\n'),
	);
	fc.assert(
		fc.property(around, word, around, (before, secret, after) => {
			expect(redact(`${before}${secret}${after}`)).not.toContain(secret);
		}),
		{ numRuns: often(100, 5000) },
	);
});

test('what was cut once stays as it is', () => {
	for (const text of [`Bearer ${TOKEN}`, `sig=${TOKEN}`, `/a?b=${TOKEN}`, TOKEN, BASE64]) {
		const once = redact(text);
		expect(redact(once)).toBe(once);
	}
});

test('a proxy’s long answer is cut before the look, whose time grows with it', () => {
	expect(redact('{"a":"bC1"},'.repeat(100_000))).toHaveLength(4000);
});

test.each([
	['{"access_token":"AQVshorttoken"}', '{"access_token":"…"}'],
	['client_secret: abc123XYZabc12', 'client_secret: …'],
	['Authorization: Basic dXNlcjpwYXNzd29yZA==', 'Authorization: Basic …'],
	['https%3A%2F%2Fx.com%2Fa%3Fsau%3Dabc was refused', 'https%3A%2F%2Fx.com%2Fa?… was refused'],
	['error code=100', 'error code=100'],
])('%s is shown as %s', (text, shown) => {
	expect(redact(text)).toBe(shown);
});
