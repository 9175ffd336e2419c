import type { Question } from './question';
import { changedReadings } from './readings';
import type { Recording } from './record/recording';

export interface Observed {
	readonly question: Question;
	readonly recording: Recording;
}

export interface NotAsked {
	readonly question: Question;
	readonly why: string;
}

export type Outcome = Observed | NotAsked;

/** What the simulator does by default: the same, another thing that it can play, or nothing like it. */
export type Verdict =
	| { readonly agrees: true }
	| { readonly agrees: false; readonly change: readonly string[] | undefined };

export function verdictOf({ readings }: Question, observation: string): Verdict {
	const found = Object.hasOwn(readings, observation) ? readings[observation] : undefined;
	if (found === undefined) return { agrees: false, change: undefined };
	const change = changedReadings(found);
	return change.length === 0 ? { agrees: true } : { agrees: false, change };
}

/** What people read of one question, and what they write into FIDELITY.md. */
export function linesOf(outcome: Outcome): readonly string[] {
	const { question } = outcome;
	if (!('recording' in outcome)) return [`not asked  ${question.id}: ${outcome.why}`];
	const { observation, observed, rule } = outcome.recording;
	return [
		`observed   ${question.id}: ${observation}`,
		`           ${question.asks}`,
		`           FIDELITY.md, "${rule.section}": ${rule.behavior}`,
		`           write as its evidence: observed ${observed}`,
		`           ${verdictLine(verdictOf(question, observation))}`,
	];
}

function verdictLine(verdict: Verdict): string {
	if (verdict.agrees) return 'the simulator’s default agrees';
	return verdict.change === undefined
		? 'NO READING of the simulator does this: write one, or change its rule'
		: `the simulator’s default DIFFERS: make it ${verdict.change.join(', ')}`;
}
