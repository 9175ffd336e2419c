/** Files over HTTP: `/<bytes>.mp4` for each size given, and `/picture.png`; each answer after a delay. */
import { fixture } from '../fixtures/make';
import { largeVideo, startFileServer } from '../fileServer';

const [sizes = '', delay = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
	const server = await startFileServer();
	for (const size of sizes.split(',')) {
		server.add(`/${size}.mp4`, { content: largeVideo(Number(size)), delayMs: Number(delay) });
	}
	server.add('/picture.png', {
		content: fixture('picture.png'),
		contentType: 'image/png',
		delayMs: Number(delay),
	});
	process.stdout.write(`${server.url}\n`);
}

void main();
