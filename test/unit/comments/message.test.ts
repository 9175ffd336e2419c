import {
	dependsOnUnit,
	messageWarnings,
	toMessage,
	toRequestMessage,
} from '../../../linkedin/comments/message';

const ADA = '@[Ada](urn:li:person:abc)';
const attribute = (start: number, length: number, value: object) => ({ start, length, value });
const ada = { person: { person: 'urn:li:person:abc' } };

test('plain text stays as it is', () => {
	const typed = 'a \\(b\\) #c C# *d* @you [x](https://e.com)\n';
	expect(toRequestMessage(toMessage(typed), 'utf16')).toEqual({ text: typed });
	expect(dependsOnUnit(toMessage(typed))).toBe(false);
});

test('mentions are attributes at their places', () => {
	const message = toMessage(`Hi ${ADA}, ${ADA} of @[A \\[B](urn:li:organizationBrand:7)`);
	expect(toRequestMessage(message, 'utf16')).toEqual({
		text: 'Hi Ada, Ada of A [B',
		attributes: [
			attribute(3, 3, ada),
			attribute(8, 3, ada),
			attribute(15, 4, { organization: { organization: 'urn:li:organization:7' } }),
		],
	});
	expect(dependsOnUnit(message)).toBe(false);
});

test('behind an emoji, and with one in the name, the units differ', () => {
	const message = toMessage('🎉 @[A 🎈](urn:li:organization:7)');
	const value = { organization: { organization: 'urn:li:organization:7' } };
	expect(toRequestMessage(message, 'utf16')).toMatchObject({
		attributes: [attribute(3, 4, value)],
	});
	expect(toRequestMessage(message, 'codePoints')).toMatchObject({
		attributes: [attribute(2, 3, value)],
	});
	expect(dependsOnUnit(message)).toBe(true);
});

test('a hashtag’s template is the hashtag', () => {
	expect(toMessage('{hashtag|\\#|news}').text).toBe('#news');
});

test('a long text is warned of', () => {
	expect(messageWarnings(toMessage('🎉'.repeat(1250)), 'Text')).toEqual([]);
	expect(messageWarnings(toMessage('x'.repeat(1251)), 'Text')).toEqual([
		expect.stringContaining('Text has 1251 characters') as string,
	]);
});
