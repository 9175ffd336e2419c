import { encodeValue } from '../../../linkedin/api/restli';
import { NEVER_ISSUED } from '../made/unknown';
import type { Question } from '../question';

export const versionForm: Question = {
	id: 'versionForm',
	asks: 'How is a version refused that is written 2026-09?',
	rule: { section: 'Every call to `/rest`', behavior: 'a version in another format: 400' },
	needs: { scopes: [] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const headers = { 'linkedin-version': '2026-09' };
		const answer = await live.rest('get', `videos/${encodeValue(NEVER_ISSUED)}`, { headers });
		return `${answer.status}`;
	},
	readings: { '400': {} },
};
