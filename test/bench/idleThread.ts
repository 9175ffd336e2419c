import { once } from 'node:events';
import { Worker } from 'node:worker_threads';

/** As the thread that is measured looks at its turns, in the thread that has nothing to do. */
const SCRIPT = `
	const { parentPort, workerData } = require('node:worker_threads');
	const turns = require('node:perf_hooks').monitorEventLoopDelay({ resolution: workerData });
	turns.enable();
	parentPort.on('message', (what) => {
		if (what === 'again') turns.reset();
		else parentPort.postMessage(turns.max / 1e6 - workerData);
	});
`;

/**
 * How long even a thread that does nothing waits for its turn: where other processes need the same
 * cores, as servers of the bench do, this is not the work that is measured.
 */
export class IdleThread {
	private constructor(private readonly worker: Worker) {}

	/** @param resolution of the turns, in milliseconds */
	static async start(resolution: number): Promise<IdleThread> {
		const worker = new Worker(SCRIPT, { eval: true, workerData: resolution });
		await once(worker, 'online');
		// A job that fails ends its process.
		worker.unref();
		return new IdleThread(worker);
	}

	again(): void {
		this.worker.postMessage('again');
	}

	/** Ends the thread. @returns its longest time without a turn, in milliseconds */
	async longestMs(): Promise<number> {
		this.worker.ref();
		this.worker.postMessage('end');
		const message: readonly unknown[] = await once(this.worker, 'message');
		await this.worker.terminate();
		return Number(message[0]);
	}
}
