import { largeVideo } from '../fileServer';
import { enlargeMp4, fixture } from '../fixtures/make';
import type { EndpointName } from '../simulator';
import { file, item, PART, scene, status, talk, until, withSupplements, type Step } from './scene';

const { files, linkedIn, plan, requests, upload, video } = scene({ realTime: true });

/** Stops it as soon as the condition holds; gives how many requests were begun by then. */
async function stopped(step: Step, condition: () => boolean): Promise<number> {
	let begun = 0;
	await step.stoppedWhen(() => {
		begun = requestsBegun();
		return condition();
	});
	return begun;
}

const requestsBegun = () => linkedIn.journal.length + files.requests.length;

const PARTS = 3;

/** A video of few parts, whose server falls silent in the middle of each answer from this one on. */
const silentFrom = (first: number): string =>
	files.add('/few-parts.mp4', {
		content: largeVideo(PARTS * PART),
		instead: (request) => (request >= first ? { stallAfter: PART / 2 } : undefined),
	});

const hasArrived = (parts: number) =>
	requests('videos.part').filter((sent) => sent.status === 200).length === parts;

/** Everything that goes on by itself has had its chance to begin another request. */
async function settled(): Promise<void> {
	for (let turn = 0; turn < 20; turn += 1) await new Promise(setImmediate);
}

describe('a cancelled execution begins no further request and finalizes nothing', () => {
	test.each<[EndpointName, object]>([
		['videos.initializeUpload', {}],
		['videos.part', {}],
		['videos.captions', {}],
		['videos.thumbnail', {}],
		['videos.finalizeUpload', {}],
		['videos.get', { waitSeconds: 600 }],
	])('while %s is under way', async (endpoint, options) => {
		plan(endpoint, { kind: 'stall' }, { call: 'every' });
		const large = talk(enlargeMp4(fixture('talk.mp4'), 6 * PART));
		const begun = await stopped(
			upload(item({ data: large, captions: file('talk.srt'), thumbnail: file('thumbnail.jpg') }))
				.with(withSupplements)
				.options({ partConcurrency: 4, ...options }),
			() => requests(endpoint).length >= (endpoint === 'videos.part' ? 4 : 1),
		);
		// Both ends of a connection learn of its end in their own time.
		await until(() => requests(endpoint).every(({ aborted }) => aborted));
		expect(linkedIn.journal).toHaveLength(begun);
		const finalized = requests('videos.finalizeUpload').filter(({ carriedOut }) => carriedOut);
		expect(finalized).toHaveLength(endpoint === 'videos.get' ? 1 : 0);
	});

	test('while it waits between two tries', async () => {
		plan('videos.part', status(503, { retryAfter: 200 }), { call: 'every' });
		const begun = await stopped(upload(talk()), () =>
			requests('videos.part').some((sent) => sent.status === 503),
		);
		await settled();
		expect(linkedIn.journal).toHaveLength(begun);
	});

	test('while it waits for LinkedIn to process the video', async () => {
		linkedIn.nextVideo({ kind: 'manual' });
		await upload(talk())
			.options({ waitSeconds: 600 })
			.stoppedWhen(() => requests('videos.get').length > 0);
		const reads = requests('videos.get').length;
		await settled();
		expect(requests('videos.get')).toHaveLength(reads);
	});

	test.each([true, false])(
		'while the server of the file has fallen silent (ranges: %s)',
		async (ranges) => {
			const silent = PART + PART / 2;
			const url = files.add('/silent.mp4', {
				content: largeVideo(6 * PART),
				ranges,
				instead: (request) => (request >= (ranges ? 2 : 1) ? { stallAfter: silent } : undefined),
			});
			const waiting = () =>
				ranges
					? files.requests.length >= 4
					: requests('videos.part').some((sent) => sent.status === 200);
			const begun = await stopped(
				video('upload').from(url).options({ partConcurrency: 2 }),
				() => requests('videos.initializeUpload').length === 1 && waiting(),
			);
			await settled();
			expect(requestsBegun()).toBe(begun);
			await until(() => files.requests.at(-1)?.aborted === true);
		},
	);

	test('while the last parts are still being read, and none is left to be begun', async () => {
		const url = silentFrom(3);
		let turns = 0;
		const begun = await stopped(
			video('upload').from(url).options({ partConcurrency: 16 }),
			// The node has taken the answer too, and its lane has found nothing more to send.
			() => files.requests.length === 1 + PARTS && hasArrived(1) && (turns += 1) > 200,
		);
		await until(() => files.requests.slice(2).every(({ aborted }) => aborted));
		await settled();
		expect(requestsBegun()).toBe(begun);
	});

	test('with several items at once', async () => {
		plan('videos.part', { kind: 'stall' }, { call: 'every' });
		const begun = await stopped(
			upload(...Array.from({ length: 8 }, () => talk()))
				.options({ itemConcurrency: 3 })
				.onError('continueErrorOutput'),
			() => requests('videos.part').length >= 3,
		);
		await settled();
		expect(linkedIn.journal).toHaveLength(begun);
		expect(requests('videos.initializeUpload')).toHaveLength(3);
	});
});

test('the first failure ends the reading of the last parts too', async () => {
	// The first part has arrived by the time of the second one's next try.
	plan('videos.part', status(503, { retryAfter: 1 }), { part: 2, call: 1 });
	plan('videos.part', 400, { part: 2, call: 2 });
	const { session } = await video('upload')
		.from(silentFrom(4))
		.options({ partConcurrency: 16 })
		.fails('Could not upload part 2 of 3');
	expect(session).toMatchObject({ finalized: false });
	await until(() => files.requests.slice(3).every(({ aborted }) => aborted));
	expect(files.requests).toHaveLength(1 + PARTS);
});
