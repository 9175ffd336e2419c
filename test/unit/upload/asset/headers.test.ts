import { JsonFields, UnexpectedAnswer } from '../../../../linkedin/api/parse';
import { readHeaders } from '../../../../linkedin/upload/asset/headers';

const read = (headers: Readonly<Record<string, unknown>>) =>
	readHeaders(JsonFields.of({ headers }, 'request'));

test.each([
	'image/png',
	'application/octet-stream',
	'text/plain; charset=utf-8',
	'image/svg+xml;q=1.0',
])('the content type %s is sent', (type) => {
	expect(read({ 'content-type': type })).toEqual({ 'Content-Type': type });
});

test('the family of media is sent, and nothing else', () => {
	const given = { 'Media-Type-Family': 'STILLIMAGE', 'X-HTTP-Method-Override': 'DELETE' };
	expect(read(given)).toEqual({
		'Content-Type': 'application/octet-stream',
		'media-type-family': 'STILLIMAGE',
	});
	expect(readHeaders(undefined)).toEqual({ 'Content-Type': 'application/octet-stream' });
});

test.each(['image', 'image/png; charset=', 'image/png; a=b; c=d', 'image/png\r\nX: 1', '', 7])(
	'LinkedIn never uses the content type %j',
	(type) => {
		expect(() => read({ 'Content-Type': type })).toThrow(UnexpectedAnswer);
	},
);
