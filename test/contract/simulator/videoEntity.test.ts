import { at, textAt } from './support/call';
import { postCaptions } from './support/captions';
import { documented } from './support/evidence';
import { useSimulator } from './support/lab';
import { encoded, finalizeVideo, get, putParts, startVideo, uploadVideo } from './support/linkedin';

const lab = useSimulator();

documented('an available video has duration, both ratios and a thumbnail', async () => {
	const { urn } = await uploadVideo(lab.simulator);
	const { json } = await get(lab.simulator, `videos/${encoded(urn)}`);
	for (const field of ['duration', 'aspectRatioWidth', 'aspectRatioHeight'])
		expect(typeof at(json, field)).toBe('number');
	expect(textAt(json, 'thumbnail')).toContain('/dms/image/');
});

documented('captions stand in it only where they were uploaded', async () => {
	const bare = await uploadVideo(lab.simulator, { uploadCaptions: true });
	expect(
		at((await get(lab.simulator, `videos/${encoded(bare.urn)}`)).json, 'captions'),
	).toBeUndefined();
	const file = Buffer.from('0123456789');
	const video = await startVideo(lab.simulator, {
		fileSizeBytes: file.length,
		uploadCaptions: true,
	});
	const url = textAt(video.answer, 'value.captionsUploadUrl');
	expect((await postCaptions(url)).status).toBe(201);
	await finalizeVideo(lab.simulator, video, await putParts(video, file));
	expect(at((await get(lab.simulator, `videos/${encoded(video.urn)}`)).json, 'captions')).toBe(url);
});
