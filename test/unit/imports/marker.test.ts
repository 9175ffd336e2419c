import fc from 'fast-check';

import {
	findMarker,
	isMarkable,
	markedName,
	markerOf,
	MAX_ASSET_NAME_BYTES,
} from '../../../linkedin/imports/marker';
import { often } from '../../long/sampled';
import { anyCharacter } from '../anyCharacter';

const text = fc
	.oneof(
		fc.string({ unit: 'grapheme', minLength: 1 }),
		fc.string({ unit: anyCharacter, minLength: 1, maxLength: 300 }),
		// Where confusions would come from.
		fc.string({
			unit: fc.constantFrom(
				'a',
				'/',
				'%',
				'2',
				'F',
				'~',
				'[',
				']',
				' ',
				'é',
				'e\u0301',
				'\n',
				'가',
				'\u1100\u1161',
			),
		}),
		fc.constantFrom(
			'a',
			'a/b',
			'a%2Fb',
			'é',
			'e\u0301',
			'Å',
			'\u212b',
			'x'.repeat(200),
			`${'x'.repeat(200)}~`,
		),
	)
	.filter(isMarkable);
const key = fc.record({ systemName: text, externalId: text });

describe('a marker', () => {
	test.each([
		['archive', '123abc', '[import archive/123abc]'],
		['my archive', 'a/b [1]', '[import my archive/a%2Fb %5B1%5D]'],
		['ärchiv', '東京_№1', '[import ärchiv/東京_%E2%84%961]'],
		['s', 'e\u0301', '[import s/e%CC%81]'],
		['s', ' a  b ', '[import s/%20a%20%20b%20]'],
		['s', '100%', '[import s/100%25]'],
		['s', '🎬', '[import s/%F0%9F%8E%AC]'],
	])('of %j and %j reads %j', (systemName, externalId, expected) => {
		expect(markerOf({ systemName, externalId })).toBe(expected);
	});

	test('of a long pair shows its beginnings and a hash', () => {
		const marker = markerOf({ systemName: 'archive', externalId: 'x'.repeat(500) });
		expect(marker).toMatch(/^\[import archive\/x{40}~[0-9a-f]{32}\]$/);
	});

	test('is never cut within a character', () => {
		for (let length = 20; length < 60; length += 1) {
			const marker = markerOf({
				systemName: `${'é'.repeat(length)}🎬`,
				externalId: '%'.repeat(length),
			});
			expect(marker).not.toContain('\ufffd');
			expect(() => decodeURIComponent(marker.replace(/~.*/, ''))).not.toThrow();
		}
	});

	test('is one pair’s alone, also after a normalisation of names', () => {
		const same = (one: object, other: object) => JSON.stringify(one) === JSON.stringify(other);
		fc.assert(
			fc.property(key, key, (one, other) => {
				fc.pre(!same(one, other));
				for (const form of ['NFC', 'NFD'] as const) {
					expect(markerOf(one).normalize(form)).not.toBe(markerOf(other).normalize(form));
				}
			}),
			{ numRuns: often(300, 20_000) },
		);
	});

	test('is found in the name again, whatever the title, within the limit', () => {
		fc.assert(
			fc.property(key, fc.string({ unit: anyCharacter, maxLength: 400 }), (pair, title) => {
				const name = markedName(title, pair);
				expect(Buffer.byteLength(name)).toBeLessThanOrEqual(MAX_ASSET_NAME_BYTES);
				expect(name).not.toMatch(/\p{Cc}/u);
				for (const form of ['NFC', 'NFD'] as const) {
					expect(findMarker(name.normalize(form))).toBe(markerOf(pair));
				}
				expect(findMarker(`${name} (renamed)`)).toBe(markerOf(pair));
			}),
			{ numRuns: often(200, 10_000) },
		);
	});

	test('is the last one where a title looks like one', () => {
		const pair = { systemName: 's', externalId: '1' };
		expect(findMarker(markedName('A [import s/2]', pair))).toBe('[import s/1]');
	});

	test.each(['', 'Clip', '[imported s/1]', '[import ]', '[import s/1'])('is not in %j', (name) => {
		expect(findMarker(name)).toBeUndefined();
	});
});

describe('a title', () => {
	const pair = { systemName: 's', externalId: '1' };
	test.each([
		['Clip', 'Clip [import s/1]'],
		[' two\n\tlines ', 'two lines [import s/1]'],
		['', '[import s/1]'],
		['\u0000', '[import s/1]'],
		['half \ud83c a character', 'half a character [import s/1]'],
	])('%j gives %j', (title, expected) => {
		expect(markedName(title, pair)).toBe(expected);
	});

	test('that is too long is cut before the marker', () => {
		const name = markedName('🎬'.repeat(100), pair);
		expect(name).toBe(`${'🎬'.repeat(46)} [import s/1]`);
	});
});

test('half a character cannot be marked', () => {
	expect(isMarkable('a\ud83c')).toBe(false);
	expect(isMarkable('a🎬')).toBe(true);
});
