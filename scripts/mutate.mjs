/**
 * `npm run mutate`: shows that the tests can fail. Changes the code of five rooms in one place at a time, and
 * counts how often a test notices; writes docs/mutation.json and docs/mutation.md.
 *
 *     npm run mutate                                   all rooms, ten minutes each
 *     npm run mutate -- linkedin/api --minutes 10 --seed 1
 *     npm run mutate -- linkedin/api/parse.ts          one file whole; the page stays as it is
 *     npm run mutate -- linkedin/api --unit            without the engine's tests; the page stays as it is
 *     npm run mutate -- --page                         writes the page again, after a reason was added
 *     npm run mutate -- --page --root <dir>            of another repository, for the tests
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { changesOf } from './mutation/changes.mjs';
import { ENGINE_FILES } from './mutation/choose.mjs';
import { coverageOf } from './mutation/coverage.mjs';
import { pageOf, scoreOf } from './mutation/page.mjs';
import { idleReasons, readReasons, reasonFor } from './mutation/reasons.mjs';
import { ROOMS, targetsOf } from './mutation/rooms.mjs';
import { tryMutants } from './mutation/stryker.mjs';
import { tallyOf } from './mutation/tally.mjs';

const { values, positionals } = parseArgs({
	allowPositionals: true,
	options: {
		minutes: { type: 'string' },
		seed: { type: 'string', default: '1' },
		unit: { type: 'boolean', default: false },
		page: { type: 'boolean', default: false },
		root: { type: 'string', default: path.dirname(path.dirname(fileURLToPath(import.meta.url))) },
	},
});
const { root } = values;
const seed = whole('seed', values.seed);
const asked = values.minutes === undefined ? undefined : whole('minutes', values.minutes);

try {
	const reasons = readReasons(root);
	// The paths in Stryker's options begin here.
	process.chdir(root);
	if (!values.page) {
		for (const each of targetsOf(root, positionals)) await mutate(each, reasons);
	}
	writePage(reasons);
	for (const problem of idleReasons(reasons, root)) console.log(problem);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}

async function mutate({ target, isRoom }, reasons) {
	const minutes = asked ?? (isRoom ? 10 : undefined);
	console.log(
		`\n${target}, ${minutes === undefined ? 'whole' : `${minutes} minutes`}, seed ${seed}`,
	);
	const results = await tryMutants({ root, target, seed, minutes, onlyUnit: values.unit });
	const { tally, survivors, timeouts } = tallyOf(results, seed);
	const run = {
		room: target,
		command: `npm run mutate -- ${target} --minutes ${minutes} --seed ${seed}`,
		date: new Date().toISOString().slice(0, 10),
		tally,
		reach: coverageOf(results),
		survivors: changesOf(survivors, root),
		timeouts: changesOf(timeouts, root),
	};
	show(run, reasons);
	if (isRoom && !values.unit) await keep(run);
}

function show({ room, tally, survivors, timeouts }, reasons) {
	for (const change of timeouts) console.log(`timeout   ${told(change)}`);
	for (const change of survivors) {
		const reason = reasonFor(change, reasons);
		console.log(`${reason === undefined ? 'open      ' : 'survivor  '}${told(change)}`);
		if (reason !== undefined) console.log(`            ${reason}`);
	}
	const { tried, mutants, killed, killedByEngine, survived, notReached, broken } = tally;
	console.log(
		`${room}: score ${scoreOf(tally)}; ${tried} of ${mutants} mutants tried, ${killed} killed (${killedByEngine} only by the engine), ${tally.timeouts} timeouts, ${survived} survived, ${notReached} not executed${broken > 0 ? `, ${broken} broken` : ''}`,
	);
	const open = survivors.filter((change) => reasonFor(change, reasons) === undefined).length;
	console.log(`${open} of ${survivors.length} survivors are open: they have no reason yet`);
}

function told({ file, line, from, to, isReached }) {
	return `${file}:${line}  ${from} → ${to || 'nothing'}${isReached ? '' : '  (not executed)'}`;
}

/** In place of the room's last run. */
async function keep(run) {
	const others = readRuns().filter(({ room }) => room !== run.room);
	const runs = [...others, run].sort(
		(one, other) => ROOMS.indexOf(one.room) - ROOMS.indexOf(other.room),
	);
	await writeJson('docs/mutation.json', runs);
}

function readRuns() {
	const file = path.join(root, 'docs/mutation.json');
	return existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : [];
}

function writePage(reasons) {
	const runs = readRuns();
	if (runs.length === 0) return;
	writeFileSync(path.join(root, 'docs/mutation.md'), pageOf(runs, reasons, ENGINE_FILES));
}

async function writeJson(file, value) {
	const target = path.join(root, file);
	const options = { ...(await resolveConfig(target)), filepath: target };
	writeFileSync(target, await format(JSON.stringify(value), options));
}

function whole(name, text) {
	if (/^\d+$/.test(text)) return Number(text);
	console.error(`--${name} is a whole number, not ${text}`);
	process.exit(1);
}
