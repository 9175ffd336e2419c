import { JsonFields, parseJson } from '../../../linkedin/api/parse';
import { readEntity } from '../../../linkedin/media/entity';
import { toMedia } from '../../../nodes/run/data';

const URN = 'urn:li:video:C5505AQH-oV1qvnFtKA';

/** LinkedIn's answer, read as the client reads it. */
const mediaOf = (json: string) => toMedia(readEntity(JsonFields.of(parseJson(json), ''), URN));
const withField = (field: string, value: unknown) =>
	mediaOf(JSON.stringify({ id: URN, status: 'AVAILABLE', [field]: value }))[field];

test('all of LinkedIn’s fields come as they are', () => {
	const fields = {
		id: URN,
		status: 'AVAILABLE',
		duration: 8000,
		aspectRatioWidth: 1.5,
		downloadable: false,
		nothing: null,
		text: '',
		mediaLibraryMetadata: { associatedAccount: 'urn:li:sponsoredAccount:1', list: [1, 'a', {}] },
	};
	expect(mediaOf(JSON.stringify(fields))).toStrictEqual(fields);
});

describe('an address', () => {
	test.each([
		[
			'https://www.linkedin.com/dms-uploads/C5505/uploaded-captions/0?ca=vector&sau=secret',
			'https://www.linkedin.com/dms-uploads/C5505/uploaded-captions/0',
		],
		[
			'https://www.linkedin.com/dms-mpf-uploads/C5505/0?sau=secret',
			'https://www.linkedin.com/dms-mpf-uploads/C5505/0',
		],
		['http://127.0.0.1:4010/dms-uploads/1?sig=secret', 'http://127.0.0.1:4010/dms-uploads/1'],
		['https://www.linkedin.com/dms-uploads/1#secret', 'https://www.linkedin.com/dms-uploads/1'],
		['https://www.linkedin.com/dms-uploads/1?a=b?c=d', 'https://www.linkedin.com/dms-uploads/1'],
		['https://www.linkedin.com/dms-uploads/?x=secret', 'https://www.linkedin.com/dms-uploads/'],
	])('that was uploaded to loses its signature: %s', (address, expected) => {
		expect(withField('captions', address)).toBe(expected);
	});

	test.each([
		['https://www.linkedin.com/dms-uploads/C5505/uploaded-captions/0'],
		['https://dms.licdn.com/playlist/vid/C5505/mp4-720p/0/1?e=1&v=beta&t=needed'],
		['https://media.licdn.com/dms/image/C4E10/0/1?e=1&v=beta&t=needed'],
		// Where the words stand in the query, the path is another one.
		['https://media.licdn.com/dms/image/1?from=/dms-uploads/&t=needed'],
		['https://media.licdn.com/dms/image/1?from=/dms-uploads/1?t=needed'],
		['https://media.licdn.com/dms-uploads-archive/1?t=needed'],
		['What is /dms-uploads/? See x'],
	])('to view or download stays whole: %s', (address) => {
		expect(withField('downloadUrl', address)).toBe(address);
	});
});

test('the key __proto__ is a field like any other, and does no harm', () => {
	const media = mediaOf(
		`{"id":"${URN}","status":"AVAILABLE","__proto__":{"polluted":true},"constructor":"x"}`,
	);
	expect(Object.getPrototypeOf(media)).toBe(Object.prototype);
	expect(media.polluted).toBeUndefined();
	expect(({} as Record<string, unknown>).polluted).toBeUndefined();
	expect(Object.keys(media)).toEqual(['id', 'status', '__proto__', 'constructor']);
});

test('an address deeper in the entity loses its signature too', () => {
	const signed = 'https://www.linkedin.com/dms-uploads/1?sau=secret';
	expect(withField('nested', { list: [{ captions: signed }] })).toEqual({
		list: [{ captions: 'https://www.linkedin.com/dms-uploads/1' }],
	});
});
