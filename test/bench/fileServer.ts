/** Files of any size over HTTP: `/<bytes>.mp4`, each answer after `--delay` milliseconds. */
import { largeVideo, startFileServer } from '../fileServer';

const [sizes = '', delay = '0'] = process.argv.slice(2);

async function main(): Promise<void> {
	const server = await startFileServer();
	for (const size of sizes.split(',')) {
		server.add(`/${size}.mp4`, { content: largeVideo(Number(size)), delayMs: Number(delay) });
	}
	process.stdout.write(`${server.url}\n`);
}

void main();
