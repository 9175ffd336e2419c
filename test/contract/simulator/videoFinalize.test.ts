import { at } from './support/call';
import { assumed, documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	action,
	asStranger,
	finalizeVideo,
	putPart,
	putParts,
	startVideo,
	withScopes,
	type StartedVideo,
} from './support/linkedin';

const lab = useSimulator({ settings: { partBytes: 4 } });
const file = Buffer.from('0123456789');

async function sent(): Promise<{ video: StartedVideo; ids: string[] }> {
	const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
	return { video, ids: await putParts(video, file) };
}

const view = ({ urn }: StartedVideo) => lab.simulator.video(urn);

/** Refused, and the upload is as open as before. */
async function refused(
	video: StartedVideo,
	ids: readonly string[],
	message: RegExp,
): Promise<void> {
	const answer = await finalizeVideo(lab.simulator, video, ids);
	expect(answer.status).toBe(400);
	expect(at(answer.json, 'message')).toMatch(message);
	expect(view(video).status).toBe('WAITING_UPLOAD');
}

documented('200 for every id in the order of the instructions', async () => {
	const { video, ids } = await sent();
	const answer = await finalizeVideo(lab.simulator, video, ids);
	expect([answer.status, answer.text]).toEqual([200, '']);
	expect(view(video)).toMatchObject({ status: 'AVAILABLE', partIds: ids, finalizeCalls: 1 });
});

documented(
	'ids of quoted ETags are taken without their quotes, and refused with them',
	async () => {
		lab.simulator.configure({ readings: { etag: 'quoted' } });
		const { video, ids } = await sent();
		await refused(
			video,
			ids.map((id) => `"${id}"`),
			/quoted ETag/,
		);
		await refused(
			video,
			ids.map((id) => `W/"${id}"`),
			/quoted ETag/,
		);
		expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
	},
);

documented('refused in another order', async () => {
	const { video, ids } = await sent();
	await refused(video, [...ids].reverse(), /uploadedPartIds\[0\] is the id of part 3/);
});

documented('refused with an id too few, too many, or of nowhere', async () => {
	const { video, ids } = await sent();
	await refused(video, ids.slice(0, 2), /2 entries for 3 parts/);
	await refused(video, [...ids, ids[0] ?? ''], /4 entries for 3 parts/);
	await refused(video, [], /0 entries for 3 parts/);
	await refused(
		video,
		[...ids.slice(0, 2), 'elsewhere'],
		/uploadedPartIds\[2\] is no id of this upload/,
	);
});

documented('refused while a part is missing', async () => {
	const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
	const first = await putPart(video.parts[0]?.uploadUrl ?? '', file.subarray(0, 4));
	await refused(video, [first.headers.etag ?? ''], /Part\(s\) 2, 3 of 3 were not uploaded/);
});

documented('refused without the upload token as it was given', async () => {
	const { video, ids } = await sent();
	expect((await finalizeVideo(lab.simulator, video, ids, { uploadToken: 'x' })).status).toBe(400);
	expect((await finalizeVideo(lab.simulator, video, ids, { uploadToken: undefined })).status).toBe(
		400,
	);
	lab.simulator.configure({ readings: { uploadToken: 'opaque' } });
	const opaque = await sent();
	expect(
		(await finalizeVideo(lab.simulator, opaque.video, opaque.ids, { uploadToken: '' })).status,
	).toBe(400);
	expect((await finalizeVideo(lab.simulator, opaque.video, opaque.ids)).status).toBe(200);
});

assumed('refused a second time', async () => {
	const { video, ids } = await sent();
	expect((await finalizeVideo(lab.simulator, video, ids)).status).toBe(200);
	const again = await finalizeVideo(lab.simulator, video, ids);
	expect(again.json).toMatchObject({
		status: 400,
		code: 'UPDATING_ASSET_FAILED',
		message: `Failed to update asset ${video.urn} for the intended usecase. Please recreate the asset and try again.`,
	});
	expect(view(video).finalizeCalls).toBe(2);
});

assumed('of two at the same time one is carried out', async () => {
	const { video, ids } = await sent();
	const answers = await Promise.all([
		finalizeVideo(lab.simulator, video, ids),
		finalizeVideo(lab.simulator, video, ids),
	]);
	expect(answers.map(({ status }) => status).sort()).toEqual([200, 400]);
});

documented('refused for somebody without a role', async () => {
	const { video, ids } = await sent();
	for (const who of [
		asStranger(lab.simulator, 'w_organization_social'),
		withScopes(lab.simulator, 'r_ads'),
	]) {
		expect((await finalizeVideo(lab.simulator, video, ids, {}, who)).status).toBe(403);
	}
});

documented('refused for another kind of URN and for a video that is not there', async () => {
	const { video, ids } = await sent();
	const image = await finalizeVideo(lab.simulator, video, ids, { video: 'urn:li:image:C4E10AQ' });
	expect(at(image.json, 'code')).toBe('INVALID_URN_TYPE');
	const unknown = await finalizeVideo(lab.simulator, video, ids, { video: 'urn:li:video:C4E10AQ' });
	expect([unknown.status, at(unknown.json, 'code')]).toEqual([404, 'NOT_FOUND']);
});

fromPublic('refused for fields that are missing, unknown or of another type', async () => {
	const { video, ids } = await sent();
	for (const fields of [
		{ video: undefined },
		{ uploadedPartIds: ids.join() },
		{ uploadedPartIds: [1, 2, 3] },
		{ uploadedPartIds: undefined },
		{ more: 1 },
	]) {
		expect((await finalizeVideo(lab.simulator, video, ids, fields)).status).toBe(400);
	}
	expect((await action(lab.simulator, 'videos?action=finalizeUpload', {})).status).toBe(400);
	expect(view(video).status).toBe('WAITING_UPLOAD');
});
