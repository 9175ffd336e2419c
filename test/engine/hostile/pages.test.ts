import { gzipSync } from 'node:zlib';
import type { ServerResponse } from 'node:http';

import { PageStart } from '../../../linkedin/posts/linkPreview/pageStart';
import { DrivenWatch } from '../../drivenWatch';
import { posting } from '../postSupport';
import { scene, until } from '../scene';
import { startHostileServer, type HostileServer } from './endless';

const HEAD = '<title>Known</title>';
const KIB = 1024;

/** What is read of a page is 512 kB; sockets hold some more of it. */
const MOST_TAKEN = 12 * 1024 * KIB;

const html = (response: ServerResponse, headers = {}) =>
	response.writeHead(200, { 'Content-Type': 'text/html', ...headers });

describe('pages that want to be read for ever', () => {
	const stage = scene();
	const { linkedIn } = stage;
	const { create } = posting(stage);
	const article = (articleUrl: string, form = {}) =>
		create({ contentType: 'article', mediaSource: 'none', articleUrl, ...form });

	let server: HostileServer;
	afterEach(() => server.close());
	const titles = () => linkedIn.posts().map(({ content }) => JSON.stringify(content));

	/** Sends a piece again and again, as long as somebody takes it, up to 64 MiB. */
	const flood = (response: ServerResponse, piece: Buffer): void => {
		let sent = 0;
		const more = (): void => {
			while (sent < 64 * 1024 * KIB && !response.destroyed) {
				sent += piece.length;
				server.sentBytes += piece.length;
				if (!response.write(piece)) return void response.once('drain', more);
			}
			response.end();
		};
		more();
	};

	test.each([
		['a body without an end', ' '.repeat(64 * KIB)],
		['10 MB of attributes', 'a=b '.repeat(16 * KIB)],
		['elements 100,000 deep', '<b>'.repeat(20 * KIB)],
	])('%s is cut, and its connection is ended', async (_, piece) => {
		server = await startHostileServer((__, response) => {
			html(response).write(`${HEAD}<p `);
			flood(response, Buffer.from(piece));
		});
		await article(server.url);
		expect(titles()).toEqual([expect.stringContaining('"Known"')]);
		expect(server.sentBytes).toBeLessThan(MOST_TAKEN);
		await until(() => server.left === 1);
	});

	test('what is packed a thousandfold is unpacked to 512 kB', async () => {
		const bomb = gzipSync(Buffer.concat([Buffer.from(HEAD), Buffer.alloc(200 * 1024 * KIB, ' ')]), {
			level: 9,
		});
		const taken = jest.spyOn(PageStart.prototype, 'add');
		server = await startHostileServer((_, response) => {
			html(response, { 'Content-Encoding': 'gzip' }).end(bomb);
		});
		await article(server.url);
		expect(titles()).toEqual([expect.stringContaining('"Known"')]);
		const unpacked = taken.mock.calls.reduce((sum, [chunk]) => sum + chunk.length, 0);
		taken.mockRestore();
		expect(unpacked).toBeLessThan(1024 * KIB);
	});

	test('a head too far behind is none', async () => {
		server = await startHostileServer((_, response) => {
			html(response).end(`<script>${' '.repeat(600 * KIB)}</script>${HEAD}`);
		});
		await article(server.url).failsAtOnce('The article has no title');
	});

	test('a circle of redirects is left after five', async () => {
		server = await startHostileServer((request, response) => {
			const next = Number(request.url?.slice(1)) + 1;
			response.writeHead(302, { Location: `/${next}` }).end();
		});
		const { json } = await article(`${server.url}/0`, { title: 'Mine' });
		expect(json.warnings).toEqual([expect.stringContaining('redirects in an endless loop')]);
		expect(server.requests).toBe(6);
	});
});

