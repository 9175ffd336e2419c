import { allowedUrl, parseBaseUrl } from '../../../linkedin/api/hosts';
import { Problem } from '../../../linkedin/problem';
import { BASE_URL, failureOf } from './support';

const SIMULATOR = 'http://127.0.0.1:4010';
const check = (url: string, baseUrl = BASE_URL) => {
	allowedUrl(url, baseUrl, 'The upload URL');
};
const refusalOf = (url: string) =>
	failureOf(Problem, () => {
		check(url);
	});

describe('bytes and tokens may go to', () => {
	test.each([
		['https://api.linkedin.com/rest/videos'],
		['https://www.linkedin.com/dms-uploads/sp/v2/C1/uploaded-video/0/?ca=vector&sig=x'],
		['https://www.linkedin.com:443/dms-uploads'],
		['https://linkedin.com/'],
		['https://WWW.LinkedIn.COM/dms-uploads'],
		['https://media.licdn.com/media'],
		['https://dms.licdn.com/playlist'],
		['https://www.linkedin-ei.com/dms-uploads'],
		['https://media.licdn-ei.com/media'],
		// A path, whatever it looks like, is no host.
		['https://www.linkedin.com/@evil.example'],
	])('%s', (url) => {
		expect(() => {
			check(url);
		}).not.toThrow();
	});

	test.each([
		[`${SIMULATOR}/upload/1`, SIMULATOR],
		['https://gateway.example/upload/1', 'https://gateway.example/linkedin'],
		['https://gateway.example:8443/upload/1', 'https://gateway.example:8443'],
		['https://www.linkedin.com/dms-uploads', SIMULATOR],
	])('%s where the base URL is %s', (url, baseUrl) => {
		expect(() => {
			check(url, baseUrl);
		}).not.toThrow();
	});
});

