import { markers } from '../../simulator';
import { sha256 } from './support/bytes';
import { at, call, textAt } from './support/call';
import {
	filePart,
	form,
	metadata,
	metadataPart,
	postCaptions,
	postForm,
	subRip,
	type FormPart,
} from './support/captions';
import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { containing } from './support/match';
import {
	finalizeVideo,
	putParts,
	startVideo,
	tokenFor,
	type StartedVideo,
} from './support/linkedin';

const lab = useSimulator();
const file = Buffer.from('0123456789');

const start = (): Promise<StartedVideo> =>
	startVideo(lab.simulator, {
		fileSizeBytes: file.length,
		uploadCaptions: true,
		uploadThumbnail: true,
	});
const captionsUrl = async (): Promise<string> =>
	textAt((await start()).answer, 'value.captionsUploadUrl');
const view = ({ urn }: StartedVideo) => lab.simulator.video(urn);

describe('captions', () => {
	documented('201 for the two fields, and both are kept', async () => {
		const video = await start();
		const answer = await postCaptions(textAt(video.answer, 'value.captionsUploadUrl'));
		expect([answer.status, answer.text]).toEqual([201, '']);
		expect(view(video).captions).toEqual({
			metadata,
			fileName: 'sample.srt',
			contentType: 'text/plain',
			text: subRip,
			bytes: Buffer.byteLength(subRip),
		});
	});

	documented('one file for each video: a second one takes its place, or is refused', async () => {
		const second = { ...filePart, content: `${subRip}\n` };
		for (const [secondCaptions, status, bytes] of [
			['replaces', 201, Buffer.byteLength(second.content)],
			['refused', 400, Buffer.byteLength(subRip)],
		] as const) {
			lab.simulator.configure({ readings: { secondCaptions } });
			const video = await start();
			const url = textAt(video.answer, 'value.captionsUploadUrl');
			expect((await postCaptions(url)).status).toBe(201);
			expect((await postCaptions(url, metadataPart, second)).status).toBe(status);
			expect(view(video).captions).toMatchObject({ bytes });
		}
	});

	documented('go by POST as multipart/form-data', async () => {
		const url = await captionsUrl();
		expect((await postForm(url, form([metadataPart, filePart]), {}, 'PUT')).status).toBe(405);
		for (const type of [
			undefined,
			'application/json',
			'multipart/form-data',
			'multipart/mixed; boundary=x',
		]) {
			expect(
				(await postForm(url, form([metadataPart, filePart]), { 'content-type': type })).status,
			).toBe(415);
		}
	});

	documented('need exactly the fields metadata and file', async () => {
		const url = await captionsUrl();
		const other: FormPart = { disposition: 'name="title"', content: 'x' };
		for (const parts of [
			[metadataPart],
			[filePart],
			[metadataPart, filePart, other],
			[metadataPart, filePart, filePart],
		]) {
			const answer = await postCaptions(url, ...parts);
			expect([answer.status, answer.text]).toEqual([400, containing('Expected the fields')]);
		}
	});

	documented('come as a file, text/plain', async () => {
		const url = await captionsUrl();
		for (const part of [
			{ disposition: 'name="file"', content: subRip },
			{ ...filePart, type: 'application/x-subrip' },
			{
				disposition: 'name="file"; filename="sample.srt"',
				content: subRip,
				type: 'application/octet-stream',
			},
		]) {
			expect((await postCaptions(url, metadataPart, part)).status).toBe(400);
		}
	});

	assumed('metadata is exactly the document of the page, in any order of keys', async () => {
		const url = await captionsUrl();
		const reversed = Object.fromEntries(Object.entries(metadata).reverse());
		expect(
			(await postCaptions(url, { ...metadataPart, content: JSON.stringify(reversed) }, filePart))
				.status,
		).toBe(201);
		for (const wrong of [
			{ ...metadata, format: 'VTT' },
			{ ...metadata, largeText: 'true' },
			{ ...metadata, more: 1 },
			{ ...metadata, locale: { ...metadata.locale, language: 'DE' } },
			{ ...metadata, transcriptType: undefined },
		]) {
			const answer = await postCaptions(
				url,
				{ ...metadataPart, content: JSON.stringify(wrong) },
				filePart,
			);
			expect([answer.status, answer.text]).toEqual([400, containing('metadata must be')]);
		}
		expect((await postCaptions(url, { ...metadataPart, content: '{' }, filePart)).status).toBe(400);
	});

	assumed('metadata is a field, of text or JSON', async () => {
		const url = await captionsUrl();
		expect(
			(await postCaptions(url, { ...metadataPart, type: 'application/json' }, filePart)).status,
		).toBe(201);
		expect((await postCaptions(url, { ...metadataPart, type: 'text/html' }, filePart)).status).toBe(
			400,
		);
		const asFile = { ...metadataPart, disposition: 'name="metadata"; filename="m.json"' };
		expect((await postCaptions(url, asFile, filePart)).status).toBe(400);
	});

	documented('are SRT, not empty', async () => {
		const url = await captionsUrl();
		const refusal = async (content: string | Buffer) => {
			const { status, text } = await postCaptions(url, metadataPart, { ...filePart, content });
			return [status, text];
		};
		expect(await refusal('')).toEqual([400, 'file is empty']);
		expect(await refusal(Buffer.from([...Buffer.from(subRip), 0xff]))).toEqual([
			400,
			'file is not UTF-8',
		]);
		for (const content of [
			'WEBVTT\n\n00:00.000 --> 00:01.000\nHi\n',
			'Hello',
			'1\n00:00:00.000 --> 00:00:01.000\nHi\n',
		]) {
			expect(await refusal(content)).toEqual([400, 'file is not SRT']);
		}
		for (const content of [`\uFEFF${subRip}`, subRip.replaceAll('\n', '\r\n')]) {
			expect((await postCaptions(url, metadataPart, { ...filePart, content })).status).toBe(201);
		}
	});

	fromPublic('a form that is cut short is refused', async () => {
		const whole = form([metadataPart, filePart]);
		expect((await postForm(await captionsUrl(), whole.subarray(0, whole.length - 60))).status).toBe(
			400,
		);
	});

	assumed('carry no token and a Content-Length', async () => {
		const url = await captionsUrl();
		const authorization = `Bearer ${tokenFor(lab.simulator)}`;
		expect((await postForm(url, form([metadataPart, filePart]), { authorization })).status).toBe(
			400,
		);
		const chunked = { 'content-type': 'multipart/form-data; boundary=x' };
		expect(
			(
				await call(url, {
					method: 'POST',
					headers: chunked,
					body: [form([metadataPart, filePart])],
				})
			).status,
		).toBe(411);
	});
});

