import { connect, type Socket } from 'node:net';
import { elsewhere, sha256, spoiled } from './support/bytes';
import { call, statusAndCode } from './support/call';
import { assumed, documented, tool } from './support/evidence';
import { useSimulator } from './support/lab';
import { octets, putPart, tokenFor } from './support/linkedin';
import { everyUploadInParts, file, first, second, third, type EtagForm } from './support/parts';
import { until } from './support/until';

const lab = useSimulator({ settings: { partBytes: 4 } });

const etagForms: Readonly<Record<EtagForm, RegExp>> = {
	path: /^\/ambry-video\/signedId\/[\w-]+\.bin$/,
	quoted: /^"[0-9a-f]{32}"$/,
};

describe.each(everyUploadInParts(lab))('the PUT of a part of %s', (_name, kind) => {
	const { begin, borrow, endpoint } = kind;

	documented('answers 200 with an ETag and an empty body', async () => {
		const { url, view } = await begin();
		const answer = await putPart(url(1), first);
		expect([answer.status, answer.text]).toEqual([200, '']);
		expect(answer.headers.etag).toMatch(etagForms[kind.etag]);
		expect(view().parts[0]?.id).toBe(answer.headers.etag?.replaceAll('"', ''));
	});

	documented('gives the ETag of the other page, in the other reading', async () => {
		kind.playEtag(kind.otherEtag);
		const { url, send, end } = await begin();
		expect((await putPart(url(1), first)).headers.etag).toMatch(etagForms[kind.otherEtag]);
		expect((await end(await send())).status).toBe(200);
	});

	documented('has to be a PUT', async () => {
		const { url, view } = await begin();
		const post = { method: 'POST', headers: octets, body: first } as const;
		expect((await call(url(1), post)).status).toBe(405);
		expect(view().parts[0]?.attempts).toBe(0);
	});

	documented('has to be application/octet-stream', async () => {
		const { url } = await begin();
		for (const type of [undefined, 'video/mp4', 'application/x-www-form-urlencoded']) {
			expect((await putPart(url(1), first, { 'content-type': type })).status).toBe(415);
		}
	});

	documented('must not carry a token', async () => {
		const { url, view } = await begin();
		const headers = { authorization: `Bearer ${tokenFor(lab.simulator)}` };
		expect((await putPart(url(1), first, headers)).status).toBe(400);
		expect(view().parts[0]?.attempts).toBe(0);
		lab.simulator.configure({ readings: { tokenOnSignedUrls: 'ignored' } });
		expect((await putPart(url(1), first, headers)).status).toBe(200);
	});

	documented('has exactly the bytes of its part', async () => {
		const { url } = await begin();
		for (const body of [file.subarray(0, 3), file.subarray(0, 5), Buffer.alloc(0)]) {
			expect((await putPart(url(1), body)).status).toBe(400);
		}
		expect((await putPart(url(3), first)).status).toBe(400);
		expect((await putPart(url(3), third)).status).toBe(200);
	});

	documented('is clipped at the end of the file where the plan reaches beyond it', async () => {
		lab.simulator.configure({ readings: { lastByte: 'beyondEnd' } });
		const { url, ranges } = await begin();
		expect(ranges[2]).toMatchObject({ firstByte: 8, lastByte: 11 });
		expect((await putPart(url(3), Buffer.alloc(4))).status).toBe(400);
		expect((await putPart(url(3), third)).status).toBe(200);
	});

	assumed('needs a Content-Length', async () => {
		const { url } = await begin();
		const chunked = { method: 'PUT', headers: octets, body: [first] } as const;
		expect((await call(url(1), chunked)).status).toBe(411);
	});

	assumed('needs the signature of its own address', async () => {
		const { url } = await begin();
		expect((await putPart(spoiled(url(1)), first)).status).toBe(403);
		expect((await putPart(borrow(url(1)), first)).status).toBe(403);
		lab.simulator.configure({ readings: { wrongSignature: '401' } });
		expect((await putPart(spoiled(url(1)), first)).status).toBe(401);
	});

	documented('is refused once its 30 days are over, with 401 or 400', async () => {
		const { url } = await begin();
		lab.simulator.clock.advance(30 * 86_400_000 - 60_000);
		expect((await putPart(url(1), first)).status).toBe(200);
		lab.simulator.clock.advance(60_000);
		const late = await putPart(url(2), second);
		expect([late.status, late.json]).toEqual([401, undefined]);
		lab.simulator.configure({ readings: { expiredUrl: '400' } });
		const coded = await putPart(url(2), second);
		expect(statusAndCode(coded)).toEqual([400, 'EXPIRED_UPLOAD_URL']);
	});

	assumed('may be repeated, and the last one counts', async () => {
		const { url, send, end, view } = await begin();
		const wrong = (await putPart(url(1), Buffer.from('wrng'))).headers.etag ?? '';
		const right = (await putPart(url(1), first)).headers.etag ?? '';
		expect(right).not.toBe(wrong);
		expect(view().parts[0]).toMatchObject({ attempts: 2, sha256: sha256(first) });
		const ids = await send();
		expect(view().parts).toMatchObject([{ attempts: 3 }, { attempts: 1 }, { attempts: 1 }]);
		expect((await end([wrong.replaceAll('"', ''), ...ids.slice(1)])).status).toBe(400);
		expect((await end(ids)).status).toBe(200);
		expect(view().sha256).toBe(sha256(file));
	});

	assumed('leaves the same id when the same bytes come again', async () => {
		const { url, send } = await begin();
		const { etag = '' } = (await putPart(url(1), first)).headers;
		expect((await putPart(url(1), first)).headers.etag).toBe(etag);
		expect((await send())[0]).toBe(etag.replaceAll('"', ''));
	});

	assumed('is refused once the upload has ended', async () => {
		const { url, send, end } = await begin();
		expect((await end(await send())).status).toBe(200);
		const late = await putPart(url(1), first);
		expect(late.json).toMatchObject({ status: 400, code: 'UPDATING_ASSET_FAILED' });
	});

	kind.saysOfMissing('is 404 for an upload that is not there', async () => {
		expect((await putPart(elsewhere((await begin()).url(1)), first)).status).toBe(404);
	});

	tool('meets faults by its number, which the journal has', async () => {
		lab.simulator.plan({ on: endpoint, part: 2, fault: { kind: 'etag', form: 'none' } });
		const { url } = await begin();
		expect((await putPart(url(1), first)).headers.etag).toBeDefined();
		const answer = await putPart(url(2), second);
		expect([answer.status, answer.headers.etag]).toEqual([200, undefined]);
		expect(lab.simulator.journal[2]).toMatchObject({ endpoint, part: 2 });
	});

	tool('leaves its hash, and in the end that of the file, in any order of sending', async () => {
		const { url, end, view } = await begin();
		const ids: string[] = [];
		for (const number of [3, 1, 2]) {
			const bytes = [first, second, third][number - 1] ?? first;
			const id = (await putPart(url(number), bytes)).headers.etag?.replaceAll('"', '') ?? '';
			ids[number - 1] = id;
			expect(view().parts[number - 1]).toEqual({
				number,
				firstByte: (number - 1) * 4,
				lastByte: (number - 1) * 4 + bytes.length - 1,
				size: bytes.length,
				attempts: 1,
				sha256: sha256(bytes),
				id,
			});
		}
		expect(view().sha256).toBeUndefined();
		expect((await end(ids)).status).toBe(200);
		expect(view().sha256).toBe(sha256(file));
	});

	tool('does not mix with others at the same time', async () => {
		const { url, end, view } = await begin();
		const answers = await Promise.all(
			[first, second, third].map((bytes, index) => putPart(url(index + 1), bytes)),
		);
		const ids = answers.map(({ headers }) => headers.etag?.replaceAll('"', '') ?? '');
		expect((await end(ids)).status).toBe(200);
		expect(view().sha256).toBe(sha256(file));
	});

	tool('without the spool leaves its own hash only, unless it is the whole file', async () => {
		lab.simulator.configure({ spool: false });
		const { send, end, view } = await begin();
		expect((await end(await send())).status).toBe(200);
		expect(view().sha256).toBeUndefined();
		expect(view().parts.map((part) => part.sha256)).toEqual([first, second, third].map(sha256));
		const single = await begin(4);
		expect((await single.end(await single.send(first))).status).toBe(200);
		expect(single.view().sha256).toBe(sha256(first));
	});

	const last = () => lab.simulator.journal.at(-1);

	tool('whose client goes away leaves nothing, and can be sent again', async () => {
		const { url, view } = await begin();
		const socket = beginPart(url(1), 4, '01');
		await until(() => last()?.bytesReceived === 2);
		socket.destroy();
		await until(() => last()?.aborted === true);
		expect(last()).toMatchObject({ status: undefined, carriedOut: false });
		expect(view().parts[0]).toMatchObject({ attempts: 0, sha256: undefined });
		expect((await putPart(url(1), first)).status).toBe(200);
	});

	assumed('that comes slowly is refused when the upload has ended meanwhile', async () => {
		const { url, send, end, view } = await begin();
		const ids = await send();
		const slow = lab.simulator.journal.length;
		const socket = beginPart(url(1), 4, 'xx');
		await until(() => lab.simulator.journal[slow]?.bytesReceived === 2);
		expect((await end(ids)).status).toBe(200);
		socket.write('xx');
		await until(() => lab.simulator.journal[slow]?.status !== undefined);
		socket.destroy();
		expect(lab.simulator.journal[slow]).toMatchObject({ status: 400, carriedOut: false });
		expect(view()).toMatchObject({ sha256: sha256(file), parts: [{ attempts: 1 }, {}, {}] });
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
