import { isDone, statusAndCode } from '../look';
import type { Question } from '../question';
import { Unasked } from '../stops';

const ADS = ['r_ads', 'rw_ads'];

export const scopeRefusal: Question = {
	id: 'scopeRefusal',
	asks: 'How is a library refused to a token without a scope for ads?',
	rule: {
		section: 'Permissions',
		behavior:
			'... or, if a scope is missing, 403 `ACCESS_DENIED` "Not enough permissions to access: ...": reading `scopeRefusal`',
	},
	needs: { scopes: [], app: true },
	isPublic: false,
	calls: 1,
	async ask(live) {
		if (ADS.some((scope) => live.session.scopes?.has(scope) !== false)) {
			throw new Unasked(`it needs a token without ${ADS.join(' and ')}`);
		}
		const account = 'associatedAccount=urn%3Ali%3AsponsoredAccount%3A1';
		const path = `videos?q=associatedAccount&${account}&start=0&count=1`;
		const answer = await live.rest('finder', path);
		return isDone(answer) ? 'accepted' : statusAndCode(answer);
	},
	readings: {
		'403': { scopeRefusal: 'resource' },
		'403 ACCESS_DENIED': { scopeRefusal: 'gateway' },
	},
};