describe('a thumbnail', () => {
	const jpeg = Buffer.from('a picture');
	const headers = { 'content-type': 'application/octet-stream', 'media-type-family': 'STILLIMAGE' };
	const url = (video: StartedVideo) => textAt(video.answer, 'value.thumbnailUploadUrl');

	documented('201 for a PUT with media-type-family', async () => {
		const video = await start();
		const answer = await call(url(video), { method: 'PUT', headers, body: jpeg });
		expect([answer.status, answer.text]).toEqual([201, '']);
		expect(view(video).thumbnail).toEqual({
			sha256: sha256(jpeg),
			size: jpeg.length,
		});
	});

	documented('refused without that header, by POST, and as another type', async () => {
		const video = await start();
		const put = (changed: object) =>
			call(url(video), { method: 'PUT', headers: { ...headers, ...changed }, body: jpeg });
		expect((await put({ 'media-type-family': undefined })).status).toBe(400);
		expect((await put({ 'media-type-family': 'VIDEO' })).status).toBe(400);
		expect((await put({ 'content-type': 'image/jpeg' })).status).toBe(415);
		expect((await call(url(video), { method: 'POST', headers, body: jpeg })).status).toBe(405);
		expect(view(video).thumbnail).toBeUndefined();
	});

	assumed('refused when empty, and with a token', async () => {
		const video = await start();
		expect((await call(url(video), { method: 'PUT', headers, body: Buffer.alloc(0) })).status).toBe(
			400,
		);
		const authorization = `Bearer ${tokenFor(lab.simulator)}`;
		expect(
			(
				await call(url(video), {
					method: 'PUT',
					headers: { ...headers, authorization },
					body: jpeg,
				})
			).status,
		).toBe(400);
	});
});

describe.each([
	['captions', 'value.captionsUploadUrl', (url: string) => postCaptions(url)],
	[
		'thumbnail',
		'value.thumbnailUploadUrl',
		(url: string) =>
			call(url, {
				method: 'PUT',
				headers: { 'content-type': 'application/octet-stream', 'media-type-family': 'STILLIMAGE' },
				body: Buffer.from('x'),
			}),
	],
] as const)('the address of %s', (_name, path, send) => {
	documented('expires with those of the parts', async () => {
		const address = textAt((await start()).answer, path);
		lab.simulator.clock.advance(30 * 86_400_000);
		expect((await send(address)).status).toBe(401);
		lab.simulator.configure({ readings: { expiredUrl: '400' } });
		expect(at((await send(address)).json, 'code')).toBe('EXPIRED_UPLOAD_URL');
	});

	assumed('opens nothing with a changed signature', async () => {
		const address = textAt((await start()).answer, path);
		expect((await send(address.replace(markers.uploadSignature, 'x'))).status).toBe(403);
	});

	documented('does not exist where it was not asked for', async () => {
		const asked = await start();
		const plain = await startVideo(lab.simulator);
		const [askedId = '', plainId = ''] = [asked.urn, plain.urn].map((urn) => urn.split(':')[3]);
		expect((await send(textAt(asked.answer, path).replace(askedId, plainId))).status).toBe(403);
		expect(lab.simulator.video(plain.urn)).toMatchObject({
			captions: undefined,
			thumbnail: undefined,
		});
	});

	assumed('is closed after finalize, unless the other reading is played', async () => {
		const video = await start();
		await finalizeVideo(lab.simulator, video, await putParts(video, file));
		expect((await send(textAt(video.answer, path))).status).toBe(400);
		lab.simulator.configure({ readings: { supplementsAfterFinalize: 'accepted' } });
		expect((await send(textAt(video.answer, path))).status).toBe(201);
	});
});
