import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { enlargeMp4, fixture } from '../fixtures/make';
import { withTransfer } from '../unit/files/detaching';
import type { BinaryMode } from './harness';
import { file, item, PART, scene, sha256, talk, withSupplements } from './scene';

const MIB = 1024 * 1024;

// Memory of chunks is freed here as on the newest Node: whoever needs one later finds it empty.
withTransfer();

describe.each<BinaryMode>(['default', 'filesystem', 'database', 's3'])(
	'binary data in n8n’s %s mode',
	(binaryMode) => {
		const { image, linkedIn, upload } = scene({ binaryMode });

		test('the same bytes arrive, and the same item comes out', async () => {
			const bytes = enlargeMp4(fixture('talk.mp4'), 2 * PART + 12_345);
			const { json } = await upload(
				item({ data: talk(bytes), captions: file('talk.srt'), thumbnail: file('thumbnail.jpg') }),
			).with(withSupplements);
			const [received] = linkedIn.videos();
			expect(received?.sha256).toBe(sha256(bytes));
			expect(received?.captions?.text).toBe(fixture('talk.srt').toString());
			expect(received?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
			expect(json).toEqual({
				urn: received?.urn,
				owner: received?.owner,
				file: expect.objectContaining({ container: 'MP4', width: 1280, height: 720 }) as object,
				status: 'AVAILABLE',
				fileSizeBytes: bytes.length,
				uploadedParts: 3,
				captions: 'uploaded',
				thumbnail: 'uploaded',
				uploadSeconds: expect.any(Number) as number,
				megabytesPerSecond: expect.any(Number) as number,
				retries: 0,
				calls: 3,
				warnings: [],
				media: expect.objectContaining({ id: received?.urn }) as unknown,
			});
		});

		test('an image arrives as well', async () => {
			await image('upload').of(file('picture.png'));
			expect(linkedIn.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
		});
	},
);

describe('in filesystem mode', () => {
	const { linkedIn, upload } = scene({ binaryMode: 'filesystem' });

	test('a file that n8n has deleted meanwhile is told as such, before the first call', async () => {
		const lost =
			'({ data: "filesystem-v2", mimeType: "video/mp4", fileName: "talk.mp4", id: $json.id })';
		await upload({ json: { id: 'filesystem-v2:workflows/w/executions/1/binary_data/none' } })
			.with({ binaryPropertyName: `={{ ${lost} }}` })
			.failsAtOnce('"talk.mp4" is no longer in n8n’s storage');
	});

	/** Bytes: lanes × part on each side of the wire, and what waits for collection; of no file's size. */
	const MOST_GROWTH = 192 * MIB;

	test.each([256, 512])('the process does not grow with a file of %d MiB', async (mebibytes) => {
		const size = mebibytes * MIB;
		const folder = await mkdtemp(join(tmpdir(), 'linkedin-media-'));
		linkedIn.configure({ spool: false });
		let peak = 0;
		const watch = setInterval(() => {
			peak = Math.max(peak, process.memoryUsage().arrayBuffers);
		}, 5);
		try {
			const path = join(folder, 'talk.mp4');
			// A `free` box to the end of the file makes the hole behind it part of the video.
			await writeFile(path, Buffer.concat([fixture('talk.mp4'), freeBoxToTheEnd()]));
			const before = process.memoryUsage().arrayBuffers;
			const content = { path };
			const { json } = await upload({ content, fileName: 'talk.mp4', stretchTo: size }).options({
				partConcurrency: 4,
			});
			expect(json).toMatchObject({ fileSizeBytes: size, uploadedParts: size / PART });
			const hashes = linkedIn.videos()[0]?.parts.map((part) => part.sha256);
			expect(hashes?.every((hash) => hash !== undefined)).toBe(true);
			expect(peak - before).toBeLessThan(MOST_GROWTH);
		} finally {
			clearInterval(watch);
			await rm(folder, { recursive: true });
		}
	});
});

/** ISO 14496-12, 4.2: a size of 0 lets a box extend to the end of the file. */
function freeBoxToTheEnd(): Buffer {
	return Buffer.concat([Buffer.alloc(4), Buffer.from('free')]);
}
