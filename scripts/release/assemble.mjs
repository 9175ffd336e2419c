/**
 * Everything that a release consists of, for the jobs that publish it without this repository:
 *
 *     npm run build && node scripts/release/assemble.mjs <folder>
 *
 * writes the tarball, `notes.md` (from CHANGELOG.md) and `dist-tag` (`next` for a pre-release, else
 * `latest`) into a new folder.
 */
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { npm } from '../npm.mjs';
import { sectionOf } from './changelog.mjs';

/** n8n downloads it while a user waits. */
const MAX_BYTES = 1_000_000;

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const [folder] = process.argv.slice(2);
if (folder === undefined) {
	console.error('Usage: node scripts/release/assemble.mjs <folder>');
	process.exit(2);
}
const target = path.resolve(folder);
rmSync(target, { recursive: true, force: true });
mkdirSync(target, { recursive: true });

npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', target], root);
const tarball = readdirSync(target).find((entry) => entry.endsWith('.tgz'));
const { size } = statSync(path.join(target, tarball));
if (size > MAX_BYTES) throw new Error(`${tarball} has ${size} bytes, more than ${MAX_BYTES}.`);

const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const section = sectionOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
if (section === undefined) throw new Error(`CHANGELOG.md has no section "## ${version}".`);
writeFileSync(path.join(target, 'notes.md'), `${section.notes}\n`);
writeFileSync(path.join(target, 'dist-tag'), version.includes('-') ? 'next\n' : 'latest\n');
console.log(`${tarball}: ${size} bytes.`);
