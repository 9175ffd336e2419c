import fc from 'fast-check';

const UPLOADS = ['dms-uploads', 'dms-mpf-uploads', 'mediaUpload'];
const SIGNS = ['/', '//', '\\', '@', ':', '?', '#', '.', '..', ';', ' ', '\t', '\n'];
const CODED = ['%2e%2e', '%2f', '%5c', '%00', '%25', '%252e', '%40', '%0d%0a'];
/** Letters that look like others, or become them: dotless i, long s, full width, the ideographic full stop. */
const LETTERS = ['\u0131', 'ſ', '．．', '／', '。', '\u200b', '\u00ad', '\u202e'];
const API = ['rest', 'v2', 'oauth', 'posts', 'REST', 'ugcPosts'];

/** Paths beside those of uploads, which only look like them. */
const PATHS = [
	...[
		'rest/posts/1',
		'posts/1',
		'dms-new/1',
		'/rest/posts',
		'dms-uploads/../rest/posts',
		'%2572est/1',
	],
	...[
		'dms-uploads/%2e%2e/rest/posts',
		'dms-uploads/..%2fposts',
		'%64ms-uploads/1',
		'dms-uploads;/1',
	],
];

function hostsOf(linkedIn: URL, foreign: number): readonly string[] {
	const there = `127.0.0.1:${foreign}`;
	return [
		linkedIn.host,
		there,
		`localhost:${foreign}`,
		`2130706433:${foreign}`,
		`www.linkedin.com:${foreign}`,
		`linkedin.com.evil.example:${foreign}`,
		`www.linked\u0131n.com:${foreign}`,
		`ｗｗｗ.linkedin.com。evil.example:${foreign}`,
		`www.linkedin.com@${there}`,
		`${there}\\@www.linkedin.com`,
		`${linkedIn.host}@${there}`,
		`${linkedIn.host}\\@${there}`,
		'www.linkedin.com',
		'169.254.169.254',
		`[::ffff:127.0.0.1]:${foreign}`,
	];
}

/** Each host once by each way, and each path at LinkedIn's. @param foreign port of a server that must hear nothing */
export function knownForgeries(
	linkedIn: URL,
	foreign: number,
): Array<{
	readonly uploadUrl: string;
	readonly headers: Record<string, string>;
}> {
	const headers = { 'X-HTTP-Method-Override': 'DELETE', Cookie: 'a=b', Host: 'evil.example' };
	const urls = [
		...hostsOf(linkedIn, foreign).flatMap((host) =>
			['http', 'https'].map((scheme) => `${scheme}://${host}/dms-uploads/1?ut=x`),
		),
		...[...PATHS, 'dms-uploads/1'].map((path) => `${linkedIn.origin}/${path}?ut=x`),
	];
	return urls.map((uploadUrl) => ({ uploadUrl, headers }));
}

/** What somebody writes where a URL belongs. */
export function forgedUrls(linkedIn: URL, foreign: number): fc.Arbitrary<string> {
	const there = `127.0.0.1:${foreign}`;
	const hosts = hostsOf(linkedIn, foreign);
	const schemes = ['http://', 'https://', 'HTTP:', '//', '', 'ws://', 'blob:http://', 'file://'];
	const pieces = fc.oneof(
		fc.constantFrom(...SIGNS, ...CODED, ...LETTERS, ...UPLOADS, ...API, 'user:pw@', there),
		fc.string({ maxLength: 3 }),
	);
	const paths = fc.array(pieces, { maxLength: 8 }).map((parts) => parts.join(''));
	const upload = fc.constantFrom(...UPLOADS);
	return fc.oneof(
		fc
			.tuple(fc.constantFrom(...schemes), fc.constantFrom(...hosts), paths)
			.map(([scheme, host, path]) => `${scheme}${host}/${path}`),
		fc
			.tuple(fc.constantFrom('http://', 'https://'), fc.constantFrom(...hosts), upload, paths)
			.map(([scheme, host, first, path]) => `${scheme}${host}/${first}/${path}`),
		fc.tuple(upload, paths).map(([first, path]) => `${linkedIn.origin}/${first}/${path}`),
		paths.map((path) => `${linkedIn.origin}/${path}`),
	);
}

/** And where headers belong. */
export const forgedHeaders: fc.Arbitrary<Record<string, string>> = fc.dictionary(
	fc.constantFrom(
		...['X-HTTP-Method-Override', 'X-RestLi-Method', 'Authorization', 'Cookie', 'Host', 'Expect'],
		...['Content-Type', 'media-type-family', 'Transfer-Encoding', 'Content-Length', 'X A', 'X:'],
	),
	fc.oneof(
		fc.constantFrom('DELETE', 'image/png', 'STILLIMAGE', 'chunked', '0', '100-continue'),
		fc.constantFrom('evil.example', 'STILL\r\nX-Other: y', 'a\u0000b', 'Bearer other'),
		fc.string({ maxLength: 4 }),
	),
	{ maxKeys: 4 },
);
