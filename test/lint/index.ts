import { spawnSync } from 'node:child_process';
import path from 'node:path';

export interface Text {
	/** From the root of the repository; its settings hold for the text. */
	readonly path: string;
	readonly text: string;
}

export interface Finding {
	readonly line: number;
	/** Null for what is no TypeScript at all. */
	readonly rule: string | null;
	readonly message: string;
}

/**
 * ESLint on texts, with this repository's own settings (`lintText.mjs`): in a process of its own,
 * because jest cannot load its plugins.
 *
 * @param rules beginnings of the names of the rules to run
 * @returns what was found in each text, in their order
 */
export function lint(rules: readonly string[], texts: readonly Text[]): Finding[][] {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		[path.join(__dirname, 'lintText.mjs')],
		{
			input: JSON.stringify({ rules, texts }),
			encoding: 'utf8',
			maxBuffer: 64 * 1024 * 1024,
			// n8n's rules for names of files see none of them where NODE_ENV is "test".
			env: { ...process.env, NODE_ENV: undefined },
		},
	);
	if (status !== 0) throw new Error(`ESLint did not run:\n${stderr}`);
	return JSON.parse(stdout) as Finding[][];
}
