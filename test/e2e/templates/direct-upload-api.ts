import assert from 'node:assert/strict';

import { largeVideo, sha256Of } from '../harness/endlessVideo';
import { fixture, sha256 } from '../harness/files';
import type { Json } from '../harness/json';
import { PAGE } from '../harness/lab';
import type { TemplateCheck } from './check';
import { call, KEY, openApi } from './httpApi';

/** Another program's calls, as the document shows them: init, PUT to LinkedIn, complete. */
export const check: TemplateCheck = async ({ lab, workflow, video }) => {
	const { session, simulator, n8n } = lab;
	await openApi(session, workflow);
	const base = `${n8n.url}/webhook/linkedin/posts/upload`;

	const init = (size: number, filename: string): Promise<Json> =>
		call(`${base}/init`, { accountId: PAGE, mediaType: 'default', fileSize: size, filename });

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
	await call(`${base}/complete`, {
		mediaArtifactUrn: opened.at('mediaArtifactUrn').text(),
		multipartMetadata: opened.at('multipartMetadata').text(),
		partUploadResponses: responses,
	});
	assert.ok((await simulator.arrived()).includes(sha256Of(large)), 'the parts as they were sent');

	// An image: its address is the workflow's own, which adds LinkedIn's token.
	const picture = fixture('picture.png');
	const image = await init(picture.length, 'picture.png');
	assert.equal(image.at('uploadType').text(), 'SINGLE');
	const sent = await put(image.at('uploadUrl').text(), picture, image.at('uploadHeaders'));
	assert.equal(sent.status, 201, await sent.text());
	assert.ok((await simulator.arrived()).includes(sha256(picture)), 'the image arrived');

	const refused = await fetch(`${base}/init`, { method: 'POST' });
	assert.equal(refused.status, 403, 'a call without the key');
};

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
