/**
 * Loads the built nodes as n8n does at its start, in a process of its own without anything that would read
 * the files first (such as tsx):
 *
 *     node --expose-gc test/bench/loading.mjs
 *
 * prints {"ms", "cpuMs", "bytes" of memory (RSS), "foreign": files of other packages} as JSON.
 */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { fileURLToPath } from 'node:url';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const require = createRequire(import.meta.url);
const { n8n } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));

// n8n has it in memory long before.
require('n8n-workflow');
const before = new Set(Object.keys(require.cache));
globalThis.gc();
const bytes = process.memoryUsage.rss();
const cpu = process.cpuUsage();
const started = performance.now();
for (const file of [...n8n.credentials, ...n8n.nodes]) {
	for (const Type of Object.values(require(path.join(root, file)))) new Type();
}
const ms = performance.now() - started;
const { user, system } = process.cpuUsage(cpu);
const foreign = Object.keys(require.cache).filter(
	(file) => !before.has(file) && !file.startsWith(path.join(root, 'dist')),
);
process.stdout.write(
	JSON.stringify({
		ms,
		cpuMs: (user + system) / 1000,
		bytes: process.memoryUsage.rss() - bytes,
		foreign,
	}),
);
