import { parseMediaUrn } from '../../../linkedin/api/urn';
import { Problem } from '../../../linkedin/problem';
import { failureOf } from './support';

test.each([
	['urn:li:video:C5505AQH-oV1qvnFtKA', 'video'],
	['urn:li:digitalmediaAsset:C5505AQH-oV1qvnFtKA', 'video'],
	[' urn%3Ali%3AdigitalmediaAsset%3AC5505AQH-oV1qvnFtKA ', 'video'],
	['urn:li:image:C5505AQH-oV1qvnFtKA', 'image'],
	['urn:li:digitalmediaAsset:C5505AQH-oV1qvnFtKA', 'image'],
] as const)('%s is meant as a %s', (value, type) => {
	expect(parseMediaUrn(value, type, 'URN')).toEqual({
		type,
		id: 'C5505AQH-oV1qvnFtKA',
		text: `urn:li:${type}:C5505AQH-oV1qvnFtKA`,
	});
});

test.each([
	['urn:li:image:C5', 'URN "urn:li:image:C5" is a URN of type "image"'],
	['urn:li:digitalmediaAsset:C5/x', 'has an ID that LinkedIn doesn’t use'],
	['C5505AQH', 'is not a LinkedIn URN'],
	[undefined, 'URN is empty'],
])('%s is no video', async (value, words) => {
	const error = await failureOf(Problem, () => parseMediaUrn(value, 'video', 'URN'));
	expect(error.message).toContain(words);
	expect(error.description).toContain('urn:li:video:…');
});
