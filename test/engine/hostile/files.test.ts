import { fixture } from '../../fixtures/make';
import { scene } from '../scene';
import { boxes } from './boxes';
import { startHostileServer } from './endless';

const { files, video } = scene();

test('5 GB of small boxes: a look takes at most 256 requests', async () => {
	const url = files.add('/boxes.mp4', { content: boxes(5_000_000_000) });
	await video('upload').from(url).failsAtOnce('can’t be checked: its structure is too complex');
	expect(files.requests.length).toBeGreaterThan(200);
	expect(files.requests.length).toBeLessThan(260);
}, 60_000);

test('a server that answers ranges with one byte each', async () => {
	const content = fixture('talk.mp4');
	const server = await startHostileServer(({ headers }, response) => {
		const first = Number(/bytes=(\d+)-/.exec(headers.range ?? '')?.[1] ?? 0);
		response.writeHead(206, {
			'Content-Range': `bytes ${first}-${first}/${content.length}`,
			'Content-Type': 'video/mp4',
		});
		response.end(content.subarray(first, first + 1));
	});
	await video('upload').from(`${server.url}/slow.mp4`).failsAtOnce('of "slow.mp4" in 33 responses');
	expect(server.requests).toBeLessThan(50);
	await server.close();
});
