import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const script = path.resolve(__dirname, '../../../scripts/house.mjs');

/** A made-up repository in a temporary folder, and `npm run house` in it. */
export class Tree implements Disposable {
	readonly #root = mkdtempSync(path.join(tmpdir(), 'house-test-'));

	/** @param files path from the root to text; lines may be told one by one */
	constructor(files: Readonly<Record<string, string | readonly string[]>>) {
		for (const [file, text] of Object.entries(files)) {
			const target = path.join(this.#root, file);
			mkdirSync(path.dirname(target), { recursive: true });
			writeFileSync(target, typeof text === 'string' ? text : `${text.join('\n')}\n`);
		}
	}

	house(...args: string[]): { passed: boolean; output: string } {
		const { status, stdout, stderr } = spawnSync(
			process.execPath,
			[script, '--root', this.#root, ...args],
			{ encoding: 'utf8' },
		);
		return { passed: status === 0, output: stdout + stderr };
	}

	read(file: string): string {
		return readFileSync(path.join(this.#root, file), 'utf8');
	}

	[Symbol.dispose](): void {
		rmSync(this.#root, { recursive: true, force: true });
	}
}
