import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { MessageChannel, receiveMessageOnPort, Worker } from 'node:worker_threads';

interface Report {
	readonly passed: boolean;
	readonly output: string;
}

/** In a thread of its own, since jest cannot load it; it loads TypeScript once for all tests of a file. */
const ask = (() => {
	const { port1, port2 } = new MessageChannel();
	const answered = new Int32Array(new SharedArrayBuffer(4));
	const worker = new Worker(path.join(__dirname, 'houseWorker.mjs'), {
		workerData: { port: port2, answered },
		transferList: [port2],
	});
	worker.unref();
	return (args: readonly string[]): Report => {
		Atomics.store(answered, 0, 0);
		port1.postMessage(args);
		if (Atomics.wait(answered, 0, 0, 60_000) === 'timed-out') throw new Error('no answer came');
		const { message } = receiveMessageOnPort(port1) as { message: Report };
		return message;
	};
})();

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

	house(...args: string[]): Report {
		return ask(['--root', this.#root, ...args]);
	}

	read(file: string): string {
		return readFileSync(path.join(this.#root, file), 'utf8');
	}

	[Symbol.dispose](): void {
		rmSync(this.#root, { recursive: true, force: true });
	}
}
