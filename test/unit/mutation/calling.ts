import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

const FOLDER = path.join(__dirname, '../../../scripts/mutation');

/**
 * The result of a function of scripts/mutation, which jest cannot load.
 *
 * @param args anything that JSON can say
 */
export function call(file: string, name: string, ...args: readonly unknown[]): unknown {
	const module = pathToFileURL(path.join(FOLDER, file)).href;
	const program = `
		import { readFileSync } from 'node:fs';
		const { ${name} } = await import(${JSON.stringify(module)});
		const result = ${name}(...JSON.parse(readFileSync(0, 'utf8')));
		process.stdout.write(JSON.stringify(result));
	`;
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--input-type=module', '-e', program],
		{ input: JSON.stringify(args), encoding: 'utf8' },
	);
	if (status !== 0) throw new Error(stderr);
	return JSON.parse(stdout);
}
