import { isAnotherEntry } from '../../../linkedin/api/anotherEntry';

test.each<[string, unknown]>([
	['urn:li:video:1', 'urn:li:video:2'],
	['urn:li:video:1', 'urn:li:image:2'],
	['urn:li:image:1', 'urn:li:digitalmediaAsset:2'],
	['urn:li:share:1', 'urn:li:share:2'],
	['urn:li:organization:1', '2'],
])('asked for %s, %s is another entry', (asked, own) => {
	expect(isAnotherEntry(asked, own)).toBe(true);
});

test.each<[string, unknown]>([
	['urn:li:video:1', 'urn:li:video:1'],
	['urn:li:video:1', 'urn%3Ali%3avideo:1'],
	['urn:li:image:1', 'urn:li:digitalmediaAsset:1'],
	['urn:li:organization:1', '1'],
	// A post has several numbers.
	['urn:li:share:1', 'urn:li:ugcPost:2'],
	['urn:li:share:1', 'urn:li:image:2'],
	['urn:li:share:1', ''],
	['urn:li:share:1', undefined],
	['urn:li:share:1', 2],
])('asked for %s, %s may be the same', (asked, own) => {
	expect(isAnotherEntry(asked, own)).toBe(false);
});
