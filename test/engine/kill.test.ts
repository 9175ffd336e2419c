import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { enlargeMp4, fixture } from '../fixtures/make';
import { scene, sha256 } from './scene';
import { startWorker } from './worker';

const { credential, linkedIn, plan, requests, video } = scene({
	linkedIn: { partBytes: 1_000_000 },
});
const folder = mkdtempSync(join(tmpdir(), 'kill-'));

afterAll(() => {
	rmSync(folder, { recursive: true, force: true });
});

test('a worker killed in the middle of the parts: a new process goes on with the session', async () => {
	const bytes = enlargeMp4(fixture('talk.mp4'), 6_000_000);
	const path = join(folder, 'talk.mp4');
	writeFileSync(path, bytes);
	const connected = credential();
	const { json } = await video('initializeUpload', { fileSizeBytes: bytes.length })
		.by(connected)
		.allow('addresses');
	const job = {
		credential: connected,
		parameters: {
			resource: 'video',
			operation: 'resumeUpload',
			uploadSession: JSON.stringify(json.uploadSession),
			options: { partConcurrency: 1 },
		},
		file: { path, fileName: 'talk.mp4', mimeType: 'video/mp4' },
	};

	// The third part never ends, so that the kill comes in the middle.
	plan('videos.part', { kind: 'stall' }, { part: 3 });
	await startWorker(job).killedWhen(() => requests('videos.part').some(({ part }) => part === 3));
	expect(linkedIn.videos()[0]?.status).toBe('WAITING_UPLOAD');

	const { items, error } = await startWorker(job).result;
	expect(error).toBeUndefined();
	expect(items[0]).toMatchObject({ status: 'AVAILABLE', uploadedParts: 6 });
	expect(linkedIn.videos()).toHaveLength(1);
	expect(linkedIn.videos()[0]?.sha256).toBe(sha256(bytes));
	expect(requests('videos.finalizeUpload')).toHaveLength(1);
	expect(requests('videos.initializeUpload')).toHaveLength(1);
	expect(linkedIn.unhandled()).toEqual([]);
});
