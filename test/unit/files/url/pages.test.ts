import { openUrl } from '../../../../linkedin/files/url/open';
import { Problem } from '../../../../linkedin/problem';
import { failureOf } from '../../api/support';
import {
	bytesOf,
	endless,
	fileServer,
	opening,
	played,
	readingLab,
	serve,
	status,
	type Handler,
} from './support';

const page =
	(html: string): Handler =>
	(_request, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html' }).end(`<!doctype html>${html}`);
	};
const redirect = (Location: string, headers: Record<string, string> = {}) =>
	status(302, { Location, ...headers });
/** Each path has its own answer. */
const pathsOf = (paths: Record<string, Handler>) =>
	serve((request, response, turn) =>
		(paths[request.url?.split('?')[0] ?? ''] ?? status(404))(request, response, turn),
	);
const problemOf = async (paths: Record<string, Handler>, start = '/talk.mp4') => {
	const server = await pathsOf(paths);
	const problem = await failureOf(Problem, opening(`${server.origin}${start}`).open);
	await server.idle();
	return { problem, server, message: problem.message.replace(server.origin, '') };
};

describe('a login page', () => {
	const LOGIN = '/talk.mp4 redirects to a login page instead of a file';

	test.each([
		'/login',
		'/users/sign_in',
		'/sign-in',
		'/accounts/login/',
		'/ServiceLogin',
		'/auth/realms/x/protocol/openid-connect',
		'/session/new',
		'/sso/start',
		'/saml2/idp',
		'/oauth2/authorize',
		'/wp-login.php',
	])('at %s, where the link led', async (path) => {
		const { problem, message } = await problemOf({
			'/talk.mp4': redirect(`${path}?next=secret`),
			[path]: page('<title>Welcome</title>'),
		});
		expect(message).toBe(LOGIN);
		expect(problem.description).toContain('"Source Headers"');
		expect(problem.description).not.toContain('secret');
	});

	test.each([
		'<form><input name=p type=password></form>',
		`<form><INPUT id="a"\n class='b' type = "password"></form>`,
		`<form>${' '.repeat(30_000)}<input type='password'/></form>`,
	])('by its form: %j', async (html) => {
		expect((await problemOf({ '/talk.mp4': page(html) })).message).toBe(LOGIN);
		const led = { '/talk.mp4': redirect('/x'), '/x': page(html) };
		expect((await problemOf(led)).message).toBe(LOGIN);
	});

	test.each(['/loginfo.html', '/blog/in', '/author/ada', '/essay'])(
		'is not the page %s',
		async (path) => {
			const led = { '/talk.mp4': redirect(path), [path]: page('<input type=text name=password>') };
			expect((await problemOf(led)).message).toContain('returns a web page instead of a file');
		},
	);

	test('is not waited for to its end, nor is one that breaks off an error', async () => {
		const html = { 'Content-Type': 'text/html', 'Content-Length': '99' };
		const cut: Handler = (request, response) => {
			response.writeHead(200, html);
			response.write('<!doctype html>', () => request.socket.destroy());
		};
		expect((await problemOf({ '/talk.mp4': cut })).message).toContain('returns a web page');
		const long = 'x'.repeat(100_000);
		const on: Handler = (request, response, turn) => {
			void endless(200, { 'Content-Type': 'text/html' })(request, response, turn);
			response.write(long);
		};
		expect((await problemOf({ '/talk.mp4': on })).message).toContain('returns a web page');
	});
});

describe('redirects in a circle', () => {
	test.each<[string, Record<string, Handler>]>([
		['to itself', { '/talk.mp4': redirect('/talk.mp4', { 'Set-Cookie': 'a=secret' }) }],
		[
			'over a page that gives it',
			{
				'/talk.mp4': redirect('/check'),
				'/check': redirect('/talk.mp4', { 'Set-Cookie': 'a=secret; Path=/' }),
			},
		],
	])('that want a cookie say so: %s', async (_, paths) => {
		const { problem, message } = await problemOf(paths);
		expect(message).toBe('/talk.mp4 redirects to itself: its server expects a cookie');
		expect(problem.description).toContain('Cookie in "Source Headers"');
		expect(problem.description).not.toContain('secret');
	});

	test('without a cookie, and long ways with one, do not', async () => {
		const circle = await problemOf({ '/talk.mp4': redirect('/talk.mp4') });
		expect(circle.message).toContain('redirects in an endless loop');
		const server = await serve((request, response, turn) => {
			void redirect(`/${turn}`, { 'Set-Cookie': 'a=b' })(request, response, turn);
		});
		const problem = await failureOf(Problem, opening(`${server.origin}/a`).open);
		expect(problem.message).toContain('redirects in an endless loop');
	});
});

