import { productScopes } from '../../simulator';
import { isDone, shownRefusal, textAt } from '../look';
import type { Question } from '../question';
import { Unasked } from '../stops';

/** What everyone may ask for beside a product. */
const BESIDE = ['openid', 'profile', 'email'];

export const advertisingScopes: Question = {
	id: 'advertisingScopes',
	asks: 'Which scopes does an app of Advertising have that the simulator’s has not?',
	rule: { section: 'OAuth 2.0 and members', behavior: 'the scopes of each product' },
	needs: { scopes: [['r_ads', 'rw_ads']], app: true },
	isPublic: false,
	calls: 1,
	async ask(live) {
		const answer = await live.introspect();
		if (!isDone(answer)) throw new Unasked(`introspection was refused: ${shownRefusal(answer)}`);
		const listed: readonly string[] = [...productScopes.advertising, ...BESIDE];
		const scopes = textAt(answer.json, 'scope').split(/[\s,]+/);
		const others = scopes.filter((scope) => scope !== '' && !listed.includes(scope)).sort();
		return others.length === 0 ? 'none' : others.join(', ');
	},
	readings: { none: {} },
};
