import assert from 'node:assert/strict';

import { largeVideo, sha256Of } from '../harness/endlessVideo';
import { fixture, sha256 } from '../harness/files';
import type { Json } from '../harness/json';
import type { TemplateCheck } from './check';
import { call, expectRefused, KEY, MALFORMED, openApi, refused } from './httpApi';

/** Another program's calls, as the document shows them: init, PUT to LinkedIn, complete. */
export const check: TemplateCheck = async ({ lab, workflow, video }) => {
	const { session, simulator, n8n } = lab;
	await openApi(session, workflow);
	const base = `${n8n.url}/webhook/linkedin/posts/upload`;

	const init = (size: number, filename: string): Promise<Json> =>
		call(`${base}/init`, { mediaType: 'default', fileSize: size, filename });

	// A small video goes to LinkedIn in one request; its bytes never pass through n8n.
	const small = await init(video.length, 'talk.mp4');
	assert.equal(small.at('uploadType').text(), 'SINGLE');
	const first = await put(small.at('uploadUrl').text(), video, small.at('uploadHeaders'));
	assert.ok(first.ok, await first.text());
	assert.ok((await simulator.arrived()).includes(sha256(video)), 'the video as it was sent');

	// LinkedIn wants one above 200 MB in parts, which are completed afterwards.
	const large = largeVideo(200_000_001);
	const opened = await init(large.size, 'talk.mp4');
	assert.equal(opened.at('uploadType').text(), 'MULTIPART');
	const responses = [];
	for (const part of opened.at('partUploadRequests').list()) {
		const range = part.at('byteRange');
		const bytes = large.read(range.at('firstByte').number(), range.at('lastByte').number() + 1);
		const body = Buffer.concat([...bytes]);
		const answer = await put(part.at('url').text(), body, part.at('headers'));
		responses.push({
			partNumber: part.at('partNumber').number(),
			httpStatusCode: answer.status,
			headers: { ETag: answer.headers.get('etag') ?? '' },
		});
	}
	const completion = {
		uploadId: opened.at('uploadId').text(),
		partUploadResponses: responses,
	};
	await expectRefused(`${base}/complete`, [
		[404, { body: JSON.stringify({ ...completion, uploadId: '0'.repeat(48) }) }],
		[400, { body: JSON.stringify({ ...completion, partUploadResponses: [{}] }) }],
	]);
	// n8n's database lets one of two calls have it.
	const twice = [1, 2].map(() => refused(`${base}/complete`, { body: JSON.stringify(completion) }));
	const [one, other] = (await Promise.all(twice)).map(([status]) => status).sort();
	assert.equal(one, 200);
	assert.ok(other === 404 || other === 409, `the other call is answered with ${String(other)}`);
	await expectRefused(`${base}/complete`, [[404, { body: JSON.stringify(completion) }]]);
	assert.ok((await simulator.arrived()).includes(sha256Of(large)), 'the parts as they were sent');

	// An image: its address is the workflow's own, which adds LinkedIn's token.
	const picture = fixture('picture.png');
	const image = await init(picture.length, 'picture.png');
	assert.equal(image.at('uploadType').text(), 'SINGLE');
	const { search } = new URL(image.at('uploadUrl').text());
	assert.equal(search, '', 'nothing of an upload is in an address');
	const wrong = await put(
		image.at('uploadUrl').text(),
		picture.subarray(1),
		image.at('uploadHeaders'),
	);
	assert.equal(wrong.status, 400, await wrong.text());
	const sent = await put(image.at('uploadUrl').text(), picture, image.at('uploadHeaders'));
	assert.equal(sent.status, 201, await sent.text());
	const again = await put(image.at('uploadUrl').text(), picture, image.at('uploadHeaders'));
	assert.equal(again.status, 404, await again.text());
	assert.ok((await simulator.arrived()).includes(sha256(picture)), 'the image arrived');

	const withoutKey = await fetch(`${base}/init`, { method: 'POST' });
	assert.equal(withoutKey.status, 403, 'a call without the key');
	await expectAllRefused(base);
};

/** Malformed and large bodies, at each of the three webhooks. */
async function expectAllRefused(base: string): Promise<void> {
	const large = (size: number) => ({ body: JSON.stringify({ filename: 'a'.repeat(size) }) });
	const small = { mediaType: 'video', fileSize: 100_000, filename: 'talk.mp4' };
	const another = { ...small, accountId: 'urn:li:person:m3mbEr_1' };
	await expectRefused(`${base}/init`, [
		...MALFORMED,
		[400, { body: JSON.stringify(another) }],
		[413, large(70_000)],
		[413, large(3_000_000)],
	]);
	await expectRefused(`${base}/complete`, [...MALFORMED, [413, large(3_000_000)]]);
	const body = new Uint8Array(1000);
	const contentType = 'application/octet-stream';
	const id = (value: string) => ({ 'x-upload-id': value });
	await expectRefused(`${base}/image`, [
		[400, { method: 'PUT', contentType, body }],
		[400, { method: 'PUT', body: '{"a": 1}', headers: id('x') }],
		[404, { method: 'PUT', contentType, body, headers: id('0'.repeat(48)) }],
	]);
}

function put(url: string, bytes: Buffer, headers: Json): Promise<Response> {
	const own = new URL(url).pathname.startsWith('/webhook/');
	return fetch(url, {
		method: 'PUT',
		headers: {
			...Object.fromEntries(headers.entries().map(([name, value]) => [name, value.text()])),
			...(own ? { authorization: KEY } : {}),
		},
		body: new Uint8Array(bytes),
	});
}
