import type { Content } from '../../fileServer';
import { fixture } from '../../fixtures/make';
import { scene } from '../scene';
import { startHostileServer } from './endless';

const { files, video } = scene();

/** The boxes of a file that has nothing else. */
const BOX = 64 * 1024;

/** A file of so many bytes, all of it boxes of 64 kB that say nothing, behind the kind of a video. */
function boxes(size: number): Content {
	const start = fixture('talk.mp4').subarray(0, 32);
	const header = Buffer.from([0, 1, 0, 0, ...Buffer.from('free')]);
	const at = (offset: number): number => {
		if (offset < start.length) return start[offset] ?? 0;
		const within = (offset - start.length) % BOX;
		return header[within] ?? 0;
	};
	return {
		size,
		read: (offset, wanted) => {
			const length = Math.max(0, Math.min(wanted, size - offset));
			return Buffer.from(Array.from({ length }, (_, index) => at(offset + index)));
		},
	};
}

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
