import { at, textAt } from './support/call';
import { postCaptions } from './support/captions';
import { documented } from './support/evidence';
import { useSimulator } from './support/lab';
import {
	finalizeVideo,
	getMedia,
	putParts,
	startVideo,
	uploadVideo,
	type StartedVideo,
} from './support/linkedin';
import { file } from './support/parts';

const lab = useSimulator();

documented('an available video has duration, both ratios and a thumbnail', async () => {
	const { urn } = await uploadVideo(lab.simulator);
	const { json } = await getMedia(lab.simulator, urn);
	for (const field of ['duration', 'aspectRatioWidth', 'aspectRatioHeight'])
		expect(typeof at(json, field)).toBe('number');
	expect(textAt(json, 'thumbnail')).toContain('/dms/image/');
});

documented('captions stand in it only where they were uploaded', async () => {
	const captionsOf = async ({ urn }: StartedVideo) =>
		at((await getMedia(lab.simulator, urn)).json, 'captions');
	const bare = await uploadVideo(lab.simulator, { uploadCaptions: true });
	expect(await captionsOf(bare)).toBeUndefined();
	const video = await startVideo(lab.simulator, {
		fileSizeBytes: file.length,
		uploadCaptions: true,
	});
	const url = textAt(video.answer, 'value.captionsUploadUrl');
	expect((await postCaptions(url)).status).toBe(201);
	await finalizeVideo(lab.simulator, video, await putParts(video, file));
	expect(await captionsOf(video)).toBe(url);
});
