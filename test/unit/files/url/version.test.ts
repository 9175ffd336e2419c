import { isSameVersion } from '../../../../linkedin/files/url/version';

test.each([
	['"1"', 'a', '"1"', 'a', true],
	['"1"', 'a', '"2"', 'a', false],
	['"1"', 'a', '"1"', 'b', false],
	['"1"', undefined, undefined, 'b', true],
	[undefined, undefined, undefined, undefined, true],
])('versions %s %s and %s %s: %s', (etag, lastModified, otherETag, otherDate, same) => {
	const one = { etag, lastModified };
	const other = { etag: otherETag, lastModified: otherDate };
	expect(isSameVersion(one, other)).toBe(same);
	expect(isSameVersion(other, one)).toBe(same);
});
