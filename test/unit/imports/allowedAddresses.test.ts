import { isAllowed, parseAllowedAddress } from '../../../linkedin/imports/allowedAddresses';
import { Problem } from '../../../linkedin/problem';
import { Dice } from '../../soak/random';

const listOf = (...entries: string[]) => entries.map((entry) => parseAllowedAddress(entry, 'List'));
const allows = (entry: string, address: string) => isAllowed(new URL(address), listOf(entry));

describe('an entry of the list', () => {
	test.each([
		['hooks.example.com', 'https://hooks.example.com', '/'],
		['HOOKS.example.com', 'https://hooks.example.com', '/'],
		['hooks.example.com:8443', 'https://hooks.example.com:8443', '/'],
		['https://hooks.example.com:443', 'https://hooks.example.com', '/'],
		['http://127.0.0.1:5678/in', 'http://127.0.0.1:5678', '/in'],
		['hooks.example.com/a/../b/', 'https://hooks.example.com', '/b/'],
		['bücher.example', 'https://xn--bcher-kva.example', '/'],
	])('%s', (entry, origin, path) => {
		expect(listOf(entry)).toEqual([{ origin, path }]);
	});

	test.each([
		'*',
		'*.example.com',
		'https://',
		'ftp://example.com',
		'javascript:alert(1)',
		'user@example.com',
		'https://user:pass@example.com/',
		'https://example.com/?key=1',
		'https://example.com/#a',
		'a b',
	])('%s is none', (entry) => {
		// `*` is a host to the parser, which no address has that anybody can reach.
		if (entry.startsWith('*')) expect(allows(entry, 'https://a.example.com/')).toBe(false);
		else expect(() => listOf(entry)).toThrow(Problem);
	});
});

test.each([
	'https://hooks.example.com/linkedin',
	'https://hooks.example.com/linkedin/',
	'https://hooks.example.com/linkedin/a?b=c',
	'https://hooks.example.com/linkedin?b=c',
	'HTTPS://Hooks.Example.Com:443/linkedin/a',
	'https://hooks.example.com/other/../linkedin/a',
	'https:\\\\hooks.example.com\\linkedin\\a',
])('below an address: %s', (address) => {
	expect(allows('https://hooks.example.com/linkedin', address)).toBe(true);
});

test.each([
	['another scheme', 'http://hooks.example.com/linkedin/a'],
	['another port', 'https://hooks.example.com:8443/linkedin/a'],
	['a subdomain', 'https://a.hooks.example.com/linkedin/a'],
	['the domain above', 'https://example.com/linkedin/a'],
	['a host that goes on', 'https://hooks.example.com.evil.example/linkedin/a'],
	['a host with a dot at its end', 'https://hooks.example.com./linkedin/a'],
	['a user name', 'https://hooks.example.com@evil.example/linkedin/a'],
	['a user name and a port', 'https://hooks.example.com:443@evil.example/linkedin/a'],
	['a backslash', 'https://evil.example\\@hooks.example.com/linkedin/a'],
	['a host in the query', 'https://evil.example/?https://hooks.example.com/linkedin/a'],
	['a host in the fragment', 'https://evil.example/#@hooks.example.com/linkedin/a'],
	['a path that goes on', 'https://hooks.example.com/linkedin2'],
	['a path in another case', 'https://hooks.example.com/LinkedIn/a'],
	['a path with dots', 'https://hooks.example.com/linkedin/../admin'],
	['a path with encoded dots', 'https://hooks.example.com/linkedin/%2E%2e/admin'],
	['a path with an encoded slash', 'https://hooks.example.com/linkedin/..%2fadmin'],
	['a path with an encoded backslash', 'https://hooks.example.com/linkedin/..%5Cadmin'],
	['a letter that looks the same', 'https://hooks.exаmple.com/linkedin/a'],
])('not below it: %s', (_, address) => {
	expect(allows('https://hooks.example.com/linkedin', address)).toBe(false);
});

test('an empty list allows nothing', () => {
	expect(isAllowed(new URL('https://example.com'), [])).toBe(false);
});

test('whatever is put together from such pieces, what is allowed leads to the host and below the path', () => {
	const pieces: [string, ...string[]] = [
		'https://',
		...['http://', 'HTTPS:', '//', '/', '\\', '@', ':', ':443', ':8443', '.', '..'],
		...[
			'hooks.example.com',
			'evil.example',
			'/linkedin/',
			'linkedin',
			'admin',
			'%2e',
			'%2f',
			'%5c',
			'%40',
		],
		...['?', '#', '\t', '\n', ' ', 'ａ', '。', 'user', '0x7f.1', '[::1]'],
	];
	const dice = new Dice(18);
	const list = listOf('https://hooks.example.com/linkedin/');
	let tried = 0;
	let allowed = 0;
	for (let round = 0; round < 200_000; round += 1) {
		const start = round % 2 === 0 ? 'https://hooks.example.com' : '';
		const more = Array.from({ length: dice.between(1, 7) }, () => dice.pick(pieces));
		const text = `${start}${more.join('')}`;
		if (!URL.canParse(text)) continue;
		tried += 1;
		if (!isAllowed(new URL(text), list)) continue;
		allowed += 1;
		// As the request goes out, in the words of another parser of it.
		const { href } = new URL(text);
		expect(href).toMatch(/^https:\/\/[^/@]*@?hooks\.example\.com\/linkedin\//);
		const path = href.replace(/^https:\/\/[^/]*/, '').replace(/[?#].*$/s, '');
		expect(decodeURIComponent(path)).not.toMatch(/(^|[/\\])\.\.([/\\]|$)/);
	}
	expect(tried).toBeGreaterThan(10_000);
	expect(allowed).toBeGreaterThan(100);
});
