import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

import type { IDataObject } from 'n8n-workflow';

import { until } from '../scene';
import type { WorkerJob } from './job';

export interface WorkerResult {
	readonly items: IDataObject[];
	readonly error: string | undefined;
}

export interface Worker {
	readonly process: ChildProcess;
	/** Rejects when the process dies before it has told anything. */
	readonly result: Promise<WorkerResult>;
	/** SIGKILL as soon as the condition holds, and its end. Rejects when the process dies before. */
	killedWhen(condition: () => boolean): Promise<void>;
}

const TSX = join(__dirname, '../../../node_modules/tsx/dist/cli.mjs');

/** Starts the built node in a process of its own. */
export function startWorker(job: WorkerJob): Worker {
	// Its own group: tsx has a child, which must go with it.
	const child = spawn(process.execPath, [TSX, join(__dirname, 'main.ts')], { detached: true });
	let over = false;
	let output = '';
	let errors = '';
	child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
	child.stderr.setEncoding('utf8').on('data', (text: string) => (errors += text));
	child.stdin.end(JSON.stringify(job));
	const ended = new Promise<void>((resolve) => {
		child.on('close', () => {
			over = true;
			resolve();
		});
	});
	const result = ended.then(() => {
		if (output === '') throw new Error(`the worker died: ${errors}`);
		return JSON.parse(output) as WorkerResult;
	});
	result.catch(() => undefined);
	return {
		process: child,
		result,
		async killedWhen(condition) {
			await until(condition, () => over);
			if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
			await ended;
		},
	};
}
