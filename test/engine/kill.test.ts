import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { enlargeMp4, fixture } from '../fixtures/make';
import { openLab, requests, sha256, videoParameters, type Lab } from './lab';
import { startWorker } from './worker';

let lab: Lab;
let folder: string;

beforeAll(async () => {
	lab = await openLab();
	folder = mkdtempSync(join(tmpdir(), 'kill-'));
});

afterAll(async () => {
	rmSync(folder, { recursive: true, force: true });
	await lab.close();
});

test('a worker killed in the middle of the parts: a new process goes on with the session', async () => {
	const video = enlargeMp4(fixture('talk.mp4'), 6_000_000);
	const path = join(folder, 'talk.mp4');
	writeFileSync(path, video);
	lab.simulator.configure({ partBytes: 1_000_000 });
	const credential = lab.credential();

	const initialized = await lab.run({
		credential,
		parameters: { operation: 'initializeUpload', fileSizeBytes: video.length },
	});
	expect(initialized.error).toBeUndefined();
	const session = initialized.items[0]?.json.uploadSession;
	const job = {
		credential,
		parameters: {
			...videoParameters,
			operation: 'resumeUpload',
			uploadSession: JSON.stringify(session),
			options: { partConcurrency: 1 },
		},
		file: { path, fileName: 'talk.mp4', mimeType: 'video/mp4' },
	};

	// The third part never ends, so that the kill comes in the middle.
	lab.simulator.plan({ on: 'videos.part', part: 3, call: 1, fault: { kind: 'stall' } });
	const first = startWorker(job);
	while (!requests(lab.simulator, 'videos.part').some(({ part }) => part === 3)) {
		await Promise.race([new Promise((resolve) => setImmediate(resolve)), first.result]);
	}
	await first.kill();
	expect(lab.simulator.videos()[0]?.status).toBe('WAITING_UPLOAD');

	const { items, error } = await startWorker(job).result;
	expect(error).toBeUndefined();
	expect(items[0]).toMatchObject({ status: 'AVAILABLE', uploadedParts: 6 });
	expect(lab.simulator.videos()).toHaveLength(1);
	expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(video));
	expect(requests(lab.simulator, 'videos.finalizeUpload')).toHaveLength(1);
	expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(1);
	expect(lab.simulator.unhandled()).toEqual([]);
});
