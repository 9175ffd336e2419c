import { createHash } from 'node:crypto';

import { enlargeMp4, fixture } from '../fixtures/make';
import { ACCOUNT, calls, expectClean, openLab, OWNER, type Lab } from './lab';

const PART = 4_194_304;
const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

describe('video: upload', () => {
	let lab: Lab;

	beforeAll(async () => {
		lab = await openLab();
	});
	beforeEach(() => lab.simulator.reset());
	afterAll(() => lab.close());

	test('with captions, thumbnail and library entry, waits until it is available', async () => {
		lab.simulator.configure({ processing: { kind: 'afterReads', reads: 1 } });
		const video = enlargeMp4(fixture('talk.mp4'), 2 * PART + 1);
		const result = await lab.run({
			parameters: {
				captionsSource: 'binaryData',
				thumbnailSource: 'binaryData',
				libraryEntry: {
					associatedAccount: { __rl: true, mode: 'urn', value: ACCOUNT },
					assetName: 'My talk',
				},
				options: { waitUntilAvailable: true },
			},
			items: [
				{
					binary: {
						data: { content: video, fileName: 'talk.mp4' },
						captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
						thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
					},
				},
			],
		});
		console.log(lab.simulator.journal.filter((e) => e.endpoint === 'videos.part').map((e) => [e.part, e.status, e.bytesReceived, e.aborted, e.headers['content-length'], e.sha256?.slice(0, 8), e.connectionId, e.startedAt, e.finishedAt, e.carriedOut]), [0,1,2].map((i) => sha256(video.subarray(i * PART, (i + 1) * PART)).slice(0, 8)), result.logs.filter((l) => !l.startsWith('debug')));
		expectClean(lab, result);
		expect(lab.simulator.videos()[0]?.sha256).toBe(sha256(video));
		expect(result.items[0]?.json.owner).toBe(OWNER);
	});
});
