import { once } from 'node:events';
import { connect } from 'node:net';
import type { Fault, JournalEntry } from '../../simulator';
import { at, call } from './support/call';
import { tool } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	finalizeVideo,
	getMedia,
	initializeVideo,
	octets,
	putPart,
	putParts,
	startVideo,
	tokenFor,
	uploadVideo,
} from './support/linkedin';
import { containing } from './support/match';
import { until } from './support/until';

const lab = useSimulator();
const file = Buffer.from('0123456789');

const last = (): JournalEntry | undefined => lab.simulator.journal.at(-1);
const first = (video: { readonly parts: readonly { readonly uploadUrl: string }[] }) =>
	video.parts[0]?.uploadUrl ?? '';
const onInitialize = (fault: Fault) => lab.simulator.plan({ on: 'videos.initializeUpload', fault });

describe('a planned fault', () => {
	tool('of kind status answers so, and nothing is carried out', async () => {
		onInitialize({ kind: 'status', status: 429, retryAfter: 7 });
		const limited = await initializeVideo(lab.simulator);
		expect([limited.status, limited.headers['retry-after'], at(limited.json, 'code')]).toEqual([
			429,
			'7',
			'TOO_MANY_REQUESTS',
		]);
		expect(last()).toMatchObject({
			status: 429,
			fault: 'status',
			carriedOut: false,
			aborted: false,
		});
		expect(lab.simulator.videos()).toEqual([]);
		expect((await initializeVideo(lab.simulator)).status).toBe(200);
	});

	tool('of kind status takes a body, text or JSON, and headers', async () => {
		onInitialize({ kind: 'status', status: 503, body: 'later', headers: { 'x-more': '1' } });
		const text = await initializeVideo(lab.simulator);
		expect([text.status, text.text, text.headers['x-more']]).toEqual([503, 'later', '1']);
		onInitialize({ kind: 'status', status: 500, body: { a: 1 } });
		expect((await initializeVideo(lab.simulator)).json).toEqual({ a: 1 });
		onInitialize({ kind: 'status', status: 500 });
		expect((await initializeVideo(lab.simulator)).json).toMatchObject({
			status: 500,
			code: 'INTERNAL_SERVER_ERROR',
		});
	});

	tool('of kind status, early, answers on the headers and reads the body after it', async () => {
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		lab.simulator.plan({
			on: 'videos.part',
			fault: { kind: 'status', status: 200, early: true, headers: { etag: '"early"' } },
		});
		const { host, hostname, port, pathname, search } = new URL(first(video));
		const socket = connect(Number(port), hostname);
		socket.write(
			`PUT ${pathname}${search} HTTP/1.1\r\nHost: ${host}\r\nContent-Length: ${file.length}\r\n\r\n`,
		);
		const [answer] = (await once(socket, 'data')) as [Buffer];
		expect(answer.toString()).toMatch(/^HTTP\/1\.1 200 [^]*etag: "early"/i);
		expect(last()).toMatchObject({ status: 200, bytesReceived: 0, carriedOut: false });
		socket.end(file);
		await until(() => last()?.sha256 !== undefined);
		expect(last()).toMatchObject({ bytesReceived: file.length, aborted: false });
		expect(lab.simulator.video(video.urn).parts[0]?.attempts).toBe(0);
	});

	tool('of kind resetBeforeBody cuts before a byte of the body is read', async () => {
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		lab.simulator.plan({ on: 'videos.part', fault: { kind: 'resetBeforeBody' } });
		await expect(putPart(first(video), file)).rejects.toThrow();
		expect(last()).toMatchObject({
			status: undefined,
			bytesReceived: 0,
			carriedOut: false,
			aborted: true,
		});
		expect((await putPart(first(video), file)).status).toBe(200);
	});

	tool('of kind resetMidBody cuts within the body', async () => {
		const big = Buffer.alloc(4_194_304, 1);
		const video = await startVideo(lab.simulator, { fileSizeBytes: big.length });
		lab.simulator.plan({ on: 'videos.part', call: [1, 2], fault: { kind: 'resetMidBody' } });
		await expect(putPart(first(video), big)).rejects.toThrow();
		expect(last()?.bytesReceived).toBeGreaterThanOrEqual(big.length / 2);
		expect(last()?.bytesReceived).toBeLessThan(big.length);
		expect(last()).toMatchObject({
			status: undefined,
			carriedOut: false,
			aborted: true,
			sha256: undefined,
		});
		await expect(putPart(first(video), big)).rejects.toThrow();
		expect(lab.simulator.video(video.urn).parts[0]).toMatchObject({
			attempts: 0,
			sha256: undefined,
		});
		expect((await putPart(first(video), big)).status).toBe(200);
	});

	tool('of kind resetMidBody cuts where told, at the last byte at the latest', async () => {
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		lab.simulator.plan({
			on: 'videos.part',
			fault: { kind: 'resetMidBody', afterBytes: 1_000_000 },
		});
		await expect(putPart(first(video), file)).rejects.toThrow();
		expect(last()).toMatchObject({ bytesReceived: file.length, carriedOut: false });
		expect(lab.simulator.video(video.urn).parts[0]?.attempts).toBe(0);
	});

	tool('of kind resetAfterCarriedOut loses the answer to what was done', async () => {
		onInitialize({ kind: 'resetAfterCarriedOut' });
		await expect(initializeVideo(lab.simulator)).rejects.toThrow();
		expect(last()).toMatchObject({ status: undefined, carriedOut: true, aborted: true });
		expect(lab.simulator.videos()).toHaveLength(1);
	});

	tool('of kind stall never answers, and does what was asked only if told', async () => {
		for (const carriedOut of [false, true]) {
			onInitialize({ kind: 'stall', carriedOut });
			const giveUp = new AbortController();
			const { length } = lab.simulator.journal;
			const waiting = initializeVideo(lab.simulator, {}, { signal: giveUp.signal });
			await until(() => lab.simulator.journal.length > length && last()?.sha256 !== undefined);
			expect(last()).toMatchObject({ status: undefined, carriedOut });
			giveUp.abort();
			await expect(waiting).rejects.toThrow();
			await until(() => last()?.aborted === true);
			expect(last()?.status).toBeUndefined();
			expect(lab.simulator.videos()).toHaveLength(carriedOut ? 1 : 0);
		}
	});

	tool('of kind etag sends it in another form, and the bare id finalizes', async () => {
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		const etag = async (form: 'none' | 'empty' | 'bare' | 'quoted' | 'weak') => {
			lab.simulator.plan({ on: 'videos.part', fault: { kind: 'etag', form } });
			return (await putPart(first(video), file)).headers.etag;
		};
		const id = await etag('bare');
		expect(await etag('none')).toBeUndefined();
		expect(await etag('empty')).toBe('');
		expect(await etag('quoted')).toBe(`"${id ?? ''}"`);
		expect(await etag('weak')).toBe(`W/"${id ?? ''}"`);
		expect((await finalizeVideo(lab.simulator, video, [id ?? ''])).status).toBe(200);
	});

	tool(
		'of the kinds malformedJson, emptyBody and html spoils the answer to what was done',
		async () => {
			onInitialize({ kind: 'malformedJson' });
			const malformed = await initializeVideo(lab.simulator);
			expect([malformed.status, malformed.json, malformed.text]).toEqual([
				200,
				undefined,
				containing('uploadInstructions'),
			]);
			onInitialize({ kind: 'emptyBody' });
			const empty = await initializeVideo(lab.simulator);
			expect([empty.status, empty.text]).toEqual([200, '']);
			onInitialize({ kind: 'html', status: 502 });
			const html = await initializeVideo(lab.simulator);
			expect([html.status, html.headers['content-type']]).toEqual([502, containing('text/html')]);
			expect(lab.simulator.videos()).toHaveLength(3);
		},
	);

	tool('of kind missingFields leaves fields out, within lists too', async () => {
		onInitialize({
			kind: 'missingFields',
			fields: ['value.uploadToken', 'value.uploadInstructions.0.uploadUrl'],
		});
		const { json } = await initializeVideo(lab.simulator);
		expect(at(json, 'value.uploadToken')).toBeUndefined();
		expect(at(json, 'value.uploadInstructions')).toEqual([{ firstByte: 0, lastByte: 1055735 }]);
		expect(at(json, 'value.video')).toBeTruthy();
	});

	tool('of kind replaceFields puts others in', async () => {
		onInitialize({
			kind: 'replaceFields',
			fields: { 'value.uploadInstructions.0.uploadUrl': 'http://evil.example/', 'value.more': 1 },
		});
		const { json } = await initializeVideo(lab.simulator);
		expect(at(json, 'value.uploadInstructions.0.uploadUrl')).toBe('http://evil.example/');
		expect(at(json, 'value.uploadInstructions.0.firstByte')).toBe(0);
		expect(at(json, 'value.more')).toBe(1);
	});

	tool('of kind redirect points elsewhere, and nothing is carried out', async () => {
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		lab.simulator.plan({
			on: 'videos.part',
			fault: { kind: 'redirect', location: 'https://evil.example/' },
		});
		const answer = await putPart(first(video), file);
		expect([answer.status, answer.headers.location]).toEqual([302, 'https://evil.example/']);
		lab.simulator.plan({
			on: 'videos.part',
			fault: { kind: 'redirect', location: '/', status: 307 },
		});
		expect((await putPart(first(video), file)).status).toBe(307);
		expect(lab.simulator.video(video.urn).parts[0]?.attempts).toBe(0);
	});

	tool('of kind delay waits and then does as asked', async () => {
		onInitialize({ kind: 'delay', ms: 1 });
		expect((await initializeVideo(lab.simulator)).status).toBe(200);
		expect(last()).toMatchObject({ fault: 'delay', carriedOut: true });
	});
});

