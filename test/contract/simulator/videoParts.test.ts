import { createHash } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { markers } from '../../simulator';
import { at, call } from './support/call';
import { assumed, documented, fromPublic, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	finalizeVideo,
	octets,
	putPart,
	putParts,
	startVideo,
	tokenFor,
	type StartedVideo,
} from './support/linkedin';
import { until } from './support/until';

const lab = useSimulator({ settings: { partBytes: 4 } });

const sha256 = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');
const file = Buffer.from('0123456789');

const start = (): Promise<StartedVideo> =>
	startVideo(lab.simulator, { fileSizeBytes: file.length });
const part = (video: StartedVideo, number: number): string =>
	video.parts[number - 1]?.uploadUrl ?? '';
const view = ({ urn }: StartedVideo) => lab.simulator.video(urn);

describe('the PUT of a part', () => {
	documented('answers 200 with an ETag and an empty body', async () => {
		const video = await start();
		const answer = await putPart(part(video, 1), file.subarray(0, 4));
		expect([answer.status, answer.text]).toEqual([200, '']);
		expect(answer.headers.etag).toMatch(/^\/ambry-video\/signedId\/[\w-]+\.bin$/);
	});

	documented('gives a quoted hash in the reading of uploadedPartIds', async () => {
		lab.simulator.configure({ readings: { etag: 'quoted' } });
		const answer = await putPart(part(await start(), 1), file.subarray(0, 4));
		expect(answer.headers.etag).toMatch(/^"[0-9a-f]{32}"$/);
	});

	documented('has to be a PUT', async () => {
		const video = await start();
		const answer = await call(part(video, 1), {
			method: 'POST',
			headers: octets,
			body: file.subarray(0, 4),
		});
		expect(answer.status).toBe(405);
		expect(view(video).parts[0]?.attempts).toBe(0);
	});

	documented('has to be application/octet-stream', async () => {
		const video = await start();
		for (const type of [undefined, 'video/mp4', 'application/x-www-form-urlencoded']) {
			const answer = await putPart(part(video, 1), file.subarray(0, 4), { 'content-type': type });
			expect(answer.status).toBe(415);
		}
	});

	documented('must not carry a token', async () => {
		const video = await start();
		const headers = { authorization: `Bearer ${tokenFor(lab.simulator)}` };
		expect((await putPart(part(video, 1), file.subarray(0, 4), headers)).status).toBe(400);
		lab.simulator.configure({ readings: { tokenOnSignedUrls: 'ignored' } });
		expect((await putPart(part(video, 1), file.subarray(0, 4), headers)).status).toBe(200);
	});

	documented('has exactly the bytes of its part', async () => {
		const video = await start();
		for (const body of [file.subarray(0, 3), file.subarray(0, 5), Buffer.alloc(0)]) {
			expect((await putPart(part(video, 1), body)).status).toBe(400);
		}
		expect((await putPart(part(video, 3), file.subarray(0, 4))).status).toBe(400);
		expect((await putPart(part(video, 3), file.subarray(8))).status).toBe(200);
	});

	documented('is clipped at the end of the file where the plan reaches beyond it', async () => {
		lab.simulator.configure({ readings: { lastByte: 'beyondEnd' } });
		const video = await start();
		expect(video.parts[2]).toMatchObject({ firstByte: 8, lastByte: 11 });
		expect((await putPart(part(video, 3), Buffer.alloc(4))).status).toBe(400);
		expect((await putPart(part(video, 3), file.subarray(8))).status).toBe(200);
	});

	assumed('needs a Content-Length', async () => {
		const video = await start();
		const answer = await call(part(video, 1), {
			method: 'PUT',
			headers: octets,
			body: [file.subarray(0, 4)],
		});
		expect(answer.status).toBe(411);
	});

	assumed('needs the signature of its own address', async () => {
		const video = await start();
		const changed = part(video, 1).replace(markers.uploadSignature, `${markers.uploadSignature}x`);
		expect((await putPart(changed, file.subarray(0, 4))).status).toBe(403);
		const borrowed = part(video, 1).replace('/uploadedVideo/1', '/uploadedVideo/2');
		expect((await putPart(borrowed, file.subarray(0, 4))).status).toBe(403);
		lab.simulator.configure({ readings: { wrongSignature: '401' } });
		expect((await putPart(changed, file.subarray(0, 4))).status).toBe(401);
	});

	documented(
		'is refused once the address has expired, with 401 or 400 EXPIRED_UPLOAD_URL',
		async () => {
			const video = await start();
			lab.simulator.clock.advance(30 * 86_400_000 - 60_000);
			expect((await putPart(part(video, 1), file.subarray(0, 4))).status).toBe(200);
			lab.simulator.clock.advance(60_000);
			const late = await putPart(part(video, 2), file.subarray(4, 8));
			expect([late.status, late.json]).toEqual([401, undefined]);
			lab.simulator.configure({ readings: { expiredUrl: '400' } });
			const coded = await putPart(part(video, 2), file.subarray(4, 8));
			expect([coded.status, at(coded.json, 'code')]).toEqual([400, 'EXPIRED_UPLOAD_URL']);
		},
	);

	assumed('may be repeated, and the last one counts', async () => {
		const video = await start();
		const first = await putPart(part(video, 1), Buffer.from('wrng'));
		const second = await putPart(part(video, 1), file.subarray(0, 4));
		expect(second.headers.etag).not.toBe(first.headers.etag);
		expect(view(video).parts[0]).toMatchObject({
			attempts: 2,
			sha256: sha256(file.subarray(0, 4)),
		});
		const ids = await putParts(video, file);
		expect(
			(await finalizeVideo(lab.simulator, video, [first.headers.etag ?? '', ...ids.slice(1)]))
				.status,
		).toBe(400);
		expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
		expect(view(video).sha256).toBe(sha256(file));
	});

	assumed('leaves the same id when the same bytes come again', async () => {
		const video = await start();
		const first = await putPart(part(video, 1), file.subarray(0, 4));
		expect((await putPart(part(video, 1), file.subarray(0, 4))).headers.etag).toBe(
			first.headers.etag,
		);
	});

	assumed('is refused after finalize', async () => {
		const video = await start();
		await finalizeVideo(lab.simulator, video, await putParts(video, file));
		const answer = await putPart(part(video, 1), file.subarray(0, 4));
		expect(answer.json).toMatchObject({ status: 400, code: 'UPDATING_ASSET_FAILED' });
	});

	fromPublic('is 404 for an upload that is not there', async () => {
		const url = part(await start(), 1).replace('/dms-uploads/', '/dms-uploads/x');
		expect((await putPart(url, file.subarray(0, 4))).status).toBe(404);
	});
});

