import { CancelledError, ConnectionError, type HttpRequest } from '../../../linkedin/api/http';
import { LinkedInError } from '../../../linkedin/api/error';
import { Problem } from '../../../linkedin/problem';
import { sendSupplements, type SupplementedUpload } from '../../../linkedin/upload/supplements';
import type { VideoUploadSession } from '../../../linkedin/upload/session';
import { answer, failureOf, NOW, type Step } from '../api/support';
import { CAPTIONS, sessionOf, SUPPLEMENT_URLS, THUMBNAIL, uploadLab } from './support';

const KINDS = [
	['captions', { captions: CAPTIONS }],
	['thumbnail', { thumbnail: THUMBNAIL }],
] as const;

function supplementing(
	what: Pick<SupplementedUpload, 'captions' | 'thumbnail'>,
	steps: readonly Step[],
	onSupplementFailure: 'fail' | 'continue' = 'fail',
	changes: Partial<VideoUploadSession> = SUPPLEMENT_URLS,
) {
	const lab = uploadLab({ bytes: steps });
	const session = sessionOf([10], { captions: 'due', thumbnail: 'due', ...changes });
	const upload = { ...what, onSupplementFailure };
	return { ...lab, session, run: () => sendSupplements(lab.context, upload, session) };
}

test('captions are sent by POST as a form', async () => {
	const { run, sent, session } = supplementing({ captions: CAPTIONS }, [answer(201)]);
	await run();
	const [request] = sent;
	expect(request).toMatchObject({ method: 'POST', url: SUPPLEMENT_URLS.captionsUploadUrl });
	expect(request?.headers['Content-Type']).toMatch(/^multipart\/form-data; boundary=/);
	expect(request?.headers['Content-Length']).toBe(String(request?.body?.length));
	expect(String(request?.body)).toContain(String(CAPTIONS.srt));
	expect(session.captions).toBe('uploaded');
});

test('a thumbnail is sent by PUT as a still image', async () => {
	const { run, sent, session } = supplementing({ thumbnail: THUMBNAIL }, [answer(201)]);
	await run();
	expect(sent).toEqual([
		expect.objectContaining<Partial<HttpRequest>>({
			method: 'PUT',
			url: SUPPLEMENT_URLS.thumbnailUploadUrl,
			headers: {
				'Content-Type': 'application/octet-stream',
				'Content-Length': '4',
				'media-type-family': 'STILLIMAGE',
			},
			body: THUMBNAIL.bytes,
		}),
	]);
	expect(session.thumbnail).toBe('uploaded');
});

test('captions are sent once, a thumbnail may be sent again', async () => {
	const once = supplementing({ captions: CAPTIONS }, [answer(503)]);
	await failureOf(LinkedInError, once.run);
	expect(once.sent).toHaveLength(1);
	const again = supplementing({ thumbnail: THUMBNAIL }, [answer(503), answer(201)]);
	await again.run();
	expect(again.sent).toHaveLength(2);
});

describe.each(KINDS)('%s', (name, what) => {
	test('that are not there are not sent', async () => {
		const { run, sent, session } = supplementing({}, []);
		await run();
		expect(sent).toEqual([]);
		expect(session[name]).toBe('due');
	});

	test.each([401, 403, 410])(
		'refused with %d: the URL is to blame, not the token',
		async (status) => {
			const error = await failureOf(LinkedInError, supplementing(what, [answer(status)]).run);
			expect(error).toMatchObject({ status, code: 'UPLOAD_URL_REFUSED' });
		},
	);

	test('refused after the date of their URL: it has expired', async () => {
		const late = supplementing(what, [answer(401)], 'fail', {
			...SUPPLEMENT_URLS,
			expiresAt: NOW,
		});
		expect((await failureOf(LinkedInError, late.run)).code).toBe('EXPIRED_UPLOAD_URL');
	});

	test.each([
		[1, 'the request'],
		[2, 'the wait for the next'],
		[3, 'the next'],
	])('stop with the execution, call %d: %s', async (last) => {
		const execution = new AbortController();
		let calls = 0;
		let isStopped: boolean | undefined;
		const note = (own?: AbortSignal) => {
			calls += 1;
			if (calls === last) {
				execution.abort();
				isStopped = own?.aborted;
			}
			return calls === 1;
		};
		const { context } = uploadLab({
			signal: execution.signal,
			bytes: (_request, own) =>
				note(own)
					? Promise.reject(new ConnectionError('getaddrinfo ENOTFOUND', 'ENOTFOUND'))
					: Promise.resolve(answer(201)),
			sleep: (_milliseconds, own) => Promise.resolve(void note(own)),
		});
		const upload = { ...what, onSupplementFailure: 'fail' } as const;
		await sendSupplements(context, upload, sessionOf([10], SUPPLEMENT_URLS)).catch(() => undefined);
		expect(isStopped).toBe(true);
	});

	test('that fail, fail the upload where that was chosen', async () => {
		const { run, warnings } = supplementing(what, [answer(400, { code: 'INVALID_URL' })]);
		const error = await failureOf(LinkedInError, run);
		expect(error.message).toContain(`Could not upload the ${name} of "talk.mp4"`);
		expect(warnings).toEqual([]);
	});

	test('that fail, become a warning where that was chosen', async () => {
		const step = answer(400, { code: 'INVALID_URL' });
		const { run, warnings, session } = supplementing(what, [step], 'continue');
		await run();
		expect(session[name]).toBe('failed');
		expect(warnings).toEqual([
			`Continuing without ${name}. Could not upload the ${name} of "talk.mp4": LinkedIn can’t use one of the URLs. This is OK for an organic video. An ad needs the ${name} declared when the upload started.`,
		]);
	});

	test('without an address fail, or become a warning', async () => {
		const problem = await failureOf(Problem, supplementing(what, [], 'fail', {}).run);
		expect(problem.message).toBe(`LinkedIn returned no upload URL for the ${name} of "talk.mp4"`);
		const { run, warnings, session } = supplementing(what, [], 'continue', {});
		await run();
		expect(session[name]).toBe('failed');
		expect(warnings).toEqual([expect.stringContaining(problem.message)]);
	});

	test('that n8n does not send, become a warning too where that was chosen', async () => {
		const problem = new Problem('n8n could not send the request to LinkedIn: blocked');
		const { run, warnings, session, sent } = supplementing(what, [problem], 'continue');
		await run();
		expect(session[name]).toBe('failed');
		expect(warnings).toEqual([expect.stringContaining(` ${problem.message}. `)]);
		expect(sent).toHaveLength(1);
	});

	test.each([new CancelledError(), new RangeError('mistake')])(
		'never turn a %s into a warning',
		async (error) => {
			const { run, warnings } = supplementing(what, [error], 'continue');
			await expect(run()).rejects.toBe(error);
			expect(warnings).toEqual([]);
		},
	);
});

test('captions that never arrived are sent again', async () => {
	const unreached = new ConnectionError('connect ECONNREFUSED', 'ECONNREFUSED');
	const { run, sent, session } = supplementing({ captions: CAPTIONS }, [unreached, answer(201)]);
	await run();
	expect(sent).toHaveLength(2);
	expect(session.captions).toBe('uploaded');
});

test('captions without an answer are called unclear', async () => {
	const reset = new ConnectionError('socket hang up', 'ECONNRESET');
	const error = await failureOf(LinkedInError, supplementing({ captions: CAPTIONS }, [reset]).run);
	expect(error.description).toContain('It’s unclear whether LinkedIn received the request');
});
