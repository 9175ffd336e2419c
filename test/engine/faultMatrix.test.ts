import type { INodeParameters } from 'n8n-workflow';

import { enlargeMp4, fixture } from '../fixtures/make';
import { sampled } from '../long/sampled';
import type { EndpointName, Fault, FaultKind } from '../simulator';
import {
	file,
	item,
	LOST_ANSWER,
	scene,
	sha256,
	status,
	talk,
	withSupplements,
	type Step,
} from './scene';

/**
 * Every fault that the simulator knows × every call of a video upload, each with what is to become of
 * it: all cells, or each row with each of its ends. What must hold whatever happens: the fault was met; the video is there with the right hash, or
 * nothing was finalized and the session is kept; finalize is never carried out twice.
 */

const PART = 65_536;
const VIDEO = enlargeMp4(fixture('talk.mp4'), fixture('talk.mp4').length + PART);

const { linkedIn, plan, requests, video } = scene({ linkedIn: { partBytes: PART * 8 } });

const CALLS = [
	'videos.initializeUpload',
	'videos.part',
	'videos.captions',
	'videos.thumbnail',
	'videos.finalizeUpload',
	'videos.get',
] as const satisfies readonly EndpointName[];

/**
 * What becomes of it, for each call in the order of {@link CALLS}. `heals`: the item comes out complete.
 * `fails`: an error before anything was sent, without a session. `keeps`: an error with the session.
 */
type Row = readonly [name: string, fault: Fault, becomes: string];

const MATRIX: readonly Row[] = [
	['400', status(400), 'fails keeps keeps keeps keeps heals'],
	['401', status(401), 'fails keeps keeps keeps keeps heals'],
	['403', status(403), 'fails keeps keeps keeps keeps heals'],
	['404', status(404), 'fails keeps keeps keeps keeps heals'],
	['408', status(408), 'fails heals keeps heals heals heals'],
	['410', status(410), 'fails keeps keeps keeps keeps heals'],
	// Not carried out, whatever the call.
	['429', status(429), 'heals heals heals heals heals heals'],
	['429 with Retry-After', status(429, { retryAfter: 0 }), 'heals heals heals heals heals heals'],
	['500', status(500), 'fails heals keeps heals heals heals'],
	['503', status(503), 'fails heals keeps heals heals heals'],
	['a reset on the headers', { kind: 'resetBeforeBody' }, 'fails heals keeps heals heals heals'],
	['a reset within the body', { kind: 'resetMidBody' }, 'fails heals keeps heals heals heals'],
	['an answer that breaks off', { kind: 'resetMidAnswer' }, 'fails heals keeps heals heals heals'],
	['an answer that is lost', LOST_ANSWER, 'fails heals keeps heals heals heals'],
	['an answer of broken JSON', { kind: 'malformedJson' }, 'fails heals heals heals heals heals'],
	['an answer without a body', { kind: 'emptyBody' }, 'fails heals heals heals heals heals'],
	// As good as none: what may go again does.
	['a web page instead of an answer', { kind: 'html' }, 'fails heals keeps heals heals heals'],
	[
		'a redirect',
		{ kind: 'redirect', location: 'https://example.com/elsewhere' },
		'fails keeps keeps keeps keeps heals',
	],
	['a slow answer', { kind: 'delay', ms: 30 }, 'heals heals heals heals heals heals'],
];

const cells = sampled(
	MATRIX.flatMap(([name, fault, becomes]) =>
		becomes
			.split(' ')
			.map((outcome, index) => [name, CALLS[index] ?? 'videos.part', fault, outcome] as const),
	),
	([name, , , outcome]) => [name, outcome],
	([, call, fault, outcome]) => [call, fault.kind, outcome],
);

/** Where each kind is tested. */
const TESTED: Record<FaultKind, string> = {
	status: 'here',
	resetBeforeBody: 'here',
	resetMidBody: 'here',
	resetMidAnswer: 'here',
	resetAfterCarriedOut: 'here',
	malformedJson: 'here',
	emptyBody: 'here',
	html: 'here',
	redirect: 'here',
	delay: 'here',
	// Never an answer.
	answer: 'answers/table.test.ts',
	stall: 'cancel.test.ts',
	etag: 'failures.test.ts',
	missingFields: 'failures.test.ts',
	replaceFields: 'hosts.test.ts',
};

const send = (operation: string, session: INodeParameters = {}): Step =>
	video(operation, { ...withSupplements, ...session })
		.of(item({ data: talk(VIDEO), captions: file('talk.srt'), thumbnail: file('thumbnail.jpg') }))
		.onError('continueErrorOutput');

describe('one fault of each kind at each call', () => {
	test.each(cells)('%s at %s', async (_name, on, fault, becomes) => {
		plan(on, fault);
		const result = await send('upload');
		expectSound();
		if (becomes === 'heals') {
			expect(result.errorItems).toEqual([]);
			expect(linkedIn.videos().at(-1)).toMatchObject({
				status: 'AVAILABLE',
				sha256: sha256(VIDEO),
			});
			expect(result.json).toMatchObject({ captions: 'uploaded', thumbnail: 'uploaded' });
			return;
		}
		expect(result.items).toEqual([]);
		if (becomes === 'fails') {
			expect(result.failed.uploadSession).toBeUndefined();
			expect(requests('videos.part')).toEqual([]);
			return;
		}
		expect(result.failed.uploadSession).toMatchObject({ finalized: false });
		expect(linkedIn.videos()[0]?.status).toBe('WAITING_UPLOAD');
		await expectResumable(result.failed);
	});

	test('the table names every kind of fault but those with tests of their own', () => {
		const here = Object.entries(TESTED).filter(([, where]) => where === 'here');
		const kinds = new Set<string>(MATRIX.map(([, { kind }]) => kind));
		expect([...kinds].sort()).toEqual(here.map(([kind]) => kind).sort());
	});
});

/** Finalize was carried out at most once, and never before every part had arrived. */
function expectSound(): void {
	const finalized = requests('videos.finalizeUpload').filter(({ carriedOut }) => carriedOut);
	expect(finalized.length).toBeLessThanOrEqual(1);
	for (const { status: state, sha256: hash } of linkedIn.videos()) {
		if (state !== 'WAITING_UPLOAD') expect(hash).toBe(sha256(VIDEO));
	}
}

/** What was kept is enough: a resume completes the very same video. */
async function expectResumable({ code, uploadSession }: Record<string, unknown>): Promise<void> {
	if (code === 'EXPIRED_UPLOAD_URL') return;
	const resumed = await send('resumeUpload', { uploadSession: JSON.stringify(uploadSession) });
	expect(resumed.errorItems).toEqual([]);
	expectSound();
	expect(linkedIn.videos()).toHaveLength(1);
	expect(linkedIn.videos()[0]).toMatchObject({ status: 'AVAILABLE', sha256: sha256(VIDEO) });
}
