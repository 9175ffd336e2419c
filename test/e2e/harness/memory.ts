import { readFileSync } from 'node:fs';

/** Resident memory of a process while something runs: Linux's own numbers, bytes. */
export class MemoryWatch {
	private highest: number;
	private readonly timer: NodeJS.Timeout;

	constructor(private readonly pid: number) {
		this.highest = residentMemory(pid);
		this.timer = setInterval(() => {
			this.highest = Math.max(this.highest, residentMemory(this.pid));
		}, 50);
	}

	/** @returns the highest value that was seen */
	stop(): number {
		clearInterval(this.timer);
		return this.highest;
	}
}

export function residentMemory(pid: number): number {
	const [, kilobytes] =
		/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
	if (kilobytes === undefined) throw new Error(`no memory of process ${pid} is known`);
	return Number(kilobytes) * 1024;
}
