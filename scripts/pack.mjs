/**
 * What a user gets: `npm pack`, unpacked into `package` inside the given folder, and beside it as
 * `package.tgz`.
 *
 *     npm run build && node scripts/pack.mjs <folder>
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from './npm.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [folder] = process.argv.slice(2);
if (folder === undefined) {
	console.error('Usage: node scripts/pack.mjs <folder>');
	process.exit(2);
}
const target = path.resolve(folder);
mkdirSync(target, { recursive: true });
for (const old of ['package', 'package.tgz']) {
	rmSync(path.join(target, old), { recursive: true, force: true });
}

npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', target], root);
const packed = readdirSync(target).find((entry) => entry.endsWith('.tgz'));
renameSync(path.join(target, packed), path.join(target, 'package.tgz'));
// A name without a path: tar takes `C:` for the name of another machine.
const { error, status } = spawnSync('tar', ['-xzf', 'package.tgz'], {
	cwd: target,
	stdio: 'inherit',
});
if (error !== undefined) throw error;
if (status !== 0) throw new Error(`tar ended with exit code ${status}.`);
