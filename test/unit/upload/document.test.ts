import { DOCUMENTS } from '../../../linkedin/media/collections';
import { initializeSingle, sendSingle } from '../../../linkedin/upload/single';
import { LinkedInError } from '../../../linkedin/api/error';
import { answer, failureOf, NOW, PERSON } from '../api/support';
import { HOUR, UPLOADS, uploadLab } from './support';

const DOCUMENT = 'urn:li:document:D5510AQE_x1';
const uploadUrl = `${UPLOADS}/document/1?ut=s`;
const STARTED = answer(200, {
	value: { document: DOCUMENT, uploadUrl, uploadUrlExpiresAt: NOW + HOUR },
});
const request = { owner: PERSON, fileName: 'report.pdf', fileSizeBytes: 3 };

test('goes up like an image, by its own collection', async () => {
	const bytes = Buffer.from('pdf');
	const { context, requests } = uploadLab({ api: [STARTED, answer(201)] });
	const session = await initializeSingle(context, DOCUMENTS, request);
	await sendSingle(context, DOCUMENTS, session, bytes);
	expect(session).toMatchObject({ urn: DOCUMENT, uploaded: true });
	expect(requests[0]).toMatchObject({
		method: 'POST',
		url: 'https://api.linkedin.com/rest/documents?action=initializeUpload',
		body: JSON.stringify({ initializeUploadRequest: { owner: PERSON } }),
	});
	expect(requests[1]).toMatchObject({ method: 'PUT', url: uploadUrl, body: bytes });
});

test('a large one has the time that a slow connection needs', async () => {
	for (const [size, timeoutMs] of [
		[4_800_000, 600_000],
		[9_600_000, 900_000],
	] as const) {
		const { context, requests } = uploadLab({ api: [STARTED, answer(201)] });
		const session = await initializeSingle(context, DOCUMENTS, request);
		await sendSingle(context, DOCUMENTS, session, Buffer.alloc(size));
		expect(requests[1]?.timeoutMs).toBe(timeoutMs);
	}
});

test('an answer with another kind of URN cannot be used', async () => {
	const { context } = uploadLab({
		api: [answer(200, { value: { document: 'urn:li:image:a', uploadUrl } })],
	});
	const error = await failureOf(LinkedInError, () => initializeSingle(context, DOCUMENTS, request));
	expect(error.description).toContain('value.document is not the URN of the document');
});

test.each([
	[PERSON, 'w_member_social'],
	['urn:li:organization:2414183', 'w_organization_social'],
	['urn:li:sponsoredAccount:1', 'rw_ads'],
])('403 for %s names the scope %s', async (owner, scope) => {
	const { context } = uploadLab({ api: [answer(403)] });
	const error = await failureOf(LinkedInError, () =>
		initializeSingle(context, DOCUMENTS, { ...request, owner }),
	);
	expect(error.description).toContain(`"${scope}"`);
});
