/**
 * Everything that must hold before a change goes in: `npm test [-- arguments for jest]`.
 * The last line says it all in one form for people and machines: "123 passed, 0 failed".
 */
import { npmCommand } from './npm.mjs';
import { conclude, run, runJest, since } from './runJest.mjs';

const started = Date.now();

// Two at a time: the tests, which need the build, and beside them what only reads the sources.
const [[built, tests], checks] = await Promise.all([
	buildAndTest(),
	inTurn('house', 'words', 'docs:check', 'typecheck'),
]);

// A check that holds is no test, but one that does not must never end in "0 failed".
const broken = [built, ...checks].filter((holds) => !holds).length;
conclude({ passed: tests.passed, failed: tests.failed + broken }, started);

async function buildAndTest() {
	// Without the types, which `typecheck` looks at meanwhile.
	const holds = await check('assemble');
	return [holds, holds ? await runJest(process.argv.slice(2)) : { passed: 0, failed: 0 }];
}

/** One after the other: each needs a processor, and more than a gigabyte of memory. */
async function inTurn(...scripts) {
	const results = [];
	for (const script of scripts) results.push(await check(script));
	return results;
}

/** Runs a script of package.json; shows what it printed when it fails. */
async function check(script) {
	const begun = Date.now();
	const [command, args, options] = npmCommand(['run', '--silent', script]);
	const { code, output } = await run(command, args, options);
	const holds = code === 0;
	console.log(`${holds ? 'ok    ' : 'FAILED'} ${script} (${since(begun)})`);
	if (!holds) console.log(`${output.trimEnd()}\n`);
	return holds;
}
