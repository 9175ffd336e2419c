/**
 * `npm run bench`: the budgets of this package as ratios within one run, on this machine. Servers and
 * what is measured each run in a process of their own.
 *
 *     npm run bench                          all of it, about ten minutes; writes docs/bench.*
 *     npm run bench -- lines slowest items   shaped lines, an hour; writes docs/bench-lines.*
 *     npm run bench -- throughput nodes      some of it, in place of what docs/bench.* has of it
 *     npm run bench -- nodes --nodes 24      on that Node alone
 *     npm run bench -- --quick lanes memory  a quick look at some; writes nothing
 *     npm run bench -- lines --rates 50,500  those lines alone, in place of what docs/bench-lines.* has of them
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { carousel } from './carouselRows';
import { chart } from './chart';
import { BenchLab } from './lab';
import { executions } from './executionRows';
import { lines } from './lineRows';
import { loading } from './loading';
import * as measures from './measure';
import { nodes } from './nodeRows';
import { polls } from './pollRows';
import { GIB, type Row } from './rows';
import { items, slowest } from './slowRows';
import { statistics } from './statisticsRows';
import { table } from './table';
import { waits } from './waitRows';

const ALL: ReadonlyMap<string, measures.Measure> = new Map([
	['loading', loading],
	['throughput', measures.throughput],
	['nodes', nodes],
	['lanes', measures.lanes],
	['overlap', measures.overlap],
	['images', measures.images],
	['carousel', carousel],
	['imports', measures.imports],
	['library', measures.library],
	['waits', waits],
	['polls', polls],
	['statistics', statistics],
	['memory', measures.memory],
	['executions', executions],
]);
/** What takes as long as the line does: three quarters of an hour, whatever the machine. */
const OF_LINES: ReadonlyMap<string, measures.Measure> = new Map([
	['lines', lines],
	['slowest', slowest],
	['items', items],
]);

const HOW =
	'Each upload has a network of its own (`unshare -rn`), whose rate the kernel shapes (`tbf`, a queue of 100 ms, at least 64 KiB, for both directions); a relay process beside delays what passes, lets a new connection wait for two round trips, and lets it have no more on its way than a window that grows from 64 KiB to 4 MiB. On the slow lines a part is smaller than LinkedIn’s 4 MiB, so that each line sees at least 36 of them; up to 5 Mbit/s the uploads of a row run at the same time, each behind a line of its own.';

const DOCS = join(__dirname, '../../docs');

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: {
			quick: { type: 'boolean', default: false },
			rates: { type: 'string' },
			nodes: { type: 'string' },
		},
		allowPositionals: true,
	});
	const wanted = positionals.length === 0 ? [...ALL.keys()] : positionals;
	const known = new Map([...ALL, ...OF_LINES]);
	const full = values.quick ? measures.QUICK : measures.FULL;
	const lineRates = values.rates?.split(',').map(Number) ?? full.lineRates;
	const nodeLines = values.nodes?.split(',').map(Number) ?? full.nodeLines;
	const found: { readonly machine: Row[]; readonly lines: Row[] } = { machine: [], lines: [] };
	for (const name of wanted) {
		const measure = known.get(name);
		if (!measure) throw new Error(`"${name}" is none of ${[...known.keys()].join(', ')}`);
		const started = Date.now();
		const lab = await BenchLab.open();
		try {
			found[OF_LINES.has(name) ? 'lines' : 'machine'].push(
				...(await measure(lab, { ...full, lineRates, nodeLines })),
			);
		} finally {
			await lab.close();
		}
		console.log(`${name}: ${Math.round((Date.now() - started) / 1000)} s`);
	}
	const rows = [...found.machine, ...found.lines];
	console.log(`\n${table(rows)}`);
	if (!values.quick) {
		write(found.machine, positionals.length === 0);
		writeLines(found.lines);
		// The figures in the other docs.
		const program = join(DOCS, '../scripts/docs.mjs');
		spawnSync(process.execPath, [program, '--write'], { stdio: 'inherit' });
	}
	const broken = rows.filter(({ holds }) => holds === false);
	for (const { what, way, value, budget } of broken) {
		console.log(`Over its budget: ${what} (${way}): ${value}, budget ${budget}`);
	}
	return broken.length === 0 ? 0 : 1;
}

/** @param isAll nothing is kept of what was measured before */
function write(measured: readonly Row[], isAll: boolean): void {
	if (measured.length === 0) return;
	const file = join(DOCS, 'bench.json');
	const rows = isAll ? measured : inPlace(readRows(file), measured);
	const machine = {
		node: process.versions.node,
		cpu: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		memoryGiB: Math.round(totalmem() / GIB),
	};
	const json = { command: 'npm run bench', machine, rows };
	writeFileSync(file, `${JSON.stringify(json, undefined, '\t')}\n`);
	writeFileSync(join(DOCS, 'bench.svg'), chart(rows));
	writeFileSync(
		join(DOCS, 'bench.md'),
		`# Performance\n\nMeasured by \`npm run bench\` on ${machine.cores} cores (${machine.cpu}), Node ${machine.node}, everything on loopback. ` +
			`Only the ratios within one run carry over to other machines.\n\n![Chart](bench.svg)\n\n${table(rows)}\n`,
	);
}

/** Each row is a measurement of its own, so that an hour need not pass at once. */
function writeLines(measured: readonly Row[]): void {
	if (measured.length === 0) return;
	const [cpu] = cpus();
	const file = join(DOCS, 'bench-lines.json');
	const rows = inPlace(readRows(file), measured);
	writeFileSync(file, `${JSON.stringify(rows, undefined, '\t')}\n`);
	writeFileSync(
		join(DOCS, 'bench-lines.md'),
		`# Lines as people have them\n\nMeasured by \`npm run bench -- lines slowest items\` on ${cpus().length} cores (${cpu?.model ?? 'unknown'}), Node ${process.versions.node}. ${HOW}\n\n${table(rows)}\n`,
	);
}

/** A list of rows, or what the bench wrote around one. */
function readRows(file: string): readonly Row[] {
	if (!existsSync(file)) return [];
	const written = JSON.parse(readFileSync(file, 'utf8')) as
		readonly Row[] | { rows: readonly Row[] };
	return 'rows' in written ? written.rows : written;
}

/** Rows that were measured again, where they stood; new ones at the end. */
function inPlace(known: readonly Row[], measured: readonly Row[]): Row[] {
	return [
		...new Map([...known, ...measured].map((row) => [`${row.way} ${row.what}`, row])).values(),
	];
}

main().then(
	(code) => {
		process.exitCode = code;
	},
	(error: unknown) => {
		console.error(error);
		process.exitCode = 1;
	},
);
