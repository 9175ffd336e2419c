import { enlargeMp4, fixture } from '../fixtures/make';
import type { EndpointName, Fault } from '../simulator';
import { errorIn, expectClean, item, openLab, requests, sha256, talk, type Lab } from './lab';

/**
 * Every fault that the simulator knows × every call of a video upload, each with what is to become of
 * it. What must hold whatever happens: the fault was met; the video is there with the right hash, or
 * nothing was finalized and the session is kept; finalize is never carried out twice.
 */

let lab: Lab;

const PART = 65_536;
const VIDEO = enlargeMp4(fixture('talk.mp4'), fixture('talk.mp4').length + PART);

beforeAll(async () => {
	lab = await openLab('default', { settings: { partBytes: PART * 8 } });
});

afterAll(async () => {
	await lab.close();
});

beforeEach(async () => {
	await lab.simulator.reset();
});

/**
 * `heals`: the item comes out complete. `fails`: an error before anything was sent, without a session.
 * `keeps`: an error with the session. `told`: complete, and a warning says what is missing.
 */
type Outcome = 'heals' | 'fails' | 'keeps' | 'told';

const CALLS = [
	'videos.initializeUpload',
	'videos.part',
	'videos.captions',
	'videos.thumbnail',
	'videos.finalizeUpload',
	'videos.get',
] as const satisfies readonly EndpointName[];

type Row = readonly [name: string, fault: Fault, outcomes: readonly Outcome[]];

const status = (code: number): Fault => ({ kind: 'status', status: code });

/** One outcome per call, in the order of {@link CALLS}. */
const MATRIX: readonly Row[] = [
	['400', status(400), ['fails', 'keeps', 'keeps', 'keeps', 'keeps', 'heals']],
	['401', status(401), ['fails', 'keeps', 'keeps', 'keeps', 'keeps', 'heals']],
	['403', status(403), ['fails', 'keeps', 'keeps', 'keeps', 'keeps', 'heals']],
	['404', status(404), ['fails', 'keeps', 'keeps', 'keeps', 'keeps', 'heals']],
	['408', status(408), ['fails', 'heals', 'keeps', 'heals', 'heals', 'heals']],
	['410', status(410), ['fails', 'keeps', 'keeps', 'keeps', 'keeps', 'heals']],
	['429', status(429), ['fails', 'heals', 'keeps', 'heals', 'heals', 'heals']],
	[
		'429 with Retry-After',
		{ kind: 'status', status: 429, retryAfter: 0 },
		['fails', 'heals', 'keeps', 'heals', 'heals', 'heals'],
	],
	['500', status(500), ['fails', 'heals', 'keeps', 'heals', 'heals', 'heals']],
	['503', status(503), ['fails', 'heals', 'keeps', 'heals', 'heals', 'heals']],
	[
		'a reset on the headers',
		{ kind: 'resetBeforeBody' },
		['fails', 'heals', 'keeps', 'heals', 'heals', 'heals'],
	],
	[
		'a reset within the body',
		{ kind: 'resetMidBody' },
		['fails', 'heals', 'keeps', 'heals', 'heals', 'heals'],
	],
	[
		'an answer that breaks off',
		{ kind: 'resetMidAnswer' },
		['fails', 'heals', 'keeps', 'heals', 'heals', 'heals'],
	],
	[
		'an answer that is lost',
		{ kind: 'resetAfterCarriedOut' },
		['fails', 'heals', 'keeps', 'heals', 'heals', 'heals'],
	],
	[
		'an answer that is broken JSON',
		{ kind: 'malformedJson' },
		['fails', 'heals', 'heals', 'heals', 'heals', 'heals'],
	],
	[
		'an answer without a body',
		{ kind: 'emptyBody' },
		['fails', 'heals', 'heals', 'heals', 'heals', 'heals'],
	],
	[
		'a web page instead of an answer',
		{ kind: 'html' },
		// Without its ETag a part has not arrived.
		['fails', 'keeps', 'heals', 'heals', 'heals', 'heals'],
	],
	[
		'a redirect',
		{ kind: 'redirect', location: 'https://example.com/elsewhere' },
		['fails', 'keeps', 'keeps', 'keeps', 'keeps', 'heals'],
	],
	[
		'an answer that takes its time',
		{ kind: 'delay', ms: 30 },
		['heals', 'heals', 'heals', 'heals', 'heals', 'heals'],
	],
];

