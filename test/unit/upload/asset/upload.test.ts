import { LinkedInError } from '../../../../linkedin/api/error';
import type { AssetUploadSession } from '../../../../linkedin/upload/asset/session';
import { sendAsset } from '../../../../linkedin/upload/asset/upload';
import { UploadFailure } from '../../../../linkedin/upload/uploadFailure';
import { sourceOf } from '../../files/support';
import { answer, failureOf, PERSON, type Step } from '../../api/support';
import { partUrl, uploadLab, type UploadLab } from '../support';

const URN = 'urn:li:digitalmediaAsset:C5605AQHAq1EzmbDx4A';
const BYTES = Buffer.from('abcdefghijklmnop');
const RECIPE = 'urn:li:digitalmediaRecipe:feedshare-video';
const COMPLETE = 'https://api.linkedin.com/v2/assets?action=completeMultiPartUpload';

const file = sourceOf(BYTES);

function session(changes: Partial<AssetUploadSession> = {}): AssetUploadSession {
	return {
		urn: URN,
		owner: PERSON,
		fileName: 'talk.mp4',
		fileSizeBytes: BYTES.length,
		mediaType: 'video',
		recipes: [RECIPE],
		apiPath: 'v2',
		mediaArtifact: `urn:li:digitalmediaMediaArtifact:(${URN},urn:li:digitalmediaMediaArtifactClass:uploadedVideo)`,
		metadata: 'meta-1',
		parts: [
			{
				partNumber: 1,
				firstByte: 0,
				lastByte: 9,
				uploadUrl: partUrl(1),
				headers: { 'x-part': '1' },
			},
			{
				partNumber: 2,
				firstByte: 10,
				lastByte: 15,
				uploadUrl: partUrl(2),
				headers: { 'x-part': '2' },
			},
		],
		finalized: false,
		...changes,
	};
}

const etag = (id: string): Step => answer(200, {}, { etag: `"${id}"` });
const state = (status: string): Step =>
	answer(200, {
		id: 'C5605AQHAq1EzmbDx4A',
		recipes: [{ recipe: RECIPE, status }],
		status: 'ALLOWED',
	});

const failing = (lab: UploadLab, given: AssetUploadSession): Promise<UploadFailure> =>
	failureOf(UploadFailure, () => sendAsset(lab.context, given, file, 1));

test('each part goes with the headers of its own entry', async () => {
	const lab = uploadLab({ api: [answer(200)], bytes: [etag('a'), etag('b')] });
	const given = await sendAsset(lab.context, session(), file, 1);
	expect(lab.sent.map(({ headers }) => headers)).toStrictEqual([
		{ 'Content-Type': 'application/octet-stream', 'x-part': '1', 'Content-Length': '10' },
		{ 'Content-Type': 'application/octet-stream', 'x-part': '2', 'Content-Length': '6' },
	]);
	expect(given.finalized).toBe(true);
	expect(lab.requests.map(({ url }) => url)).toStrictEqual([COMPLETE]);
});

test('a session that is done sends nothing', async () => {
	const lab = uploadLab();
	await sendAsset(lab.context, session({ finalized: true }), file, 1);
	expect([...lab.sent, ...lab.requests]).toEqual([]);
});

test('a completion that stays unanswered is told after the second one', async () => {
	const lab = uploadLab({
		api: [answer(503), state('WAITING_UPLOAD'), answer(503), state('WAITING_UPLOAD')],
		bytes: [etag('a'), etag('b')],
	});
	const { reason, session: kept } = await failing(lab, session());
	expect(reason).toBeInstanceOf(LinkedInError);
	expect(reason.description).toContain('still waiting for it after 2 attempts');
	expect(kept).toMatchObject({ finalized: false, finalizeSent: true });
});

test('an earlier run’s completion whose answer was lost is looked for, not sent again', async () => {
	const parts = session().parts.map((part, index) => ({ ...part, etag: `id-${index}` }));
	const lab = uploadLab({ api: [state('PROCESSING')] });
	await sendAsset(lab.context, session({ parts, finalizeSent: true }), file, 1);
	expect(lab.requests.map(({ method }) => method)).toStrictEqual(['GET']);
	expect(lab.warnings).toHaveLength(1);
});

test('an unclear completion whose asset cannot be read either leaves doubt', async () => {
	const lab = uploadLab({
		api: [answer(503), answer(403, { message: 'no' })],
		bytes: [etag('a'), etag('b')],
	});
	const { reason } = await failing(lab, session());
	expect(reason.description).toContain('It’s unclear whether the upload was completed');
});

test('a refusal is certain: another run may send it again', async () => {
	const lab = uploadLab({ api: [answer(400)], bytes: [etag('a'), etag('b')] });
	expect((await failing(lab, session())).session).toMatchObject({ finalizeSent: false });
});
