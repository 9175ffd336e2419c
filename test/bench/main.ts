/**
 * `npm run bench`: the budgets of this package as ratios within one run, on this machine. Servers and
 * what is measured each run in a process of their own.
 *
 *     npm run bench                          all of it, about ten minutes; writes docs/bench.*
 *     npm run bench -- --quick lanes memory  a quick look at some; writes nothing
 */
import { writeFileSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { chart } from './chart';
import { BenchLab } from './lab';
import * as measures from './measure';
import { nodes } from './nodeRows';
import { GIB, type Row } from './rows';
import { table } from './table';
import { waits } from './waitRows';

const ALL: ReadonlyMap<string, measures.Measure> = new Map([
	['loading', measures.loading],
	['throughput', measures.throughput],
	['nodes', nodes],
	['lanes', measures.lanes],
	['overlap', measures.overlap],
	['images', measures.images],
	['imports', measures.imports],
	['library', measures.library],
	['waits', waits],
	['memory', measures.memory],
]);

const DOCS = join(__dirname, '../../docs');

async function main(): Promise<number> {
	const { values, positionals } = parseArgs({
		options: { quick: { type: 'boolean', default: false } },
		allowPositionals: true,
	});
	const wanted = positionals.length === 0 ? [...ALL.keys()] : positionals;
	const rows: Row[] = [];
	for (const name of wanted) {
		const measure = ALL.get(name);
		if (!measure) throw new Error(`"${name}" is none of ${[...ALL.keys()].join(', ')}`);
		const started = Date.now();
		const lab = await BenchLab.open();
		try {
			rows.push(...(await measure(lab, values.quick ? measures.QUICK : measures.FULL)));
		} finally {
			await lab.close();
		}
		console.log(`${name}: ${Math.round((Date.now() - started) / 1000)} s`);
	}
	console.log(`\n${table(rows)}`);
	if (!values.quick && positionals.length === 0) write(rows);
	const broken = rows.filter(({ holds }) => holds === false);
	for (const { what, way, value, budget } of broken) {
		console.log(`Over its budget: ${what} (${way}): ${value}, budget ${budget}`);
	}
	return broken.length === 0 ? 0 : 1;
}

function write(rows: readonly Row[]): void {
	const machine = {
		node: process.versions.node,
		cpu: cpus()[0]?.model ?? 'unknown',
		cores: cpus().length,
		memoryGiB: Math.round(totalmem() / GIB),
	};
	const json = { command: 'npm run bench', machine, rows };
	writeFileSync(join(DOCS, 'bench.json'), `${JSON.stringify(json, undefined, '\t')}\n`);
	writeFileSync(join(DOCS, 'bench.svg'), chart(rows));
	writeFileSync(
		join(DOCS, 'bench.md'),
		`# What it costs\n\nMeasured by \`npm run bench\` on ${machine.cores} cores (${machine.cpu}), Node ${machine.node}, everything on loopback. ` +
			`Only ratios within one run mean anything on another machine.\n\n![Chart](bench.svg)\n\n${table(rows)}\n`,
	);
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
