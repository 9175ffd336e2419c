/** docs/mutation.md, from the last run of each room (docs/mutation.json) and the reasons written by hand. */
import { reasonFor } from './reasons.mjs';

/**
 * @typedef {object} RoomRun
 * @property {string} room
 * @property {string} command that repeats it
 * @property {string} date
 * @property {import('./tally.mjs').Tally} tally
 * @property {{ byUnit: number, byAny: number }} reach shares of all its mutants that tests execute
 * @property {import('./changes.mjs').Change[]} survivors
 * @property {import('./changes.mjs').Change[]} timeouts
 */

/**
 * @param {RoomRun[]} runs
 * @param {object[]} reasons
 * @param {number} engineFiles with engine tests, at most, for one mutant
 */
export function pageOf(runs, reasons, engineFiles) {
	return `# Mutation testing

How well the tests notice a mistake: [Stryker](https://stryker-mutator.io) changes the code in one place (a *mutant*), and runs the tests that execute this place. A mutant is *killed* if a
test fails. This page is written by \`npm run mutate\`; [development.md](development.md#mutation-testing) explains how it works.

## Scores

${scores(runs)}

*Score*: killed mutants, including those whose tests didn't end (*timeouts*), as a share of all that were tried; mutants that no test executes count as survivors. In brackets: the 95 % confidence interval, because only a sample was tried.
*Only by the engine* were killed mutants that passed all unit tests, but failed a test in n8n's engine; of these, up to ${engineFiles} files were tried for each mutant.

## Coverage

How much of the code tests execute, as a share of all its mutants. It is reported, but it isn't a goal: executing code doesn't mean checking what it does.

${coverage(runs)}

## Survivors

${runs.map((run) => survivorsOf(run, reasons)).join('\n\n')}

## Timeouts

${timeoutsOf(runs)}
`;
}

function scores(runs) {
	return table(
		[
			'Room',
			'Score',
			'Mutants',
			'Tried',
			'Killed',
			'Only by the engine',
			'Timeouts',
			'Survived',
			'Not executed',
			'Date',
			'Command',
		],
		runs.map(({ room, tally, date, command }) => [
			`\`${room}\``,
			scoreOf(tally),
			tally.mutants,
			tally.tried,
			tally.killed,
			tally.killedByEngine,
			tally.timeouts,
			tally.survived,
			tally.notReached,
			date,
			`\`${command}\``,
		]),
	);
}

/** For example "91.2 % (88.1 to 93.6)". */
export function scoreOf({ score, interval }) {
	const percent = (share) => (share * 100).toFixed(1);
	if (interval === undefined) return `${percent(score)} %`;
	return `${percent(score)} % (${interval.map(percent).join(' to ')})`;
}

function coverage(runs) {
	const percent = (share) => `${(share * 100).toFixed(1)} %`;
	return table(
		['Room', 'Unit tests', 'Unit and engine tests'],
		runs.map(({ room, reach }) => [`\`${room}\``, percent(reach.byUnit), percent(reach.byAny)]),
	);
}

function survivorsOf({ room, survivors }, reasons) {
	const heading = `### ${room}\n\n`;
	if (survivors.length === 0) return `${heading}None.`;
	return (
		heading +
		table(
			['Place', 'Change', 'Reason'],
			survivors.map((change) => [
				placeOf(change),
				changeText(change),
				reasonFor(change, reasons) ?? (change.isReached ? 'open' : 'open: no test executes it'),
			]),
		)
	);
}

function timeoutsOf(runs) {
	const timeouts = runs.flatMap((run) => run.timeouts);
	if (timeouts.length === 0) return 'None.';
	return table(
		['Place', 'Change'],
		timeouts.map((change) => [placeOf(change), changeText(change)]),
	);
}

function placeOf({ file, line }) {
	return `\`${file}:${line}\``;
}

function changeText({ from, to }) {
	return `${code(from)} → ${to === '' ? 'nothing' : code(to)}`;
}

/** Code in a cell of a table; text that has backticks needs longer ones around it. */
function code(text) {
	const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
	const fence = '`'.repeat(longest + 1);
	const space = longest > 0 ? ' ' : '';
	return `${fence}${space}${text.replaceAll('|', '\\|')}${space}${fence}`;
}

function table(head, rows) {
	return [head, head.map(() => '---'), ...rows].map((row) => `| ${row.join(' | ')} |`).join('\n');
}