describe('a Location', () => {
	const bytes = bytesOf(100);
	test.each([
		['UTF-8', '/vidéos/日本 1.mp4', '/vid%C3%A9os/%E6%97%A5%E6%9C%AC%201.mp4', '日本 1.mp4'],
		['Latin-1', '/vid\xe9o.mp4', '/vid%E9o.mp4', 'vidéo.mp4'],
		['percent-encoding', '/vid%C3%A9o.mp4?a=%20b', '/vid%C3%A9o.mp4?a=%20b', 'vidéo.mp4'],
		['a query in UTF-8', '/a.mp4?title=é&x=1', '/a.mp4?title=%C3%A9&x=1', 'a.mp4'],
	])('in %s is followed as its server means it', async (encoding, location, path, name) => {
		const sent = Buffer.from(location, encoding === 'Latin-1' ? 'latin1' : 'utf8');
		const target = await fileServer({ bytes });
		const link = await serve(({ socket }) => {
			const head = `HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: ${target.origin}`;
			socket.end(Buffer.concat([Buffer.from(head), sent, Buffer.from('\r\n\r\n')]));
		});
		const file = await opening(`${link.origin}/start.mp4`).open();
		expect(
			target.requests.map(({ url }) => url?.replace(/%[0-9a-f]{2}/g, (code) => code.toUpperCase())),
		).toEqual([path]);
		expect(file.name).toBe(name);
	});

	test.each([
		['/a%e9.mp4', '/a%e9.mp4'],
		['/日.mp4', '/%E6%97%A5.mp4'],
	])('that somebody has decoded is followed too: %s', async (location, path) => {
		const asked: string[] = [];
		const lab = readingLab({
			read: (request, signal) => {
				asked.push(new URL(request.url).pathname);
				const first = asked.length === 1;
				return first
					? played(302, { Location: location })(request, signal)
					: played(200, { 'Content-Length': '1' }, undefined, Buffer.from('x'))(request, signal);
			},
		});
		await openUrl(lab.reading, { url: 'https://example.com/a' }, 'URL');
		expect(asked).toEqual(['/a', path]);
	});
});

