import { Readable } from 'node:stream';
import { request } from 'undici';
import { tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { octets, startVideo } from './support/linkedin';

const MIB = 1024 * 1024;
const SIZE = 320 * MIB;

const lab = useSimulator({ settings: { partBytes: SIZE, spool: false } });

/** The same buffer again and again, so that the sender holds one. */
function* blocks(): Generator<Buffer, void, undefined> {
	const block = Buffer.alloc(MIB, 7);
	for (let sent = 0; sent < SIZE; sent += MIB) yield block;
}

tool('bytes go to a hash and never to memory', async () => {
	const video = await startVideo(lab.simulator, { fileSizeBytes: SIZE });
	const before = process.memoryUsage().arrayBuffers;
	let peak = before;
	const watch = setInterval(() => {
		peak = Math.max(peak, process.memoryUsage().arrayBuffers);
	}, 5);
	const answer = await request(video.parts[0]?.uploadUrl ?? '', {
		method: 'PUT',
		headers: { ...octets, 'content-length': String(SIZE) },
		body: Readable.from(blocks()),
	});
	clearInterval(watch);
	expect(answer.statusCode).toBe(200);
	expect(lab.simulator.video(video.urn).parts[0]?.size).toBe(SIZE);
	expect(peak - before).toBeLessThan(SIZE / 4);
});
