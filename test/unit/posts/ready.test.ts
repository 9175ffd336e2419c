import { LinkedInError } from '../../../linkedin/api/error';
import { DOCUMENTS, IMAGES, VIDEOS } from '../../../linkedin/media/collections';
import { awaitMedia, type PostMedia } from '../../../linkedin/posts/ready';
import { FlyingTime } from '../../flyingTime';
import { answer, clientOn, failureOf, PAGE, PERSON, type Step } from '../api/support';
import { DOCUMENT, IMAGE, VIDEO } from './support';

const named: PostMedia = { collection: VIDEOS, urn: VIDEO };
const uploaded: PostMedia = { ...named, name: 'talk.mp4' };
const video = (status: string, owner = PERSON) => answer(200, { id: VIDEO, status, owner });

function wait(steps: readonly Step[], media: readonly PostMedia[], timeoutMs = 60_000) {
	const lab = clientOn(steps);
	return { ...lab, result: awaitMedia(lab.client, media, PERSON, { timeoutMs }) };
}

describe('media named by their URN', () => {
	test('that are there cost one read each', async () => {
		const { result, requests } = wait(
			[
				video('AVAILABLE'),
				answer(200, { id: IMAGE, status: 'AVAILABLE', owner: PERSON }),
				answer(200, { id: DOCUMENT, status: 'AVAILABLE', owner: PERSON }),
			],
			[named, { collection: IMAGES, urn: IMAGE }, { collection: DOCUMENTS, urn: DOCUMENT }],
		);
		expect(await result).toBeUndefined();
		expect(requests.map(({ url }) => url.split('/rest/')[1]?.split('/')[0])).toEqual([
			'videos',
			'images',
			'documents',
		]);
	});

	test('that are processed are waited for', async () => {
		const { result, waits, requests } = wait(
			[video('PROCESSING'), video('PROCESSING'), video('PROCESSING'), video('AVAILABLE')],
			[named],
		);
		await result;
		expect(requests).toHaveLength(4);
		// One between each two: never twice in a row.
		expect(waits).toHaveLength(3);
	});

	test.each<[string, Step]>([
		['404', answer(404, { code: 'NOT_FOUND', status: 404 })],
		['400 NOT_FOUND', answer(400, { code: 'NOT_FOUND' })],
		['400 INVALID_VIDEO_ID', answer(400, { code: 'INVALID_VIDEO_ID' })],
		['400 INVALID_URN_ID', answer(400, { code: 'INVALID_URN_ID' })],
	])('that do not exist (%s) are told at once', async (_, step) => {
		const { result, requests } = wait([step], [named]);
		const error = await failureOf(LinkedInError, () => result);
		expect(error.message).toBe(`LinkedIn can’t find the video ${VIDEO}; nothing was posted`);
		expect(requests).toHaveLength(1);
	});
});

test.each(['named', 'uploaded'])('%s media that failed are told', async (which) => {
	const failed = answer(200, {
		id: VIDEO,
		status: 'PROCESSING_FAILED',
		processingFailureReason: 'bad codec',
	});
	const { result } = wait([failed, failed], [which === 'named' ? named : uploaded]);
	const error = await failureOf(LinkedInError, () => result);
	const called = which === 'named' ? `video ${VIDEO}` : `video "talk.mp4" (${VIDEO})`;
	expect(error.message).toBe(`LinkedIn could not process the ${called}: bad codec`);
});

describe('media that are not ready in time', () => {
	const slow = (status: string) => Array.from({ length: 30 }, () => video(status));

	test.each([
		['PROCESSING', /Post it later by its URN/, 'MEDIA_NOT_READY'],
		['WAITING_UPLOAD', /upload is not complete/, 'MEDIA_ASSET_WAITING_UPLOAD'],
	])('%s: told, nothing posted', async (status, advice, code) => {
		const { result } = wait(slow(status), [uploaded], 20_000);
		const error = await failureOf(LinkedInError, () => result);
		expect(error.message).toBe(
			`The video "talk.mp4" (${VIDEO}) is still ${status} after 20 seconds; nothing was posted`,
		);
		expect(error.description).toMatch(advice);
		expect(error.code).toBe(code);
	});

	test('the time is for all of them together', async () => {
		const flying = new FlyingTime();
		const { client } = clientOn(slow('PROCESSING'), { sleep: flying.pause, now: flying.now });
		const begun = flying.now();
		const result = awaitMedia(client, [uploaded, uploaded], PERSON, { timeoutMs: 20_000 });
		await failureOf(LinkedInError, () => result);
		expect(Math.round((flying.now() - begun) / 1000)).toBe(20);
	});
});

describe('media that this token may not read are no obstacle', () => {
	test('of media that were uploaded just now the owner is known', async () => {
		const { result } = wait([answer(403), answer(403)], [uploaded]);
		expect(await result).toBeUndefined();
	});

	test('of others a 403 for the post may come from it', async () => {
		const { result } = wait([answer(403), answer(403)], [named]);
		expect(await result).toEqual({
			text: `Media must belong to the post’s author (${PERSON}), and this connection could not read the owner of the video ${VIDEO}.`,
			statuses: [403],
		});
	});
});

describe('who owns them', () => {
	const suspicionOf = (owner: string, author: string) => {
		const { client } = clientOn([video('AVAILABLE', owner)]);
		return awaitMedia(client, [named], author, { timeoutMs: 0 });
	};

	test.each([
		['urn:li:organization:5', PAGE],
		['urn:li:company:5', PAGE],
		[PAGE, PERSON],
		['urn:li:person:other', PERSON],
		[PERSON, PAGE],
	])('%s is not %s', async (owner, author) => {
		expect(await suspicionOf(owner, author)).toEqual({
			text: `The video ${VIDEO} belongs to ${owner}, but the post’s author is ${author}. Upload it for the author, or post as its owner.`,
			statuses: [400, 403, 404, 422],
		});
	});

	test.each([
		[PERSON, PERSON],
		['urn:li:company:2414183', PAGE],
		['urn:li:member:12', PERSON],
		['urn:li:sponsoredAccount:1', PAGE],
	])('%s may be %s', async (owner, author) => {
		expect(await suspicionOf(owner, author)).toBeUndefined();
	});
});
