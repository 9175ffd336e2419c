import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { Job, JobResult } from './job';
import type { ShapedLine } from './shapedLine';

const TSX = join(__dirname, '../../node_modules/tsx/dist/cli.mjs');

/**
 * Runs one job in a process of its own.
 *
 * @param node another Node than the one that runs
 * @param line behind which it runs
 */
export function runJob(job: Job, node = process.execPath, line?: ShapedLine): Promise<JobResult> {
	const worker = [node, '--expose-gc', '--import', 'tsx', join(__dirname, 'worker.ts')];
	const [command = '', ...args] = line ? line.around(worker) : worker;
	const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] });
	let output = '';
	let errors = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	child.stdin.end(JSON.stringify(job));
	return new Promise((resolve, reject) => {
		child.on('close', (code) => {
			if (code === 0) resolve(JSON.parse(output) as JobResult);
			else reject(new Error(`a process of the bench failed: ${errors || output}`));
		});
	});
}

/** A server in a process of its own, so that it takes no time from what is measured. */
export interface Server {
	readonly url: string;
	stop(): Promise<void>;
}

export function startServer(script: string, args: readonly string[] = []): Promise<Server> {
	const child = spawn(process.execPath, [TSX, join(__dirname, script), ...args], {
		stdio: ['ignore', 'pipe', 'inherit'],
		detached: true,
	});
	return new Promise((resolve, reject) => {
		let output = '';
		child.on('exit', (code) => {
			reject(new Error(`${script} ended with ${code ?? 'a signal'}`));
		});
		child.stdout.setEncoding('utf8').on('data', (text: string) => {
			output += text;
			const url = /http:\/\/127\.0\.0\.1:\d+/.exec(output)?.[0];
			if (url !== undefined) resolve({ url, stop: () => stop(child) });
		});
	});
}

function stop(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		child.removeAllListeners('exit');
		child.on('exit', () => {
			resolve();
		});
		if (child.pid !== undefined) process.kill(-child.pid, 'SIGTERM');
	});
}
