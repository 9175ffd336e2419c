import { join } from 'node:path';

import { HELP } from './help';
import { listed } from './list';
import { readOptions, type Options } from './options';
import { linesOf, verdictOf, type Observed, type Outcome } from './outcome';
import type { Question } from './question';
import { OBSERVED, readRecordings, writeRecording } from './record/file';
import { run, type Run } from './run';
import type { Setup } from './setup';

const REHEARSED = join(__dirname, '../../.cache/live');

/** What the command has of the world. */
export interface Surroundings {
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly say: (line: string) => void;
	/** Asks a person; false if there is none to ask. */
	readonly agree: (question: string) => Promise<boolean>;
	readonly sleep: (ms: number) => Promise<void>;
	readonly now: () => Date;
	readonly signal?: AbortSignal;
}

/**
 * What `npm run contract:live` does.
 *
 * @throws UsageError if it was called in a way that it refuses
 */
export async function command(
	args: readonly string[],
	around: Surroundings,
	questions: readonly Question[],
): Promise<Run | undefined> {
	const { say } = around;
	const asked = readOptions(args, around.env, questions);
	if ('only' in asked) {
		say(asked.only === 'help' ? HELP : listed(questions).join('\n'));
		return undefined;
	}
	const out = asked.out ?? (asked.place.isLinkedIn ? OBSERVED : REHEARSED);
	const isAgain = asked.isAgain || !asked.place.isLinkedIn;
	const due = isAgain ? asked.questions : withoutRecorded(asked, out, say);
	say(`${due.length} questions to ${asked.place.api}, at most ${asked.calls} calls.`);
	const done = await run(setupOf(asked, around), due, (outcome) => {
		for (const line of linesOf(outcome)) say(line);
		if ('recording' in outcome) say(`           ${writeRecording(out, outcome.recording)}`);
	});
	for (const line of closing(done)) say(line);
	return done;
}

function setupOf(options: Options, around: Surroundings): Setup {
	const { say, sleep, now, signal } = around;
	return {
		...options,
		say,
		sleep,
		now,
		...(signal === undefined ? {} : { signal }),
		confirm: (what) =>
			options.isAgreed
				? Promise.resolve(true)
				: around.agree(
						[
							`These questions publish something, as ${options.page ?? 'the member of the token'}:`,
							...what.map((each) => `  ${each}`),
							'Posts are deleted right after they were asked about. Until then, people may see them.',
							'Publish them? [y/N] ',
						].join('\n'),
					),
	};
}

/** What is known is not asked for again: calls of a day are few. */
function withoutRecorded(
	{ questions }: Options,
	out: string,
	say: Surroundings['say'],
): readonly Question[] {
	const known = new Set(readRecordings(out).map(({ question }) => question));
	const due = questions.filter(({ id }) => !known.has(id));
	const left = questions.length - due.length;
	if (left > 0) say(`${left} questions have a recording already (--again asks them, too).`);
	return due;
}

function closing({ calls, outcomes, removed, stays, stopped }: Run): readonly string[] {
	const observed = outcomes.filter(isObserved);
	const agreeing = observed.filter(
		({ question, recording }) => verdictOf(question, recording.observation).agrees,
	);
	return [
		'',
		...removed,
		...(stays.length === 0
			? []
			: ['', 'What stays on LinkedIn:', ...stays.map((each) => `  ${each}`)]),
		'',
		...(stopped === undefined ? [] : [`Ended early: ${stopped}`]),
		`${observed.length} of ${outcomes.length} questions observed with ${calls} calls: ${agreeing.length} as the simulator does by default, ${observed.length - agreeing.length} otherwise`,
	];
}

function isObserved(outcome: Outcome): outcome is Observed {
	return 'recording' in outcome;
}
