import { ResponseHeaders } from '../../../../linkedin/api/http';
import { differenceBetween, versionOf } from '../../../../linkedin/files/url/version';

const version = (etag?: string, date?: string) =>
	versionOf({ headers: new ResponseHeaders({ ETag: etag, 'Last-Modified': date }) });

test.each([
	['"1"', 'a', '"1"', 'a', undefined],
	['"1"', 'a', '"2"', 'a', 'ETag'],
	['"1"', 'a', '"1"', 'b', 'Last-Modified'],
	['"1"', 'a', '"2"', 'b', 'ETag and Last-Modified'],
	['"1"', undefined, undefined, 'b', undefined],
	[undefined, undefined, undefined, undefined, undefined],
	// The weak comparison.
	['W/"1"', 'a', '"1"', 'a', undefined],
	['W/"1"', 'a', 'W/"1"', 'a', undefined],
	['w/"1"', 'a', ' "1"', 'a ', undefined],
	['W/"1"', 'a', 'W/"2"', 'a', 'ETag'],
	['W/"1"', 'a', '"2"', 'a', 'ETag'],
])('versions %s %s and %s %s differ in %s', (etag, date, otherETag, otherDate, difference) => {
	const one = version(etag, date);
	const other = version(otherETag, otherDate);
	expect(differenceBetween(one, other)).toBe(difference);
	expect(differenceBetween(other, one)).toBe(difference);
});
