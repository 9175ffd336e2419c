import { encodeValue } from '../../../linkedin/api/restli';
import { isDone, textAt } from '../look';
import { LOOKS } from '../live';
import { finalizeVideo, sendPart, startVideo } from '../made/videos';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const captionsField: Question = {
	id: 'captionsField',
	asks: 'Where does the field captions of a video lead?',
	rule: {
		section: 'Reading',
		behavior:
			'... a GET of it returns the file, or 405, or the field has another URL: reading `captionsField`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 5 + LOOKS,
	async ask(live) {
		const video = await startVideo(live, { uploadCaptions: true });
		const upload = textAt(video.answer, 'value', 'captionsUploadUrl');
		if (upload === '') throw new Unasked('LinkedIn returned no URL for captions');
		await live.need('the captions', live.sendCaptions(upload, 'captions.srt'));
		await finalizeVideo(live, video, await sendPart(live, video));
		const { json } = await live.settled(`videos/${encodeValue(video.urn)}`);
		const shown = textAt(json, 'captions');
		if (shown === '') return 'no field';
		const answer = await live.fetch(shown);
		const where = shown === upload ? 'the upload URL' : 'another URL';
		return isDone(answer) ? where : `${where}, ${answer.status}`;
	},
	readings: {
		'the upload URL': { captionsField: 'uploadUrl' },
		'the upload URL, 405': { captionsField: 'unreadableUploadUrl' },
		'another URL': { captionsField: 'downloadUrl' },
	},
};
