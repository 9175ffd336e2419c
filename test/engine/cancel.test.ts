import { largeVideo, startFileServer, type FileServer } from '../fileServer';
import { enlargeMp4, fixture } from '../fixtures/make';
import type { EndpointName } from '../simulator';
import { item, openLab, PART, requests, talk, type Lab, type LabRun } from './lab';

let lab: Lab;
let files: FileServer;

beforeAll(async () => {
	lab = await openLab();
	files = await startFileServer();
});

afterAll(async () => {
	await files.close();
	await lab.close();
});

beforeEach(async () => {
	await lab.simulator.reset();
	files.requests.length = 0;
});

const SUPPLEMENTS = {
	captionsSource: 'text',
	captionsText: fixture('talk.srt').toString(),
	thumbnailSource: 'binaryData',
};

async function until(condition: () => boolean): Promise<void> {
	while (!condition()) await new Promise((resolve) => setImmediate(resolve));
}

/** Stops the execution as soon as the condition holds, as n8n's Stop button does. */
async function runUntil(condition: () => boolean, options: LabRun) {
	const stop = new AbortController();
	const running = lab.run({ ...options, signal: stop.signal });
	await until(condition);
	const begun = lab.simulator.journal.length + files.requests.length;
	stop.abort();
	const result = await running;
	return { result, begun };
}

/** Everything that goes on by itself has had its chance to begin another request. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) {
		await new Promise((resolve) => setImmediate(resolve));
	}
}

describe('a cancelled execution begins no further request and finalizes nothing', () => {
	test.each<[EndpointName, object]>([
		['videos.initializeUpload', {}],
		['videos.part', {}],
		['videos.captions', {}],
		['videos.thumbnail', {}],
		['videos.finalizeUpload', {}],
		['videos.get', { waitUntilAvailable: true }],
	])('while %s is under way', async (endpoint, options) => {
		lab.simulator.plan({ on: endpoint, call: 'every', fault: { kind: 'stall' } });
		const { result, begun } = await runUntil(
			() => requests(lab.simulator, endpoint).length >= (endpoint === 'videos.part' ? 4 : 1),
			{
				parameters: { ...SUPPLEMENTS, options: { partConcurrency: 4, ...options } },
				items: [
					item({
						data: talk(enlargeMp4(fixture('talk.mp4'), 6 * PART)),
						thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
					}),
				],
			},
		);
		// Both ends of a connection learn of its end in their own time.
		await until(() => requests(lab.simulator, endpoint).every(({ aborted }) => aborted));
		expect(result.status).toBe('canceled');
		expect(lab.simulator.journal).toHaveLength(begun);
		const carriedOut = requests(lab.simulator, 'videos.finalizeUpload').filter(
			(entry) => entry.carriedOut,
		);
		expect(carriedOut).toHaveLength(endpoint === 'videos.get' ? 1 : 0);
	});

	test('while it waits between two tries', async () => {
		lab.simulator.plan({
			on: 'videos.part',
			call: 'every',
			fault: { kind: 'status', status: 503, retryAfter: 200 },
		});
		const { result, begun } = await runUntil(
			() => requests(lab.simulator, 'videos.part').some(({ status }) => status === 503),
			{ items: [item({ data: talk() })] },
		);
		await settled();
		expect(result.status).toBe('canceled');
		expect(lab.simulator.journal).toHaveLength(begun);
	});

	test('while it waits for LinkedIn to process the video', async () => {
		lab.simulator.nextVideo({ kind: 'manual' });
		const { result } = await runUntil(() => requests(lab.simulator, 'videos.get').length > 0, {
			parameters: { options: { waitUntilAvailable: true, waitTimeout: 600 } },
			items: [item({ data: talk() })],
		});
		const reads = requests(lab.simulator, 'videos.get').length;
		await settled();
		expect(result.status).toBe('canceled');
		expect(requests(lab.simulator, 'videos.get')).toHaveLength(reads);
	});

	test.each([true, false])(
		'while the server of the file has fallen silent (ranges: %s)',
		async (ranges) => {
			const url = files.add('/silent.mp4', {
				content: largeVideo(6 * PART),
				ranges,
				instead: (request) =>
					request >= (ranges ? 2 : 1) ? { stallAfter: PART + PART / 2 } : undefined,
			});
			const { result, begun } = await runUntil(
				() => requests(lab.simulator, 'videos.initializeUpload').length === 1 && waiting(),
				{ parameters: { source: 'url', url, options: { partConcurrency: 2 } } },
			);
			function waiting(): boolean {
				return ranges
					? files.requests.length >= 4
					: requests(lab.simulator, 'videos.part').some(({ status }) => status === 200);
			}
			await settled();
			expect(result.status).toBe('canceled');
			expect(lab.simulator.journal.length + files.requests.length).toBe(begun);
			await until(() => files.requests.at(-1)?.aborted === true);
		},
	);

	test('with several items at once', async () => {
		lab.simulator.plan({ on: 'videos.part', call: 'every', fault: { kind: 'stall' } });
		const { result, begun } = await runUntil(
			() => requests(lab.simulator, 'videos.part').length >= 3,
			{
				onError: 'continueErrorOutput',
				parameters: { options: { itemConcurrency: 3 } },
				items: Array.from({ length: 8 }, () => item({ data: talk() })),
			},
		);
		await settled();
		expect(result.status).toBe('canceled');
		expect(lab.simulator.journal).toHaveLength(begun);
		expect(requests(lab.simulator, 'videos.initializeUpload')).toHaveLength(3);
	});
});