describe('planning', () => {
	const status = (code: number): Fault => ({ kind: 'status', status: code });
	const statuses = async (calls: number): Promise<number[]> => {
		const found: number[] = [];
		for (let index = 0; index < calls; index += 1)
			found.push((await initializeVideo(lab.simulator)).status);
		return found;
	};

	tool('counts the calls of its endpoint from the moment of the plan', async () => {
		await initializeVideo(lab.simulator);
		lab.simulator.plan({ on: 'videos.initializeUpload', call: 2, fault: status(500) });
		const video = await uploadVideo(lab.simulator);
		await getMedia(lab.simulator, video.urn);
		expect(await statuses(2)).toEqual([500, 200]);
	});

	tool('takes a list of calls, or every call', async () => {
		lab.simulator.plan({ on: 'videos.initializeUpload', call: [1, 3], fault: status(500) });
		expect(await statuses(4)).toEqual([500, 200, 500, 200]);
		const id = lab.simulator.plan({
			on: 'videos.initializeUpload',
			call: 'every',
			fault: status(503),
		});
		expect(await statuses(2)).toEqual([503, 503]);
		expect(lab.simulator.cancelPlan(id)).toBe(true);
		expect(await statuses(1)).toEqual([200]);
		expect(lab.simulator.cancelPlan(id)).toBe(false);
	});

	tool('can name one part, and the other parts do not count', async () => {
		lab.simulator.configure({ partBytes: 4 });
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		lab.simulator.plan({ on: 'videos.part', part: 2, call: [1, 2], fault: status(500) });
		const put = (index: number) =>
			putPart(video.parts[index]?.uploadUrl ?? '', file.subarray(index * 4, index * 4 + 4));
		const found = [];
		for (const index of [0, 1, 2, 1, 1]) found.push((await put(index)).status);
		expect(found).toEqual([200, 500, 200, 500, 200]);
		expect(lab.simulator.journal.filter(({ part }) => part === 2)).toHaveLength(3);
	});

	tool('the older of two plans for the same call wins', async () => {
		lab.simulator.plan({ on: 'videos.initializeUpload', call: 'every', fault: status(500) });
		const id = lab.simulator.plan({ on: 'videos.initializeUpload', fault: status(503) });
		expect(await statuses(1)).toEqual([500]);
		expect(lab.simulator.unmetFaults()).toMatchObject([{ id, met: 0 }]);
		lab.simulator.cancelPlan(id);
	});

	tool('knows which plans were not met, or not wholly', async () => {
		const never = lab.simulator.plan({ on: 'images.get', fault: status(500) });
		const every = lab.simulator.plan({ on: 'userinfo', call: 'every', fault: status(500) });
		const half = lab.simulator.plan({
			on: 'videos.initializeUpload',
			call: [1, 9],
			fault: status(500),
		});
		await initializeVideo(lab.simulator);
		expect(lab.simulator.unmetFaults()).toEqual([
			{ id: never, on: 'images.get', fault: status(500), met: 0 },
			{ id: every, on: 'userinfo', call: 'every', fault: status(500), met: 0 },
			{ id: half, on: 'videos.initializeUpload', call: [1, 9], fault: status(500), met: 1 },
		]);
		expect(lab.simulator.plannedFaults()).toHaveLength(3);
		for (const id of [never, every, half]) lab.simulator.cancelPlan(id);
		expect(lab.simulator.unmetFaults()).toEqual([]);
	});

	tool('reaches every endpoint', async () => {
		const { url } = lab.simulator;
		const video = await startVideo(lab.simulator, {
			fileSizeBytes: file.length,
			uploadCaptions: true,
			uploadThumbnail: true,
		});
		const targets = {
			'oauth.authorization': ['GET', `${url}/oauth/v2/authorization`],
			'oauth.accessToken': ['POST', `${url}/oauth/v2/accessToken`],
			userinfo: ['GET', `${url}/v2/userinfo`],
			'videos.part': ['PUT', first(video)],
			'videos.captions': ['POST', String(at(video.answer, 'value.captionsUploadUrl'))],
			'videos.thumbnail': ['PUT', String(at(video.answer, 'value.thumbnailUploadUrl'))],
			'videos.initializeUpload': ['POST', `${url}/rest/videos?action=initializeUpload`],
			'videos.finalizeUpload': ['POST', `${url}/rest/videos?action=finalizeUpload`],
			'videos.get': ['GET', `${url}/rest/videos/x`],
			'images.initializeUpload': ['POST', `${url}/rest/images?action=initializeUpload`],
			'images.upload': ['PUT', `${url}/dms-uploads/x/uploaded-image/0`],
			'images.get': ['GET', `${url}/rest/images/x`],
		} as const;
		for (const [on, [method, target]] of entriesOf(targets)) {
			lab.simulator.plan({ on, fault: status(418) });
			expect([on, (await call(target, { method, headers: octets })).status]).toEqual([on, 418]);
		}
	});
});

describe('delays', () => {
	tool('by connection and by request are settings', async () => {
		lab.simulator.configure({ delays: { perConnectionMs: 1, perRequestMs: 1 } });
		const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
		expect(await putParts(video, file)).toHaveLength(1);
		expect(lab.simulator.settings.delays).toEqual({ perConnectionMs: 1, perRequestMs: 1 });
	});

	tool('end with the simulator', async () => {
		const { startSimulator } = await import('../../simulator');
		const other = await startSimulator({ settings: { delays: { perRequestMs: 3_600_000 } } });
		const waiting = call(`${other.url}/v2/userinfo`, {
			headers: { authorization: `Bearer ${tokenFor(other)}` },
		});
		const ended = expect(waiting).rejects.toThrow();
		await until(() => other.journal.length === 1);
		await other.close();
		await ended;
	});
});

function entriesOf<Key extends string, Value>(
	record: Readonly<Record<Key, Value>>,
): [Key, Value][] {
	const keys: string[] = Object.keys(record);
	const isKey = (key: string): key is Key => Object.hasOwn(record, key);
	return keys.filter(isKey).map((key) => [key, record[key]]);
}