describe('what is kept', () => {
	tool(
		'the hash of each part, and of the whole file at finalize, in any order of sending',
		async () => {
			const video = await start();
			const order = [3, 1, 2];
			const ids: string[] = [];
			for (const number of order) {
				const bytes = file.subarray((number - 1) * 4, Math.min(number * 4, file.length));
				const answer = await putPart(part(video, number), bytes);
				ids[number - 1] = answer.headers.etag ?? '';
				expect(view(video).parts[number - 1]).toEqual({
					number,
					firstByte: (number - 1) * 4,
					lastByte: Math.min(number * 4, file.length) - 1,
					size: bytes.length,
					attempts: 1,
					sha256: sha256(bytes),
					id: answer.headers.etag,
				});
			}
			expect(view(video).sha256).toBeUndefined();
			expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
			expect(view(video).sha256).toBe(sha256(file));
		},
	);

	tool('parts that come at the same time do not mix', async () => {
		const video = await start();
		const ranges = [file.subarray(0, 4), file.subarray(4, 8), file.subarray(8)];
		const answers = await Promise.all(
			ranges.map((bytes, index) => putPart(part(video, index + 1), bytes)),
		);
		const ids = answers.map(({ headers }) => headers.etag ?? '');
		expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
		expect(view(video).sha256).toBe(sha256(file));
	});

	tool('without the spool only the hashes of the parts', async () => {
		lab.simulator.configure({ spool: false });
		const video = await start();
		expect((await finalizeVideo(lab.simulator, video, await putParts(video, file))).status).toBe(
			200,
		);
		expect(view(video).sha256).toBeUndefined();
		expect(view(video).parts.map((each) => each.sha256)).toEqual([
			sha256(file.subarray(0, 4)),
			sha256(file.subarray(4, 8)),
			sha256(file.subarray(8)),
		]);
		const single = await startVideo(lab.simulator, { fileSizeBytes: 4 });
		await finalizeVideo(lab.simulator, single, await putParts(single, file.subarray(0, 4)));
		expect(view(single).sha256).toBe(sha256(file.subarray(0, 4)));
	});
});

/** The head of a PUT and its first bytes, by hand. */
function beginPart(address: string, size: number, bytes: string): Socket {
	const url = new URL(address);
	const socket = connect(Number(url.port), url.hostname);
	const head = [
		`PUT ${url.pathname}${url.search} HTTP/1.1`,
		'Host: x',
		'Content-Type: application/octet-stream',
		`Content-Length: ${size}`,
	];
	socket.write(`${head.join('\r\n')}\r\n\r\n${bytes}`);
	return socket;
}

const last = () => lab.simulator.journal.at(-1);

describe('a part that comes slowly', () => {
	tool('and whose client goes away leaves nothing, and can be sent again', async () => {
		const video = await start();
		const socket = beginPart(part(video, 1), 4, '01');
		await until(() => last()?.bytesReceived === 2);
		socket.destroy();
		await until(() => last()?.aborted === true);
		expect(last()).toMatchObject({ status: undefined, carriedOut: false });
		expect(view(video).parts[0]).toMatchObject({ attempts: 0, sha256: undefined });
		expect((await putPart(part(video, 1), file.subarray(0, 4))).status).toBe(200);
	});

	assumed('is refused when the upload was finalized meanwhile', async () => {
		const video = await start();
		const ids = await putParts(video, file);
		const slow = lab.simulator.journal.length;
		const socket = beginPart(part(video, 1), 4, 'xx');
		await until(() => lab.simulator.journal[slow]?.bytesReceived === 2);
		expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
		socket.write('xx');
		await until(() => lab.simulator.journal[slow]?.status !== undefined);
		socket.destroy();
		expect(lab.simulator.journal[slow]).toMatchObject({ status: 400, carriedOut: false });
		expect(view(video)).toMatchObject({ sha256: sha256(file), parts: [{ attempts: 1 }, {}, {}] });
	});
});
