import { encodeValue } from '../../../linkedin/api/restli';
import { statusAndCode } from '../look';
import { NEVER_ISSUED } from '../made/unknown';
import type { Question } from '../question';

export const unknownToken: Question = {
	id: 'unknownToken',
	asks: 'Which code does the refusal of an unknown token have?',
	rule: {
		section: 'Every call to `/rest`',
		behavior: '... with the code `INVALID_ACCESS_TOKEN`',
	},
	needs: { scopes: [] },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const path = `videos/${encodeValue(NEVER_ISSUED)}`;
		return statusAndCode(await live.rest('get', path, { token: 'unknown' }));
	},
	readings: { '401 INVALID_ACCESS_TOKEN': {} },
};
