import { sendPart, startVideo } from '../made/videos';
import type { Question } from '../question';

export const etag: Question = {
	id: 'etag',
	asks: 'Which form does the ETag of a part have?',
	rule: {
		section: 'Videos',
		behavior: '200 with `ETag`: a bare path or a quoted hash, reading `etag`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 2,
	async ask(live) {
		const received = await sendPart(live, await startVideo(live));
		if (/^(?:W\/)?".*"$/.test(received)) return 'quoted';
		return received.startsWith('/') ? 'a bare path' : 'bare';
	},
	readings: { 'a bare path': { etag: 'path' }, quoted: { etag: 'quoted' } },
};
