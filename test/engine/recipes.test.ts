import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { APP_RECIPES } from '../../linkedin/api/appRecipes';
import { isAllowed, type Right } from '../../linkedin/api/permissions';
import type { CallPurpose } from '../../linkedin/api/purpose';
import { LONG } from '../long/sampled';
import { readingChoices, type ReadingName } from '../simulator';
import { OPERATIONS } from './form/forms';
import { triggerNode } from './publishedTrigger';
import { EVERYTHING, recipeRows, type Case } from './recipeRows';
import { scene } from './scene';

/**
 * What works with which kind of app, three times: by the code's table of rights, by the simulator,
 * and by the table in docs/credential.md, which people read.
 */

// What "Initialize Upload" returns are signed addresses.
const stage = scene({ allow: ['addresses'], n8n: { nodeTypes: triggerNode } });
const { credential, linkedIn } = stage;
const ROWS = recipeRows(stage);

const APPS = ['share', 'communityManagement', 'advertising'] as const;

/**
 * What LinkedIn's documents leave open about the scopes of these apps: LinkedIn is played in both
 * ways. Who may upload is clear.
 */
const OPEN_QUESTIONS = [
	'aclScopes',
	'legacyImageGet',
	'legacySocialActions',
	'lookupScope',
	'memberReadsDocument',
	'memberReadsVideo',
	'oldCommentScopes',
	'oldReactionScopes',
	'organizationsFor',
	'sponsoredScope',
] as const satisfies readonly ReadingName[];

function waysOf(calls: readonly CallPurpose[]): ReadonlyArray<0 | 1> {
	return calls.every(({ right }) => right.startsWith('upload')) ? [0] : [1, 0];
}

function play(answer: 0 | 1): void {
	const readings = OPEN_QUESTIONS.map((name) => [name, readingChoices[name][answer]]);
	linkedIn.configure({ readings: Object.fromEntries(readings) as object });
}

/**
 * The calls without which the work is not done. What looks at it before or after may be refused: an
 * upload then says that its status is unknown.
 */
function needed(purposes: readonly CallPurpose[], only: Right | undefined): readonly CallPurpose[] {
	if (only !== undefined) return purposes.filter(({ right }) => right === only);
	const changes = purposes.filter(({ right }) => !right.startsWith('read'));
	return changes.length > 0 ? changes : purposes;
}

type Cell = 'yes' | 'no' | 'unclear' | `with *${string}*`;

type App = (typeof APPS)[number];

/** In the short form the cases of a row take turns: together they try every app. */
function appsOf(turn: number, cases: number): App[] {
	return APPS.filter((_, at) => LONG || cases < APPS.length || turn % APPS.length === at);
}

/** What *Also Allow* adds to the app, where that is enough. */
async function withExtra(app: App, attempt: Case['attempt']): Promise<Cell> {
	const { extras, scopes } = APP_RECIPES[app];
	for (const extra of Object.values(extras)) {
		const { done } = await attempt(credential({ scopes: [...scopes, ...extra.scopes] }));
		if (done) return `with *${extra.name}*`;
	}
	return 'no';
}

/** @returns a cell for each of these apps */
async function cellsOf(
	{ what, owner, right, attempt }: Case,
	apps: readonly App[],
): Promise<Cell[]> {
	const withAll = await attempt(credential({ scopes: EVERYTHING }));
	expect({ what, owner, done: withAll.done }).toEqual({ what, owner, done: true });
	const calls = needed(withAll.purposes, right);
	const cells: Cell[] = [];
	for (const app of apps) {
		const { scopes } = APP_RECIPES[app];
		const allowed = calls.every((call) =>
			isAllowed({ ...call, owner: call.owner ?? owner }, scopes),
		);
		const played: boolean[] = [];
		for (const answer of waysOf(calls)) {
			play(answer);
			played.push((await attempt(credential({ scopes }))).done);
		}
		// Where LinkedIn may do either, the rights may say either.
		expect({ what, owner, app, allowed, played }).toMatchObject({
			allowed: played.includes(allowed) ? allowed : played[0],
		});
		const cell = new Set(played).size > 1 ? 'unclear' : allowed ? 'yes' : 'no';
		cells.push(cell === 'no' ? await withExtra(app, attempt) : cell);
	}
	return cells;
}

const docs = readFileSync(join(__dirname, '../../docs/credential.md'), 'utf8');
const heading = `| | ${APPS.map((app) => `*${APP_RECIPES[app].name}*`).join(' | ')} |\n`;
const [, text = ''] = docs.split(heading);
const [lines = ''] = text.split('\n\n');
/** The rows below the line of hyphens. */
const table = lines
	.split('\n')
	.slice(1)
	.map((line) => line.slice(2, -2).split(' | '));

test.each(ROWS)('%s', async (title, cases) => {
	const row = table.find(([first]) => first === title)?.slice(1);
	for (const [turn, each] of cases.entries()) {
		const { what, owner } = each;
		const apps = appsOf(turn, cases.length);
		const cells = apps.map((app) => row?.[APPS.indexOf(app)]);
		expect({ what, owner, cells: await cellsOf(each, apps) }).toEqual({ what, owner, cells });
	}
});

test('the docs have these rows and no others', () => {
	expect(table.map(([title]) => title)).toEqual(ROWS.map(([title]) => title));
});

test('no operation is left out', () => {
	const tried = ROWS.flatMap(([, cases]) => cases.map(({ what }) => what));
	expect(OPERATIONS.filter((operation) => !tried.includes(operation))).toEqual([]);
});
