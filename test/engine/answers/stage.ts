import { fixture } from '../../fixtures/make';
import { posting } from '../postSupport';
import {
	ACCOUNT,
	byUrn,
	OWNER,
	postUrn,
	scene,
	sha256,
	talkWithSupplements,
	withSupplements,
	type Outcome,
	type SceneOptions,
	type Step,
} from '../scene';
import { ENDPOINTS, expected, faultOf, isLinkedInsOwn, type Call, type Cell } from './cells';

const VIDEO_SHA256 = sha256(fixture('talk.mp4'));

/** A call on its way: the run of the node, and what has to be so at LinkedIn where it says success. */
interface Played {
	readonly step: Step;
	readonly expectTrue: (outcome: Outcome) => void;
}

/** Plays cells of the table. */
export function answerStage(options: SceneOptions = {}) {
	const stage = scene(options);
	const { entry, linkedIn, plan, post, requests, upload, video } = stage;
	const { create, imageOf } = posting(stage);

	const uploading = (): Played => ({
		step: upload(talkWithSupplements).with(withSupplements),
		expectTrue: ({ json }) => {
			const made = linkedIn.videos().at(-1);
			expect(json).toMatchObject({ urn: made?.urn, status: made?.status });
			expect(made?.sha256).toBe(VIDEO_SHA256);
			expect(made?.captions).toBeDefined();
			expect(made?.thumbnail).toBeDefined();
		},
	});

	const plays: Readonly<Record<Call, () => Played | Promise<Played>>> = {
		initialize: uploading,
		part: uploading,
		captions: uploading,
		thumbnail: uploading,
		finalize: uploading,
		create: () => ({
			step: create({ mediaUrn: imageOf(OWNER) }),
			expectTrue: ({ json }) => {
				expect(linkedIn.posts().map(({ urn }) => urn)).toEqual([json.urn]);
			},
		}),
		update: () => {
			const urn = entry('video');
			return {
				step: video('updateLibrary', {
					urn,
					associatedAccount: byUrn(ACCOUNT),
					updateFields: { assetName: 'New' },
				}),
				expectTrue: ({ json }) => {
					expect(json.assetName).toBe(linkedIn.video(urn).libraryMetadata?.assetName);
				},
			};
		},
		delete: async () => {
			await create({ mediaUrn: imageOf(OWNER) });
			const urn = linkedIn.posts()[0]?.urn ?? '';
			return {
				step: post('delete', { urn: postUrn(urn) }),
				expectTrue: () => {
					expect(linkedIn.post(urn).deleted).toBe(true);
				},
			};
		},
		get: () => {
			const urn = entry('video');
			return {
				step: video('get', { urn }),
				expectTrue: ({ json }) => {
					expect(json.urn).toBe(urn);
				},
			};
		},
		find: () => {
			const urn = entry('video');
			return {
				step: video('findByAccount', { associatedAccount: byUrn(ACCOUNT) }),
				expectTrue: ({ urns }) => {
					expect(urns).toEqual([urn]);
				},
			};
		},
	};

	/** Plays one cell; throws where its end is another one than it should be. */
	return async (cell: Cell): Promise<void> => {
		const { step, expectTrue } = await plays[cell.call]();
		plan(ENDPOINTS[cell.call], faultOf(cell));
		const outcome = await step.onError('continueErrorOutput').ends();
		const came = outcome.errorItems.length > 0 ? 'error' : 'success';
		expect(came).toBe(expected(cell));
		if (came === 'success' && (cell.arrived || !isLinkedInsOwn(cell))) expectTrue(outcome);
		// Nothing is ever doubled, and an upload that has begun keeps its session.
		expect(linkedIn.posts().length).toBeLessThanOrEqual(1);
		const finalized = requests('videos.finalizeUpload').filter(({ carriedOut }) => carriedOut);
		expect(finalized.length).toBeLessThanOrEqual(1);
		expect(linkedIn.videos().filter(({ owner }) => owner === OWNER).length).toBeLessThanOrEqual(2);
		if (came === 'error' && ['part', 'captions', 'thumbnail', 'finalize'].includes(cell.call)) {
			expect(outcome.failed.uploadSession).toMatchObject({ finalized: false });
		}
	};
}
