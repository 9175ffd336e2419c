/**
 * `npm run test:e2e [-- names]`: the suites of tests/ one after the other in this one process, which
 * ends all that it started, also when it is interrupted.
 */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { argv } from 'node:process';
import { after } from 'node:test';

import { endWithProcesses, stopAll } from './harness/processes';

const folder = join(__dirname, 'tests');
const names = readdirSync(folder)
	.filter((name) => name.endsWith('.test.ts'))
	.sort();
const wanted = argv.slice(2);
const unknown = wanted.filter((word) => !names.some((name) => name.startsWith(word)));

endWithProcesses();
after(stopAll);
if (unknown.length > 0) {
	throw new Error(`There is no suite ${unknown.join(', ')}: there are ${names.join(', ')}`);
}
for (const name of names) {
	if (wanted.length > 0 && !wanted.some((word) => name.startsWith(word))) continue;
	require(join(folder, name));
}
