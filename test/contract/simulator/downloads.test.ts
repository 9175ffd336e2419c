import { downloadMarker } from '../../simulator';
import { sha256 } from './support/bytes';
import { at, call, textAt, type Answer } from './support/call';
import { postCaptions, subRip } from './support/captions';
import { assumed, documented, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { everyKind } from './support/library';
import {
	finalizeVideo,
	getMedia,
	octets,
	putParts,
	startVideo,
	tokenFor,
	uploadImage,
	wholeBytes,
	type StartedVideo,
} from './support/linkedin';

const lab = useSimulator();

const file = Buffer.from(Array.from({ length: 2500 }, (_, index) => index % 251));

async function bytesOf(url: string): Promise<Buffer> {
	return Buffer.from(await (await fetch(url)).arrayBuffer());
}

async function field(urn: string, name: string): Promise<string> {
	return textAt((await getMedia(lab.simulator, urn)).json, name);
}

/** Three parts, captions and a thumbnail. */
async function uploadWhole(
	thumbnail = Buffer.from('89504e470d0a1a0a', 'hex'),
): Promise<StartedVideo> {
	lab.simulator.configure({ partBytes: 1000 });
	const fields = { fileSizeBytes: file.length, uploadCaptions: true, uploadThumbnail: true };
	const video = await startVideo(lab.simulator, fields);
	await postCaptions(textAt(video.answer, 'value.captionsUploadUrl'));
	const headers = { ...octets, 'media-type-family': 'STILLIMAGE' };
	const url = textAt(video.answer, 'value.thumbnailUploadUrl');
	expect((await call(url, { method: 'PUT', headers, body: thumbnail })).status).toBe(201);
	const ids = await putParts(video, file);
	expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
	return video;
}

describe('an available video', () => {
	documented('is downloaded as it was uploaded', async () => {
		const { urn } = await uploadWhole();
		const url = await field(urn, 'downloadUrl');
		expect(url).toMatch(new RegExp(`^${lab.simulator.url}/playlist/[\\w-]+/mp4-`));
		const answer = await call(url);
		expect([answer.status, answer.headers['content-type']]).toEqual([200, 'video/mp4']);
		const bytes = await bytesOf(url);
		expect(bytes.equals(file)).toBe(true);
		expect(sha256(bytes)).toBe(lab.simulator.video(urn).sha256);
	});

	assumed('gives a range that lies in several of its parts', async () => {
		const url = await field((await uploadWhole()).urn, 'downloadUrl');
		for (const [first, last] of [
			[900, 2100],
			[1500, 1600],
			[1000, 1999],
			[2499, 2499],
		] as const) {
			const answer = await fetch(url, { headers: { range: `bytes=${first}-${last}` } });
			const bytes = Buffer.from(await answer.arrayBuffer());
			expect(bytes.equals(file.subarray(first, last + 1))).toBe(true);
		}
	});

	documented('has the thumbnail that was uploaded', async () => {
		const thumbnail = Buffer.from('ffd8ffe000104a464946', 'hex');
		const url = await field((await uploadWhole(thumbnail)).urn, 'thumbnail');
		const { headers } = await call(url);
		expect(headers['content-type']).toBe('image/jpeg');
		expect((await bytesOf(url)).equals(thumbnail)).toBe(true);
	});

	documented('has a thumbnail of its own making where none was', async () => {
		const [urn = ''] = lab.simulator.addLibraryEntries({ kind: 'video' });
		const answer = await call(await field(urn, 'thumbnail'));
		expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/png']);
	});

	assumed('gives its captions at the upload URL, or nothing there, or elsewhere', async () => {
		const video = await uploadWhole();
		const uploaded = textAt(video.answer, 'value.captionsUploadUrl');
		expect(await field(video.urn, 'captions')).toBe(uploaded);
		const answer = await call(uploaded);
		expect([answer.status, answer.headers['content-type'], answer.text]).toEqual([
			200,
			'text/plain',
			subRip,
		]);
		expect((await call(uploaded.replace('ut=', 'ut=x'))).status).toBe(403);
		lab.simulator.configure({ readings: { captionsField: 'unreadableUploadUrl' } });
		expect((await call(await field(video.urn, 'captions'))).status).toBe(405);
		lab.simulator.configure({ readings: { captionsField: 'downloadUrl' } });
		const url = await field(video.urn, 'captions');
		expect(url).not.toBe(uploaded);
		expect((await call(url)).text).toBe(subRip);
		expect((await call(url.replace('t=', 't=x'))).status).toBe(403);
	});
});

describe('an available image', () => {
	documented('is downloaded as it was uploaded', async () => {
		const { urn } = await uploadImage(lab.simulator);
		const url = await field(urn, 'downloadUrl');
		expect(url).toMatch(new RegExp(`^${lab.simulator.url}/dms/image/[\\w-]+/image-shrink_`));
		expect((await call(url)).text).toBe(wholeBytes);
		expect(sha256(wholeBytes)).toBe(lab.simulator.image(urn).sha256);
	});

	assumed('comes with the type of its bytes', async () => {
		const start = { png: '89504e47', jpeg: 'ffd8ffe0', gif: '47494638' };
		for (const [type, hex] of Object.entries(start)) {
			const content = Buffer.from(`${hex}00112233`, 'hex');
			const [urn = ''] = lab.simulator.addLibraryEntries({ kind: 'image', content });
			const answer = await call(await field(urn, 'downloadUrl'));
			expect(answer.headers['content-type']).toBe(`image/${type}`);
		}
	});
});

describe.each(everyKind)('a download of a %s', (kind) => {
	const content = '0123456789';
	const link = async (): Promise<string> => {
		const [urn = ''] = lab.simulator.addLibraryEntries({ kind, content });
		return field(urn, 'downloadUrl');
	};
	const part = (url: string, range: string): Promise<Answer> => call(url, { headers: { range } });

	assumed('gives a range of bytes', async () => {
		const url = await link();
		for (const [range, text, shown] of [
			['bytes=0-3', '0123', 'bytes 0-3/10'],
			['bytes=4-', '456789', 'bytes 4-9/10'],
			['bytes=8-99', '89', 'bytes 8-9/10'],
			['bytes=-2', '89', 'bytes 8-9/10'],
			['bytes=-99', content, 'bytes 0-9/10'],
		] as const) {
			const answer = await part(url, range);
			expect([answer.status, answer.text, answer.headers['content-range']]).toEqual([
				206,
				text,
				shown,
			]);
		}
		expect((await call(url)).headers['accept-ranges']).toBe('bytes');
	});

	assumed('gives no range beyond the end, and all where it does not understand', async () => {
		const url = await link();
		const beyond = await part(url, 'bytes=10-');
		expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */10']);
		for (const range of ['bytes=0-1,3-4', 'lines=1-2', 'bytes=5-3', 'bytes=-']) {
			const answer = await part(url, range);
			expect([answer.status, answer.text]).toEqual([200, content]);
		}
		lab.simulator.configure({ readings: { downloadRanges: 'ignored' } });
		const whole = await part(url, 'bytes=0-3');
		expect([whole.status, whole.text, whole.headers['accept-ranges']]).toEqual([
			200,
			content,
			undefined,
		]);
	});

	documented('ends with the time that the entity names', async () => {
		lab.simulator.configure({ downloadUrlMs: 60_000 });
		const [urn = ''] = lab.simulator.addLibraryEntries({ kind, content });
		const { json } = await getMedia(lab.simulator, urn);
		const url = textAt(json, 'downloadUrl');
		const expiresAt = Number(at(json, 'downloadUrlExpiresAt'));
		expect(new URL(url).searchParams.get('e')).toBe(String(expiresAt / 1000));
		lab.simulator.clock.advance(expiresAt - lab.simulator.clock.now() - 10_000);
		expect((await call(url)).status).toBe(200);
		lab.simulator.clock.advance(10_000);
		expect((await call(url)).status).toBe(403);
		lab.simulator.configure({ readings: { expiredDownload: '410' } });
		expect((await call(url)).status).toBe(410);
		expect((await call(await field(urn, 'downloadUrl'))).status).toBe(200);
	});

	assumed('is signed with its path and its expiry', async () => {
		const url = await link();
		expect(url).toContain(downloadMarker);
		const [other] = [await link()];
		const signature = new URL(other).searchParams.get('t') ?? '';
		for (const changed of [
			url.replace(downloadMarker, 'x'),
			url.replace(/e=\d+/, 'e=9999999999'),
			url.replace(/t=.*/, `t=${signature}`),
			url.replace(/\?.*/, ''),
		]) {
			expect((await call(changed)).status).toBe(403);
		}
		lab.simulator.configure({ readings: { wrongSignature: '401' } });
		expect((await call(url.replace(downloadMarker, 'x'))).status).toBe(401);
	});

	assumed('does not look at a token, and is read and not written', async () => {
		const url = await link();
		const headers = { authorization: `Bearer ${tokenFor(lab.simulator)}` };
		expect((await call(url, { headers })).status).toBe(200);
		expect((await call(url, { headers: { authorization: 'Bearer nobody' } })).status).toBe(200);
		expect((await call(url, { method: 'POST', body: 'x' })).status).toBe(405);
	});

	tool('is gone with the asset', async () => {
		const url = await link();
		const [asset] = kind === 'video' ? lab.simulator.videos() : lab.simulator.images();
		lab.simulator.removeAsset(asset?.urn ?? '');
		expect((await call(url)).status).toBe(404);
	});

	tool('may break off', async () => {
		const url = await link();
		lab.simulator.plan({ on: 'download', fault: { kind: 'resetMidAnswer', afterBytes: 4 } });
		await expect(call(url)).rejects.toThrow();
		expect(lab.simulator.journal.at(-1)).toMatchObject({
			endpoint: 'download',
			status: 200,
			aborted: true,
			carriedOut: true,
		});
		lab.simulator.plan({ on: 'download', fault: { kind: 'status', status: 503 } });
		expect((await call(url)).status).toBe(503);
	});
});

tool('without a spool a stand-in is served', async () => {
	lab.simulator.configure({ spool: false });
	const { urn } = await uploadImage(lab.simulator);
	const answer = await call(await field(urn, 'downloadUrl'));
	expect([answer.status, answer.headers['content-type']]).toEqual([200, 'image/png']);
	const [video = ''] = lab.simulator.addLibraryEntries({ kind: 'video' });
	const bytes = await bytesOf(await field(video, 'downloadUrl'));
	expect(bytes.subarray(4, 8).toString()).toBe('ftyp');
});

tool('any answer may break off', async () => {
	const [urn = ''] = lab.simulator.addLibraryEntries({ kind: 'image' });
	lab.simulator.plan({ on: 'images.get', fault: { kind: 'resetMidAnswer' } });
	await expect(getMedia(lab.simulator, urn)).rejects.toThrow();
});