describe('nothing goes to', () => {
	test.each([
		['http://www.linkedin.com/dms-uploads', 'http://www.linkedin.com'],
		['https://www.linkedin.com:8443/', 'https://www.linkedin.com:8443'],
		['ftp://www.linkedin.com/', 'ftp://www.linkedin.com'],
		['wss://www.linkedin.com/', 'wss://www.linkedin.com'],
		['https://linkedin.com.evil.example/', 'https://linkedin.com.evil.example'],
		['https://evil-linkedin.com/', 'https://evil-linkedin.com'],
		['https://evillicdn.com/', 'https://evillicdn.com'],
		['https://linkedin.com.', 'https://linkedin.com.'],
		['https://www.linkedin.com./x', 'https://www.linkedin.com.'],
		['https://linkedin.co/', 'https://linkedin.co'],
		['https://com/', 'https://com'],
		['https://evil.example/www.linkedin.com', 'https://evil.example'],
		['https://evil.example?www.linkedin.com', 'https://evil.example'],
		['https://evil.example#.linkedin.com', 'https://evil.example'],
		['https://linkedin.com%2eevil.example/', 'https://linkedin.com.evil.example'],
		// Cyrillic letters that look like Latin ones become punycode.
		['https://www.linkеdin.com/', 'https://www.xn--linkdin-bhg.com'],
		['https://www.xn--linkdin-bhg.com/', 'https://www.xn--linkdin-bhg.com'],
		['https://13.107.42.14/', 'https://13.107.42.14'],
		['https://127.0.0.1/', 'https://127.0.0.1'],
		['https://[::1]/', 'https://[::1]'],
		['http://169.254.169.254/latest/meta-data', 'http://169.254.169.254'],
		['https://localhost/', 'https://localhost'],
		['file:///etc/passwd', 'file://'],
	])('%j', async (url, shown) => {
		const problem = await refusalOf(url);
		expect(problem.message).toBe(`The upload URL points to ${shown}, which is not LinkedIn`);
		expect(problem.description).toMatch(/^Nothing was sent there\./);
	});

	test.each([
		['https://www.linkedin.com@evil.example/', 'evil.example'],
		['https://user@www.linkedin.com/', 'www.linkedin.com'],
		['https://user:secret@www.linkedin.com/', 'www.linkedin.com'],
		['https://:secret@api.linkedin.com/', 'api.linkedin.com'],
	])('%s, a URL with user info', async (url, host) => {
		const problem = await refusalOf(url);
		expect(problem.message).toContain(`${host} with a user name in the URL`);
		expect(problem.message).not.toContain('secret');
	});

	test.each([[''], ['/dms-uploads'], ['www.linkedin.com'], ['https://'], ['https://a b/']])(
		'%j, which is no absolute URL',
		async (url) => {
			const problem = await refusalOf(url);
			expect(problem.message).toContain('a URL that can’t be read');
		},
	);

	// What one parser takes for a path, another could take for a host.
	test.each([
		['https://evil.example\\.linkedin.com/'],
		['https://evil.example\\@www.linkedin.com/'],
		['https://www.linkedin.com\\@evil.example/'],
		['https://www.linkedin.com\n.evil.example/'],
		['https://www.linkedin.com/dms-uploads/1?sig=a\\b'],
		['https://www.linkedin.com/a\tb'],
		['https://www.linkedin.com/a\r\nHost: evil.example'],
		['https://www.linkedin.com/\n'],
		[' https://www.linkedin.com/'],
	])('%j, which parsers read differently', async (url) => {
		const problem = await refusalOf(url);
		expect(problem.message).toBe(
			'The upload URL points to a URL that can’t be read, which is not LinkedIn',
		);
		expect(problem.description).toMatch(/^Nothing was sent there\./);
	});

	test('such an address either where it is the base URL’s own', async () => {
		await failureOf(Problem, () => {
			check(`${SIMULATOR}/a\\b`, SIMULATOR);
		});
	});

	test.each([
		['http://127.0.0.1:4011/upload', SIMULATOR],
		['https://127.0.0.1:4010/upload', SIMULATOR],
		['http://localhost:4010/upload', SIMULATOR],
		['http://user@127.0.0.1:4010/upload', SIMULATOR],
		['http://gateway.example/upload', 'https://gateway.example'],
		['https://sub.gateway.example/upload', 'https://gateway.example'],
		['https://gateway.example:8443/upload', 'https://gateway.example'],
		['data:text/plain,x', BASE_URL],
	])('%s where the base URL is %s', async (url, baseUrl) => {
		await failureOf(Problem, () => {
			check(url, baseUrl);
		});
	});

	test('a blob, which has the origin of its page', async () => {
		await failureOf(Problem, () => {
			check('blob:https://api.linkedin.com/4f6c');
		});
	});

	test('the signed query is not shown', async () => {
		const problem = await failureOf(Problem, () => {
			check('https://evil.example/dms-uploads?sig=secret');
		});
		expect(`${problem.message} ${problem.description ?? ''}`).not.toContain('secret');
	});
});

describe('the base URL', () => {
	test.each([
		['https://api.linkedin.com', 'https://api.linkedin.com'],
		[' https://api.linkedin.com/ ', 'https://api.linkedin.com'],
		['https://API.LinkedIn.com', 'https://api.linkedin.com'],
		['https://gateway.example:8443/linkedin//', 'https://gateway.example:8443/linkedin'],
		['http://localhost:4010', 'http://localhost:4010'],
		['http://127.0.0.1:4010/', 'http://127.0.0.1:4010'],
		['http://[::1]:4010', 'http://[::1]:4010'],
	])('%j becomes %s', (value, expected) => {
		expect(parseBaseUrl(value)).toBe(expected);
	});

	test.each([
		[''],
		['api.linkedin.com'],
		['http://api.linkedin.com'],
		['http://localhost.evil.example'],
		['http://192.168.0.1'],
		['ftp://api.linkedin.com'],
		['blob:https://api.linkedin.com/1'],
		['https://user@api.linkedin.com'],
		['https://user:secret@api.linkedin.com'],
		['https://api.linkedin.com?x=1'],
		['https://api.linkedin.com#x'],
	])('%j is refused', async (value) => {
		const problem = await failureOf(Problem, () => parseBaseUrl(value));
		expect(problem.message).toBe('"API Base URL" in the credential can’t be used');
		expect(problem.description).toContain('https://api.linkedin.com');
		expect(problem.description).not.toContain('secret');
	});
});
