import { costOf } from './cost';
import type { Needs, Question } from './question';

/** The questions, as `--list` prints them. */
export function listed(questions: readonly Question[]): readonly string[] {
	return questions.flatMap((question) => {
		const { id, asks, isPublic, needs, rule } = question;
		const { most, removal } = costOf(question);
		return [
			`${id}${isPublic ? ' (public)' : ''}: ${asks}`,
			`    at most ${most + removal} calls; needs ${shownNeeds(needs)}`,
			`    ${rule.section}: ${rule.behavior}`,
		];
	});
}

function shownNeeds({ scopes, page, account, app }: Needs): string {
	return [
		'a token',
		...scopes.map((any) => any.join(' or ')),
		...(page === true ? ['a page'] : []),
		...(account === true ? ['an ad account'] : []),
		...(app === true ? ['client ID and secret'] : []),
	].join(', ');
}
