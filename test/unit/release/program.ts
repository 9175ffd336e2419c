import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

export const ROOT = path.resolve(__dirname, '../../..');

/** A folder with some files of the repository, and others; `using` removes it. */
export class Folder implements Disposable {
	readonly path = mkdtempSync(path.join(tmpdir(), 'release-test-'));

	/** @param copied files of the repository @param written further files, by their paths */
	constructor(copied: readonly string[], written: Readonly<Record<string, string>> = {}) {
		for (const file of copied) cpSync(path.join(ROOT, file), this.place(file));
		for (const [file, text] of Object.entries(written)) writeFileSync(this.place(file), text);
	}

	read(file: string): string {
		return readFileSync(path.join(this.path, file), 'utf8');
	}

	[Symbol.dispose](): void {
		rmSync(this.path, { recursive: true, force: true });
	}

	private place(file: string): string {
		const place = path.join(this.path, file);
		mkdirSync(path.dirname(place), { recursive: true });
		return place;
	}
}

/** Runs a script of the repository. */
export function run(script: string, args: readonly string[], env: NodeJS.ProcessEnv = {}) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[path.join(ROOT, script), ...args],
		{ cwd: ROOT, encoding: 'utf8', env: { ...process.env, ...env } },
	);
	return { status, stdout, stderr };
}
