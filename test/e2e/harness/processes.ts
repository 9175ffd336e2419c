import { spawn, type ChildProcess } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';

export interface Command {
	/** Stands before what goes wrong with it. */
	readonly name: string;
	readonly program: string;
	readonly args: readonly string[];
	readonly environment: Readonly<Record<string, string>>;
	readonly folder: string;
}

const running = new Set<Running>();

/** The last characters that a process printed; more than any start or failure of n8n prints. */
const KEPT_OUTPUT = 200_000;

/** A started process with all that it starts itself: one process group, which ends as one. */
export class Running {
	private readonly child: ChildProcess;
	private readonly ended: Promise<void>;
	private printed = '';
	private exit: string | undefined;

	constructor(private readonly command: Command) {
		this.child = spawn(command.program, command.args, {
			cwd: command.folder,
			env: command.environment,
			stdio: ['ignore', 'pipe', 'pipe'],
			// A group of its own: Ctrl+C reaches only this process, which ends the others in order.
			detached: true,
		});
		for (const stream of [this.child.stdout, this.child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text: string) => {
				this.printed = (this.printed + text).slice(-KEPT_OUTPUT);
			});
		}
		this.ended = new Promise((resolve) => {
			this.child.once('error', (error) => {
				this.exit ??= error.message;
				resolve();
			});
			this.child.once('close', (code, signal) => {
				this.exit ??= signal ?? `exit code ${String(code)}`;
				running.delete(this);
				resolve();
			});
		});
		running.add(this);
	}

	get output(): string {
		return this.printed;
	}

	get pid(): number {
		if (this.child.pid === undefined) throw new Error(`${this.command.name} did not start`);
		return this.child.pid;
	}

	/** Waits until `ready` gives a value; fails with the output when the process ends before. */
	async until<T>(
		ready: () => T | undefined | Promise<T | undefined>,
		timeoutMs: number,
	): Promise<T> {
		for (const limit = Date.now() + timeoutMs; ;) {
			const found = await ready();
			if (found !== undefined) return found;
			if (this.exit !== undefined) throw this.failure(`ended (${this.exit})`);
			if (Date.now() > limit) throw this.failure(`was not ready after ${timeoutMs / 1000} s`);
			await wait(100);
		}
	}

	/** Waits for its end. @returns the exit code, or the signal that ended it */
	async wait(): Promise<string> {
		await this.ended;
		return this.exit ?? '';
	}

	/** Asks it to end, and makes it end when it does not. */
	async stop(): Promise<void> {
		this.signal('SIGTERM');
		const patience = new AbortController();
		await Promise.race([
			this.ended,
			wait(20_000, undefined, { signal: patience.signal }).catch(() => undefined),
		]);
		patience.abort();
		this.kill();
		await this.ended;
	}

	/** Ends the whole group at once, as a crash of the machine would. */
	kill(): void {
		this.signal('SIGKILL');
	}

	private signal(signal: NodeJS.Signals): void {
		if (this.child.pid === undefined) return;
		try {
			process.kill(-this.child.pid, signal);
		} catch (error) {
			// Nobody of the group is left.
			if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
		}
	}

	private failure(what: string): Error {
		return new Error(`${this.command.name} ${what}:\n${this.printed.slice(-8000)}`);
	}
}

/** Runs it to its end. @throws with what it printed, unless the exit code is 0 */
export async function run(command: Command): Promise<string> {
	const process = new Running(command);
	const exit = await process.wait();
	if (exit !== 'exit code 0') {
		throw new Error(`${command.name} ended (${exit}):\n${process.output.slice(-8000)}`);
	}
	return process.output;
}

/** What else must not stay behind when a run is interrupted. */
export const cleanups = new Set<() => Promise<void>>();

/** Also what a suite that could not be prepared left running. */
export async function stopAll(): Promise<void> {
	await Promise.all([...running].map((process) => process.stop()));
	await Promise.all([...cleanups].map((cleanup) => cleanup()));
}

/** However this process ends, nothing that it started outlives it; SIGKILL alone is beyond reach. */
export function endWithProcesses(): void {
	let stopping = false;
	for (const [signal, code] of [
		['SIGINT', 130],
		['SIGTERM', 143],
		['SIGHUP', 129],
	] as const) {
		process.on(signal, () => {
			if (stopping) return;
			stopping = true;
			void stopAll().finally(() => process.exit(code));
		});
	}
	process.on('exit', () => {
		for (const each of running) each.kill();
	});
}