const cells = MATRIX.flatMap(([name, fault, outcomes]) =>
	CALLS.map((call, index): [string, EndpointName, Fault, Outcome] => [
		name,
		call,
		fault,
		outcomes[index] ?? 'fails',
	]),
);

const upload = (parameters = {}, items = [item(FILES)]) =>
	lab.run({
		onError: 'continueErrorOutput',
		parameters: { ...SUPPLEMENTS, ...parameters },
		items,
	});

const FILES = {
	data: talk(VIDEO),
	captions: { content: fixture('talk.srt'), fileName: 'talk.srt' },
	thumbnail: { content: fixture('thumbnail.jpg'), fileName: 'thumbnail.jpg' },
};
const SUPPLEMENTS = { captionsSource: 'binaryData', thumbnailSource: 'binaryData' };

describe('one fault of each kind at each call', () => {
	test.each(cells)('%s at %s', async (_name, on, fault, outcome) => {
		lab.simulator.plan({ on, call: 1, fault });
		const result = await upload();
		expectClean(lab, result);
		expectSound();
		if (outcome === 'heals') {
			expect(result.errorItems).toEqual([]);
			expect(lab.simulator.videos().at(-1)).toMatchObject({
				status: 'AVAILABLE',
				sha256: sha256(VIDEO),
			});
			expect(result.items[0]?.json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
			return;
		}
		expect(result.items).toEqual([]);
		const error = errorIn(result.errorItems[0]);
		if (outcome === 'fails') {
			expect(error.uploadSession).toBeUndefined();
			expect(requests(lab.simulator, 'videos.part')).toEqual([]);
			return;
		}
		expect(error.uploadSession).toMatchObject({ finalized: false });
		expect(lab.simulator.videos()[0]?.status).toBe('WAITING_UPLOAD');
		await expectResumable(error);
	});

	test('the table names every kind of fault but those with tests of their own', () => {
		const tested = new Set(MATRIX.map(([, { kind }]) => kind));
		// Never an answer: cancel.test.ts. ETags and single fields: failures.test.ts.
		const elsewhere = ['stall', 'etag', 'missingFields', 'replaceFields'];
		expect([...tested, ...elsewhere].sort()).toEqual([...ALL_KINDS].sort());
	});
});

const ALL_KINDS: ReadonlyArray<Fault['kind']> = [
	'status',
	'resetBeforeBody',
	'resetMidBody',
	'resetMidAnswer',
	'resetAfterCarriedOut',
	'stall',
	'etag',
	'malformedJson',
	'emptyBody',
	'html',
	'missingFields',
	'replaceFields',
	'redirect',
	'delay',
];

/** Finalize was carried out at most once, and never before every part had arrived. */
function expectSound(): void {
	const finalized = requests(lab.simulator, 'videos.finalizeUpload').filter(
		({ carriedOut }) => carriedOut,
	);
	expect(finalized.length).toBeLessThanOrEqual(1);
	for (const video of lab.simulator.videos()) {
		if (video.status !== 'WAITING_UPLOAD') expect(video.sha256).toBe(sha256(VIDEO));
	}
}

/** What was kept is enough: a resume completes the very same video. */
async function expectResumable(error: Record<string, unknown>): Promise<void> {
	if (error.code === 'EXPIRED_UPLOAD_URL') return;
	const resumed = await upload({
		operation: 'resumeUpload',
		uploadSession: JSON.stringify(error.uploadSession),
	});
	expect(resumed.errorItems).toEqual([]);
	expectSound();
	expect(lab.simulator.videos()).toHaveLength(1);
	expect(lab.simulator.videos()[0]).toMatchObject({
		status: 'AVAILABLE',
		sha256: sha256(VIDEO),
	});
}