describe('under n8n’s network policy', () => {
	const stage = scene({
		n8n: {
			settings: {
				N8N_SSRF_PROTECTION_ENABLED: 'true',
				N8N_SSRF_ALLOWED_IP_RANGES: '127.0.0.1/32',
			},
		},
	});
	const { files, linkedIn } = stage;
	const { create } = posting(stage);
	const article = (articleUrl: string) =>
		create({ contentType: 'article', mediaSource: 'none', articleUrl, title: 'Mine' });
	const INSIDE = 'http://127.0.0.2/secret';

	test.each(['http://169.254.169.254/latest', 'http://10.0.0.1/x', INSIDE])(
		'a redirect of a page to %s is not followed',
		async (target) => {
			const source = files.add('/page', {
				content: Buffer.from(''),
				instead: () => ({ status: 302, headers: { Location: target } }),
			});
			const { json } = await article(source);
			expect(json.warnings).toEqual([expect.stringContaining('n8n isn’t allowed to read')]);
			expect(linkedIn.posts()).toHaveLength(1);
		},
	);

	test('such a page itself is not asked for', async () => {
		const { json } = await article(INSIDE);
		expect(json.warnings).toEqual([expect.stringContaining('n8n isn’t allowed to read')]);
	});

	test('nor is a picture', async () => {
		const source = files.add('/page', {
			content: Buffer.from(`<meta property="og:image" content="${INSIDE}.png">`),
			contentType: 'text/html',
			ranges: false,
		});
		const { json } = await article(source);
		expect(json.warnings).toEqual([expect.stringContaining('n8n isn’t allowed to read')]);
		expect(linkedIn.images()).toEqual([]);
		expect(linkedIn.posts()).toHaveLength(1);
	});
});

describe('a page has ten seconds', () => {
	const stage = scene();
	const { linkedIn } = stage;
	const { create } = posting(stage);
	const PAGE_MS = 10_000;
	let server: HostileServer;
	afterEach(() => server.close());

	/** @param begun when the time is over, at the latest */
	const afterTenSeconds = async (begun: () => boolean) => {
		const watch = new DrivenWatch();
		const form = { contentType: 'article', mediaSource: 'none', title: 'Mine' };
		const outcome = await create({ ...form, articleUrl: server.url }).during(async (until) => {
			await until(() => server.requests === 1 && watch.isWaiting(PAGE_MS) && begun());
			await watch.pass(PAGE_MS);
			// The last words of what was ended.
			await watch.pass(1000);
		});
		await until(() => server.left === 1);
		return outcome;
	};

	test('until it answers', async () => {
		server = await startHostileServer(() => undefined);
		const { json } = await afterTenSeconds(() => true);
		expect(json.warnings).toEqual([expect.stringContaining('no response within 10 seconds')]);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('also where it drips: what came counts', async () => {
		const arrived = jest.spyOn(PageStart.prototype, 'add');
		server = await startHostileServer((_, response) => {
			html(response).write(`${HEAD}<meta name="description" content="Dripped">`);
		});
		await afterTenSeconds(() => arrived.mock.calls.length > 0);
		expect(linkedIn.posts()).toMatchObject([
			{ content: { article: { title: 'Mine', description: 'Dripped' } } },
		]);
	});

	test('and where nothing but its headers comes, it is not read', async () => {
		server = await startHostileServer((_, response) => {
			html(response).flushHeaders();
		});
		const { json } = await afterTenSeconds(() => true);
		expect(json.warnings).toEqual([expect.stringContaining('The page at')]);
		expect(linkedIn.posts()).toHaveLength(1);
	});

	test('and its picture has half a minute', async () => {
		let pictures = 0;
		server = await startHostileServer((request, response) => {
			if (request.url !== '/slow.png') {
				html(response).end(`${HEAD}<meta property="og:image" content="/slow.png">`);
				return;
			}
			pictures += 1;
			response.writeHead(200, { 'Content-Type': 'image/png' }).write('x');
		});
		const watch = new DrivenWatch();
		const form = { contentType: 'article', mediaSource: 'none', articleUrl: server.url };
		const { json } = await create(form).during(async (until) => {
			await until(() => pictures === 1 && watch.isWaiting(30_000));
			await watch.pass(30_000);
			await watch.pass(1000);
		});
		await until(() => server.left === 1);
		expect(pictures).toBe(1);
		expect(json.warnings).toEqual([expect.stringContaining('could not be read')]);
		expect(linkedIn.posts()).toMatchObject([{ content: { article: { title: 'Known' } } }]);
	});
});
