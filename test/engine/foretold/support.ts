import fc from 'fast-check';
import type { INodeParameters } from 'n8n-workflow';

import { recordOf } from '../../../linkedin/api/parse';
import { often } from '../../long/sampled';
import { callsIn, expectForetold, saidIn, writesIn, type Runs, type Said } from '../checkSupport';
import { byExpression, byUrn, OWNER, PAGE, type Outcome, type Scene } from '../scene';

/**
 * What a check says is what the run then does, over good input and bad: ok or not, the words of the
 * first error, the warnings, the number of calls.
 */

/** `npm test` makes the same inputs each time; the long form makes others. */
export const RUNS = { numRuns: often(12, 300), seed: often(20_261_201, Date.now()) };
export const TIMEOUT_MS = often(60_000, 900_000);

/** A good value much more often than a bad one, so that few inputs are bad in all ways. */
export function mostly<Value>(good: readonly Value[], bad: readonly Value[]): fc.Arbitrary<Value> {
	return fc.oneof(
		{ weight: 9, arbitrary: fc.constantFrom(...good) },
		{ weight: 2, arbitrary: fc.constantFrom(...bad) },
	);
}

/** Something is known only when LinkedIn is asked to write: a test says what, and why. */
export type Unforeseeable = (said: Said, run: Outcome) => boolean;

/** @param unforeseeable of a run that fails by what its check could not know, whatever else it found */
export function agreement(
	linkedIn: Scene['linkedIn'],
	unforeseeable: Unforeseeable = () => false,
): (runs: Runs) => Promise<void> {
	return async (runs) => {
		const prepared = linkedIn.journal.length;
		const check = await runs({ checkOnly: true }).ends();
		expect(check.error).toBeUndefined();
		const said = saidIn(check.json);
		const checked = linkedIn.journal.length;
		expect(writesIn(linkedIn.journal.slice(prepared))).toEqual([]);

		const run = await runs({}).ends();
		if (run.error && (unforeseeable(said, run) || isDoubtedRefusal(said, run))) return;
		const why = run.error && run.told;
		expect([said.ok, said.problems, why]).toEqual([!run.error, said.problems, why]);
		if (run.error) expectTold(said, run);
		else expectAsSaid(said, run, callsIn(linkedIn.journal.slice(checked)));
	};
}

/** Keys that a preview and the item of a run have in common. */
const SHARED = ['urn', 'owner', 'author', 'actor', 'post', 'reactionType'];

function expectAsSaid(said: Said, run: Outcome, calls: number): void {
	expect(said.warnings.filter(isOfRun)).toEqual(warningsOf(run).filter(isForeseeable));
	expectForetold(said, calls);
	const shared = SHARED.filter((key) => key in said.preview && key in run.json);
	const of = (from: Readonly<Record<string, unknown>>) => shared.map((key) => [key, from[key]]);
	expect(of(said.preview)).toEqual(of(run.json));
}

/** Of the item, or of an operation whose items have none the hints. */
function warningsOf({ json, hints }: Outcome): string[] {
	return Array.isArray(json.warnings) ? json.warnings.map(String) : hints;
}

/** Without what only the upload itself shows, and what LinkedIn says of what is gone already. */
function isForeseeable(warning: string): boolean {
	return !/was uploaded, but its status could not be read|found no reaction/.test(warning);
}

/** Without what may happen, and did not. */
function isOfRun(warning: string): boolean {
	const may = /waits for it up to|It may be deleted already|It may refuse the update/;
	return !may.test(warning) && !isDoubt(warning);
}

function isDoubt(warning: string): boolean {
	return warning.startsWith('It’s unclear whether this connection can ');
}

/** LinkedIn's pages don't agree on a scope, and LinkedIn refused the connection for it. */
function isDoubtedRefusal({ warnings }: Said, { told }: Outcome): boolean {
	return warnings.some(isDoubt) && /LinkedIn denied access|lacks the scope/.test(told);
}

/** The error of the run is among the problems, in its words. */
function expectTold({ problems }: Said, run: Outcome): void {
	const message = run.error?.message.replace(/ \[item \d+\]$/, '') ?? '';
	const told = problems.some((problem) => problem.includes(message) || isIn(problem, run.told));
	expect([told, message, problems]).toEqual([true, message, problems]);
}

/** What a run says in its description, or in fewer words: a check may have read whose the post is. */
const REASONS = [
	/^The .*?(?:author is \S+|is still [A-Z_]+)(?=\.)/,
	/^Could not .*?: the connection lacks the scope(?= )/,
];

function isIn(problem: string, told: string): boolean {
	return REASONS.some((reason) => {
		const found = reason.exec(problem)?.[0];
		return found !== undefined && told.includes(found);
	});
}

/** The state of media that the connection may not read is only known once LinkedIn refuses them. */
export function showsUnread({ preview: { media, image } }: Said): boolean {
	const shown: readonly unknown[] = Array.isArray(media) ? media : [];
	return [...shown, image].some((each) => recordOf(each).status === 'UNKNOWN');
}

const SCOPES: readonly string[][] = [
	['w_member_social', 'w_organization_social', 'r_ads', 'rw_ads'],
	['w_member_social'],
	['w_organization_social'],
	['openid'],
];

/** Who acts: the member or the page; or nobody. */
export const owners = mostly([byUrn(OWNER), byUrn(OWNER), byUrn(PAGE)], [byExpression('nobody')]);
/** Of the connection. */
export const scopes = mostly(SCOPES.slice(0, 2), SCOPES);

/** How an upload is checked and waited for. */
export const uploadOptions = mostly<INodeParameters>(
	[{}, { waitSeconds: 60 }, { checkFile: true }],
	[{ checkFile: false }, { waitSeconds: -1 }, { maxRetries: 99 }],
);
