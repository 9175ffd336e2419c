import { isDone } from '../look';
import type { Question } from '../question';
import { Unasked } from '../stops';

export const adAccountsPaging: Question = {
	id: 'adAccountsPaging',
	asks: 'Are ad accounts still paged by start and count?',
	rule: {
		section: 'Pages and ad accounts',
		behavior: '... `start` and `count` are unknown parameters: reading `adAccountsPaging`',
	},
	needs: { scopes: [['r_ads', 'rw_ads']] },
	isPublic: false,
	calls: 2,
	async ask(live) {
		const outcomes: string[] = [];
		for (const [name, page] of [
			['cursor', 'pageSize=1'],
			['index', 'start=0&count=1'],
		] as const) {
			if (isDone(await live.rest('finder', `adAccounts?q=search&${page}`))) outcomes.push(name);
		}
		if (outcomes.length === 0) throw new Unasked('ad accounts can’t be listed with this token');
		return outcomes.join(', ');
	},
	readings: {
		cursor: { adAccountsPaging: 'cursor' },
		index: { adAccountsPaging: 'index' },
	},
};
