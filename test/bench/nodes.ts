import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const FOLDER = join(__dirname, '../../.cache/node');

/** The lines of Node that n8n runs on, the oldest first. */
export const NODE_LINES: readonly number[] = [20, 22, 24];

/**
 * A Node of this line: the one that runs, or one from npm, which is installed once into `.cache`. Each
 * platform's package is asked for itself, since `node` would fetch it by an install script.
 *
 * @param line such as `22` or `20.19`
 */
export function nodeOf(line: number | string): string {
	if (process.versions.node.startsWith(`${line}.`)) return process.execPath;
	const folder = join(FOLDER, String(line));
	const name = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`;
	const file = process.platform === 'win32' ? 'node.exe' : 'node';
	const found = join(folder, 'node_modules', name, 'bin', file);
	if (existsSync(found)) return found;
	console.log(`Installing Node ${line} (once) ...`);
	mkdirSync(folder, { recursive: true });
	writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
	const { status } = spawnSync(
		'npm',
		[
			'install',
			'--ignore-scripts',
			'--no-audit',
			'--no-fund',
			'--loglevel=error',
			`${name}@${line}`,
		],
		{ cwd: folder, stdio: 'inherit', shell: process.platform === 'win32' },
	);
	if (status !== 0 || !existsSync(found)) throw new Error(`Node ${line} could not be installed`);
	return found;
}
