import { partIdFromETag } from '../../../linkedin/upload/etag';

test.each([
	['/ambry-video/signedId/1f2e.bin', '/ambry-video/signedId/1f2e.bin'],
	['"e438b3a8"', 'e438b3a8'],
	['  "e438b3a8" ', 'e438b3a8'],
	['W/"e438b3a8"', 'e438b3a8'],
	['"a"b"', 'a"b'],
	['"a"b', '"a"b'],
	['W/a', 'a'],
])('the part’s id in %j is %s', (header, id) => {
	expect(partIdFromETag(header)).toBe(id);
});

test.each([[undefined], [''], ['  '], ['""'], ['W/""']])('there is none in %j', (header) => {
	expect(partIdFromETag(header)).toBeUndefined();
});
