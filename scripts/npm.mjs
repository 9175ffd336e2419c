import { spawnSync } from 'node:child_process';

/**
 * How to start npm: command, arguments and options for spawn. The npm that runs this script is
 * used where there is one, which also spares Windows the shell that its npm.cmd would need.
 */
export function npmCommand(args) {
	const running = process.env.npm_execpath ?? '';
	return /npm-cli\.c?js$/.test(running)
		? [process.execPath, [running, ...args], {}]
		: ['npm', args, { shell: process.platform === 'win32' }];
}

/** Runs npm and shows what it says; throws when it fails. */
export function npm(args, cwd) {
	const [command, rest, options] = npmCommand(args);
	const { error, status } = spawnSync(command, rest, {
		...options,
		cwd,
		stdio: ['ignore', 'inherit', 'inherit'],
	});
	if (error !== undefined) throw error;
	if (status !== 0) throw new Error(`npm ${args[0]} ended with exit code ${status}.`);
}
