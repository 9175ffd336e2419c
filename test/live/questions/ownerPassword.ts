import { encodeValue } from '../../../linkedin/api/restli';
import { textAt } from '../look';
import { LOOKS } from '../live';
import { sendWhole } from '../made/whole';
import type { Question } from '../question';

export const ownerPassword: Question = {
	id: 'ownerPassword',
	asks: 'Does LinkedIn process a PDF that has an owner password alone?',
	rule: {
		section: 'Documents',
		behavior: 'a PDF that has an owner password alone becomes AVAILABLE',
	},
	needs: {
		scopes: [
			['w_member_social', 'w_organization_social'],
			['w_organization_social', 'r_organization_social', 'r_member_social', 'rw_ads', 'r_ads'],
		],
	},
	isPublic: false,
	calls: 2 + LOOKS,
	async ask(live) {
		const { urn } = await sendWhole(live, 'document', 'owner-password.pdf');
		const { json } = await live.settled(`documents/${encodeValue(urn)}`);
		return textAt(json, 'status');
	},
	readings: { AVAILABLE: {} },
};
