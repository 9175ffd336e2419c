import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { enlargeMp4, fixture } from '../fixtures/make';
import type { BinaryMode } from './harness';
import { expectClean, item, openLab, PART, sha256, talk, told } from './lab';

const MIB = 1024 * 1024;

describe.each<BinaryMode>(['default', 'filesystem', 'database'])(
	'binary data in n8n’s %s mode',
	(mode) => {
		test('the same bytes arrive, and the same item comes out', async () => {
			const lab = await openLab(mode);
			try {
				const video = enlargeMp4(fixture('talk.mp4'), 2 * PART + 12_345);
				const result = await lab.run({
					parameters: { captionsSource: 'binaryData', thumbnailSource: 'binaryData' },
					items: [
						item({
							data: talk(video),
							captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
							thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
						}),
					],
				});
				expectClean(lab, result);
				const [received] = lab.simulator.videos();
				expect(received?.sha256).toBe(sha256(video));
				expect(received?.captions?.text).toBe(fixture('talk.srt').toString());
				expect(received?.thumbnail?.sha256).toBe(sha256(fixture('thumbnail.jpg')));
				expect(result.items[0]?.json).toEqual({
					urn: received?.urn,
					owner: received?.owner,
					status: 'AVAILABLE',
					fileSizeBytes: video.length,
					uploadedParts: 3,
					captions: 'uploaded',
					thumbnail: 'uploaded',
					uploadSeconds: expect.any(Number) as number,
					megabytesPerSecond: expect.any(Number) as number,
					retries: 0,
					warnings: [],
					media: expect.objectContaining({ id: received?.urn }) as unknown,
				});

				const image = await lab.run({
					parameters: { resource: 'image' },
					items: [item({ data: { content: fixture('picture.png'), fileName: 'picture.png' } })],
				});
				expectClean(lab, image);
				expect(lab.simulator.images()[0]?.sha256).toBe(sha256(fixture('picture.png')));
			} finally {
				await lab.close();
			}
		});
	},
);

test('a file that n8n has deleted meanwhile is told as such, before the first call', async () => {
	const lab = await openLab('filesystem');
	try {
		const lost =
			'({ data: "filesystem-v2", mimeType: "video/mp4", fileName: "talk.mp4", id: $json.id })';
		const result = await lab.run({
			parameters: { binaryPropertyName: `={{ ${lost} }}` },
			items: [{ json: { id: 'filesystem-v2:workflows/w/executions/1/binary_data/none' } }],
		});
		expectClean(lab, result);
		expect(lab.simulator.journal).toEqual([]);
		expect(told(result)).toContain('"talk.mp4" is not in n8n’s storage any more');
	} finally {
		await lab.close();
	}
});

/** Bytes: lanes × part on each side of the wire, and what waits for collection; of no file's size. */
const MOST_GROWTH = 192 * MIB;

test.each([256, 512])(
	'in filesystem mode the process does not grow with a file of %d MiB',
	async (mebibytes) => {
		const size = mebibytes * MIB;
		const folder = await mkdtemp(join(tmpdir(), 'linkedin-media-'));
		const lab = await openLab('filesystem', { settings: { spool: false } });
		let peak = 0;
		const watch = setInterval(() => {
			peak = Math.max(peak, process.memoryUsage().arrayBuffers);
		}, 5);
		try {
			const path = join(folder, 'talk.mp4');
			// A `free` box to the end of the file makes the hole behind it part of the video.
			await writeFile(path, Buffer.concat([fixture('talk.mp4'), freeBoxToTheEnd()]));
			const before = process.memoryUsage().arrayBuffers;
			const result = await lab.run({
				items: [item({ data: { content: { path }, fileName: 'talk.mp4', stretchTo: size } })],
				parameters: { options: { partConcurrency: 4 } },
			});
			expectClean(lab, result);
			expect(result.items[0]?.json).toMatchObject({
				fileSizeBytes: size,
				uploadedParts: size / PART,
			});
			expect(lab.simulator.videos()[0]?.parts.every(({ sha256: hash }) => hash !== undefined)).toBe(
				true,
			);
			expect(peak - before).toBeLessThan(MOST_GROWTH);
		} finally {
			clearInterval(watch);
			await lab.close();
			await rm(folder, { recursive: true });
		}
	},
);

/** ISO 14496-12, 4.2: a size of 0 lets a box extend to the end of the file. */
function freeBoxToTheEnd(): Buffer {
	return Buffer.concat([Buffer.alloc(4), Buffer.from('free')]);
}
