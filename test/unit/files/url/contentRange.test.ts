import { parseContentRange } from '../../../../linkedin/files/url/contentRange';

test.each([
	['bytes 0-1023/146515', { first: 0, last: 1023, total: 146_515 }],
	[' bytes 5-9/* ', { first: 5, last: 9, total: undefined }],
	['bytes 5-9', undefined],
	['bytes */10', undefined],
	['bytes 5-9/x', undefined],
	['bytes=5-9/10', undefined],
	['items 5-9/10', undefined],
	['', undefined],
	[undefined, undefined],
])('Content-Range %j', (header, range) => {
	expect(parseContentRange(header)).toEqual(range);
});
