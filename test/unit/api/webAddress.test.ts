import { splitAddresses } from '../../../linkedin/api/webAddress';

test.each<[string, readonly string[]]>([
	['https://a.com/1', ['https://a.com/1']],
	['https://a.com/1,\nhttps://a.com/2', ['https://a.com/1', 'https://a.com/2']],
	['https://a.com/1\r\n\n https://a.com/2 ', ['https://a.com/1', 'https://a.com/2']],
	[
		'https://a.com/1, https://a.com/2,http://a.com/3',
		['https://a.com/1', 'https://a.com/2', 'http://a.com/3'],
	],
	// A comma may be part of a URL: in it, and where it ends the text.
	['https://a.com/1,2', ['https://a.com/1,2']],
	['https://a.com/1,\nhttps://a.com/2,', ['https://a.com/1', 'https://a.com/2,']],
	['', []],
	[' \n ', []],
])('%j are %j', (text, addresses) => {
	expect(splitAddresses(text)).toEqual(addresses);
});
