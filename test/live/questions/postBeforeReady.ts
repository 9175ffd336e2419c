import { encodeValue } from '../../../linkedin/api/restli';
import { codeOf, isDone, textAt } from '../look';
import type { Live } from '../live';
import { createPost, postOf } from '../made/posts';
import { finalizeVideo, sendPart, startVideo } from '../made/videos';
import { sendWhole } from '../made/whole';
import { collectionOf } from '../paths';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const postBeforeReady: Question = {
	id: 'postBeforeReady',
	asks: 'Is a post accepted while its image, or its video, is being processed?',
	rule: {
		section: 'Posts',
		behavior:
			'a post created before its image is processed is accepted, but not visible until then: reading `postBeforeReady`',
	},
	needs: { scopes: [['w_organization_social', 'rw_ads']] },
	isPublic: true,
	calls: 9,
	async ask(live) {
		const image = await sendWhole(live, 'image', 'picture.png');
		const ofImage = await postWith(live, 'Image', image.urn);
		const video = await startVideo(live);
		await finalizeVideo(live, video, await sendPart(live, video));
		const ofVideo = await postWith(live, 'Video', video.urn);
		return `image ${ofImage}, video ${ofVideo}`;
	},
	readings: {
		'image accepted, video MEDIA_ASSET_WAITING_UPLOAD': { postBeforeReady: 'videosRefused' },
		'image MEDIA_ASSET_WAITING_UPLOAD, video MEDIA_ASSET_WAITING_UPLOAD': {
			postBeforeReady: 'allRefused',
		},
		'image accepted, video accepted': { postBeforeReady: 'accepted' },
	},
};

async function postWith(live: Live, which: string, id: string): Promise<string> {
	const path = `${collectionOf(id)}/${encodeValue(id)}`;
	const { json } = await live.need('reading it', live.rest('get', path));
	const status = textAt(json, 'status');
	if (status !== 'PROCESSING') throw new Unasked(`it was ${status} before it could be asked`);
	const answer = await createPost(live, await postOf(live, which, { content: { media: { id } } }));
	return isDone(answer) ? 'accepted' : codeOf(answer);
}
