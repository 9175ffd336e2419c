import type { INodeProperties } from 'n8n-workflow';
import { entriesOf, type Entry } from './fields';

/** Words of a title that stay small inside of it. */
const SMALL = /^(?:a|an|and|as|at|but|by|for|from|if|in|into|nor|of|on|or|per|the|to|via|vs|with)$/;

const rules: Array<(entry: Entry) => string | undefined> = [
	({ type, description }) =>
		type === 'boolean' && !/^Whether /.test(description ?? '')
			? 'the description of a switch begins with "Whether"'
			: undefined,
	({ type, placeholder = '' }) =>
		type === 'string' && placeholder !== '' && !placeholder.startsWith('e.g. ')
			? 'a placeholder begins with "e.g. "'
			: undefined,
	({ type, title }) =>
		type !== 'notice' && !isTitle(title) ? `"${title}" is not in Title Case` : undefined,
	({ description }) => stopProblem('description', description),
	({ hint }) => stopProblem('hint', hint),
];

/**
 * What n8n's ESLint rules do not see, or only in some places: the form's words, as n8n and this
 * package write them everywhere.
 */
export function wordingProblems(fields: readonly INodeProperties[]): string[] {
	return entriesOf(fields).flatMap((entry) =>
		rules.flatMap((rule) => {
			const problem = rule(entry);
			return problem === undefined ? [] : [`${entry.path}: ${problem}`];
		}),
	);
}

function isTitle(title: string): boolean {
	const words = title.split(/\s+/);
	return words.every((word, index) => {
		if (!/^[a-z]/.test(word.replace(/^[("“]+/, ''))) return true;
		return SMALL.test(word) && index > 0 && index < words.length - 1;
	});
}

/** One sentence has no full stop, several have. */
function stopProblem(what: string, text = ''): string | undefined {
	const several = /[.!?]["”)]? +["“(]?[A-Z]/.test(text);
	const stopped = /[^.]\.$/.test(text);
	if (several && !stopped && !/[!?]$/.test(text))
		return `the ${what} ends its last sentence without a full stop`;
	if (!several && stopped) return `the ${what} is one sentence and ends in a full stop`;
	return undefined;
}
