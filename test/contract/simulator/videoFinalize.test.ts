import { at, statusAndCode } from './support/call';
import { documented, fromPublic } from './support/evidence';
import { useSimulator } from './support/lab';
import { action, finalizeVideo, putParts, startVideo, type StartedVideo } from './support/linkedin';
import { file } from './support/parts';

const lab = useSimulator({ settings: { partBytes: 4 } });

interface Sent {
	readonly video: StartedVideo;
	readonly ids: string[];
}

async function sent(): Promise<Sent> {
	const video = await startVideo(lab.simulator, { fileSizeBytes: file.length });
	return { video, ids: await putParts(video, file) };
}

const view = ({ urn }: StartedVideo) => lab.simulator.video(urn);

documented('200 for every id in the order of the instructions', async () => {
	const { video, ids } = await sent();
	const answer = await finalizeVideo(lab.simulator, video, ids);
	expect([answer.status, answer.text]).toEqual([200, '']);
	expect(view(video)).toMatchObject({ status: 'AVAILABLE', partIds: ids, finalizeCalls: 1 });
});

documented('refused without the upload token as it was given', async () => {
	const status = async ({ video, ids }: Sent, fields: object) =>
		(await finalizeVideo(lab.simulator, video, ids, fields)).status;
	const usual = await sent();
	expect(await status(usual, { uploadToken: 'x' })).toBe(400);
	expect(await status(usual, { uploadToken: undefined })).toBe(400);
	lab.simulator.configure({ readings: { uploadToken: 'opaque' } });
	const opaque = await sent();
	expect(await status(opaque, { uploadToken: '' })).toBe(400);
	expect(await status(opaque, {})).toBe(200);
});

documented('refused for another kind of URN and for a video that is not there', async () => {
	const { video, ids } = await sent();
	const image = await finalizeVideo(lab.simulator, video, ids, { video: 'urn:li:image:C4E10AQ' });
	expect(at(image.json, 'code')).toBe('INVALID_URN_TYPE');
	const unknown = await finalizeVideo(lab.simulator, video, ids, { video: 'urn:li:video:C4E10AQ' });
	expect(statusAndCode(unknown)).toEqual([404, 'NOT_FOUND']);
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
