/**
 * Installs what `test/e2e` needs, from its own lock files: the n8n that all suites run in, the oldest
 * that this package supports (`--oldest`, `--all`), a newer one (`--all`), each with the Node that it
 * runs on. Does nothing when it is done already.
 *
 *     node scripts/e2e-setup.mjs [--oldest | --all]
 */
import { createHash } from 'node:crypto';
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const suite = path.join(path.dirname(path.dirname(fileURLToPath(import.meta.url))), 'test/e2e');

setUp(suite);
const all = process.argv.includes('--all');
if (all || process.argv.includes('--oldest')) setUp(path.join(suite, 'oldest'));
if (all) setUp(path.join(suite, 'next'));

function setUp(folder) {
	const lock = readFileSync(path.join(folder, 'package-lock.json'));
	const wanted = createHash('sha256').update(lock).digest('hex');
	// Written last: without it an install was cut short.
	const done = path.join(folder, 'node_modules/.e2e-installed');
	if (readIfThere(done) === wanted) return;

	const { dependencies } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
	console.log(`Installing n8n ${dependencies.n8n} (once, about five minutes, 3 GB) ...`);
	const started = Date.now();
	rmSync(done, { force: true });
	npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], folder);
	// Install scripts never run, except for what cannot work without: Node itself, which the others
	// are then built for, and the two native libraries that n8n loads at its start.
	rebuild(folder, ['node']);
	rebuild(folder, ['sqlite3', 'isolated-vm']);
	writeFileSync(done, wanted);
	console.log(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function rebuild(folder, packages) {
	npm(['rebuild', '--ignore-scripts=false', '--loglevel=error', ...packages], folder);
}

function readIfThere(file) {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		if (error.code === 'ENOENT') return undefined;
		throw error;
	}
}