describe('a share link', () => {
	const refused = async (url: string, read = played(500, {})) => {
		let requests = 0;
		const counted: typeof read = (...given) => {
			requests += 1;
			return read(...given);
		};
		const lab = readingLab({ read: counted });
		const problem = await failureOf(Problem, () => openUrl(lab.reading, { url }, 'URL'));
		return { message: problem.message, description: problem.description, requests };
	};

	test.each([
		['https://drive.google.com/file/d/1aB/view?usp=sharing', 'Google Drive', 'Google Drive node'],
		['https://drive.google.com/file/d/1aB/edit', 'Google Drive', 'Google Drive node'],
		['https://drive.google.com/file/u/0/d/1aB/view', 'Google Drive', 'Google Drive node'],
		['https://drive.google.com/open?id=1aB', 'Google Drive', 'Google Drive node'],
		[
			'https://docs.google.com/presentation/d/1aB/edit#slide=id.p',
			'Google Drive',
			'Google Drive node',
		],
		['https://docs.google.com/document/d/1aB/edit', 'Google Drive', 'Google Drive node'],
		['https://www.dropbox.com/s/1aB/talk.mp4?dl=0', 'Dropbox', '"dl=1"'],
		['https://www.dropbox.com/scl/fi/1aB/talk.mp4?rlkey=secret&dl=0', 'Dropbox', '"dl=1"'],
		['https://dropbox.com/scl/fi/1aB/talk.mp4?rlkey=secret', 'Dropbox', 'Dropbox node'],
		['https://1drv.ms/v/s!AhB', 'OneDrive', 'Microsoft OneDrive node'],
		['https://1drv.ms/v/c/0a/AhB?e=x', 'OneDrive', 'Microsoft OneDrive node'],
		['https://onedrive.live.com/?cid=0A&id=0A%21105', 'OneDrive', 'Microsoft OneDrive node'],
		[
			'https://contoso-my.sharepoint.com/:v:/g/personal/ada/EaB?e=x',
			'OneDrive',
			'Microsoft OneDrive node',
		],
		['https://contoso.sharepoint.com/:v:/s/Team/EaB', 'SharePoint', 'Microsoft SharePoint node'],
	])('%s is refused unasked, with its node', async (url, name, advice) => {
		const { message, description, requests } = await refused(url);
		expect(message).toContain(`is a share link of ${name}`);
		expect(description).toContain(advice);
		expect(`${message}${String(description)}`).not.toContain('secret');
		expect(requests).toBe(0);
	});

	test.each([
		['https://drive.google.com/drive/folders/1aB?usp=sharing', 'Google Drive'],
		['https://drive.google.com/drive/u/1/folders/1aB', 'Google Drive'],
		['https://www.dropbox.com/sh/1aB/AAC?dl=0', 'Dropbox'],
		['https://www.dropbox.com/scl/fo/1aB/AAC?rlkey=x&dl=0', 'Dropbox'],
		['https://1drv.ms/f/s!AhB', 'Microsoft OneDrive'],
		['https://contoso-my.sharepoint.com/:f:/g/personal/ada/EaB', 'Microsoft OneDrive'],
	])('%s is a folder', async (url, node) => {
		const { message, description } = await refused(url);
		expect(message).toMatch(/is a folder of \w+(?: Drive)?, not a file$/);
		expect(description).toContain(
			`List the folder’s files and download each with n8n’s ${node} node`,
		);
	});

	test.each([
		'https://www.dropbox.com/s/1aB/talk.mp4?dl=1',
		'https://www.dropbox.com/scl/fi/1aB/talk.mp4?rlkey=x&dl=1',
		'https://www.dropbox.com/scl/fi/1aB/talk.mp4?rlkey=x&raw=1',
		'https://dl.dropboxusercontent.com/s/1aB/talk.mp4',
		'https://drive.google.com/uc?export=download&id=1aB',
		'https://drive.usercontent.google.com/download?id=1aB',
		'https://docs.google.com/presentation/d/1aB/export/pdf',
		'https://contoso.sharepoint.com/:v:/s/Team/EaB?download=1',
		'https://contoso.sharepoint.com/sites/Team/talk.mp4',
		'https://onedrive.live.com/download?resid=0A',
		'https://example.com/file/d/1aB/view',
	])('%s is none', async (url) => {
		const read = played(200, { 'Content-Length': '1' }, undefined, Buffer.from('x'));
		expect((await openUrl(readingLab({ read }).reading, { url }, 'URL')).size).toBe(1);
	});

	test('that gives a page, or refuses, names the node as well', async () => {
		const url = 'https://drive.google.com/uc?export=download&id=1aB';
		const html = { 'Content-Type': 'text/html' };
		const warning = Buffer.from('<html>Google Drive can’t scan this file for viruses.</html>');
		for (const read of [played(200, html, undefined, warning), played(403, {}), played(404, {})]) {
			expect((await refused(url, read)).description).toContain('Google Drive node');
		}
	});

	test('behind another address is known by where it leads', async () => {
		const { read } = readingLab({
			read: (request, signal) =>
				request.url.includes('example')
					? played(302, { Location: 'https://www.dropbox.com/scl/fi/1aB/talk.mp4?dl=0' })(
							request,
							signal,
						)
					: played(
							200,
							{ 'Content-Type': 'text/html' },
							undefined,
							Buffer.from('<html>'),
						)(request, signal),
		}).reading;
		expect((await refused('https://example.com/short', read)).description).toContain('"dl=1"');
	});
});
