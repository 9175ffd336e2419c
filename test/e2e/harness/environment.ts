import { delimiter } from 'node:path';
import { env, execPath } from 'node:process';
import { dirname } from 'node:path';

/**
 * What a child process gets: not the settings that whoever runs this has for an n8n of their own.
 *
 * @param programs folders that come first on PATH
 */
export function childEnvironment(
	more: Readonly<Record<string, string>> = {},
	...programs: readonly string[]
): Record<string, string> {
	const path = [...programs, dirname(execPath), env.PATH ?? ''].join(delimiter);
	return { PATH: path, HOME: env.HOME ?? '', LANG: 'C.UTF-8', TZ: 'UTC', ...more };
}
