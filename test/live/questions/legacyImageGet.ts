import { encodeValue } from '../../../linkedin/api/restli';
import { isDone } from '../look';
import { sendWhole } from '../made/whole';
import type { Question } from '../question';

export const legacyImageGet: Question = {
	id: 'legacyImageGet',
	asks: 'Is there a GET of an image without a version?',
	rule: {
		section: 'Permissions',
		behavior: '... but by a legacy GET, in reading `legacyImageGet`',
	},
	needs: { scopes: [['w_member_social', 'w_organization_social']] },
	isPublic: false,
	calls: 3,
	async ask(live) {
		const { urn } = await sendWhole(live, 'image', 'picture.png');
		const headers = { 'x-restli-protocol-version': '2.0.0', 'x-restli-method': 'get' };
		const answer = await live.legacy(`images/${encodeValue(urn)}`, { headers });
		return isDone(answer) ? 'accepted' : `${answer.status}`;
	},
	readings: {
		accepted: { legacyImageGet: 'served' },
		'403': { legacyImageGet: 'refused' },
	},
};
