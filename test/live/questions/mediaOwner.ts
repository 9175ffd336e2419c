import { encodeValue } from '../../../linkedin/api/restli';
import { textAt } from '../look';
import { startedVideo } from '../made/videos';
import type { Question } from '../question';

export const mediaOwner: Question = {
	id: 'mediaOwner',
	asks: 'How is a page named that owns a video?',
	rule: {
		section: 'Reading',
		behavior:
			'an owner that is a page is shown as an organization, or as a company: reading `mediaOwner`',
	},
	needs: { scopes: [['w_organization_social']], page: true },
	isPublic: false,
	uses: [startedVideo],
	calls: 1,
	async ask(live) {
		const { urn } = await startedVideo(live);
		const path = `videos/${encodeValue(urn)}`;
		const { json } = await live.need('reading the video', live.rest('get', path));
		return /^urn:li:(\w+):/.exec(textAt(json, 'owner'))?.[1] ?? 'none';
	},
	readings: {
		organization: { mediaOwner: 'organization' },
		company: { mediaOwner: 'company' },
	},
};
