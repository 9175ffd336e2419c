import { newest } from './installs';
import { N8n } from './n8n';
import { removeFolder } from './paths';
import { Services } from './services';
import { Session } from './session';
import { Simulator, type SimulatorOptions } from './simulator';

export interface QueueOptions {
	readonly workers: number;
	/** Executions that one worker runs at once. */
	readonly concurrency: number;
	readonly simulator?: SimulatorOptions;
}

/** n8n as it runs in production: one process with editor and webhooks, workers that execute. */
export class Queue {
	private constructor(
		readonly services: Services,
		readonly simulator: Simulator,
		readonly main: N8n,
		readonly workers: N8n[],
		readonly session: Session,
		private readonly options: QueueOptions,
	) {}

	static async open(options: QueueOptions): Promise<Queue> {
		const services = await Services.reserve();
		try {
			const simulator = await Simulator.start(options.simulator);
			const main = await N8n.start({ install: newest(), environment: services.environment });
			const session = await Session.setUp(main.url);
			const queue = new Queue(services, simulator, main, [], session, options);
			for (let index = 0; index < options.workers; index++) await queue.startWorker();
			return queue;
		} catch (error) {
			await services.release();
			throw error;
		}
	}

	async startWorker(): Promise<N8n> {
		const worker = await N8n.startWorker(
			{ install: newest(), environment: this.services.environment },
			this.options.concurrency,
		);
		this.workers.push(worker);
		return worker;
	}

	/** Without a goodbye, as when its machine fails. */
	async killWorker(index: number): Promise<void> {
		const [worker] = this.workers.splice(index, 1);
		if (!worker) throw new Error(`there is no worker ${index}`);
		await worker.kill();
		removeFolder(worker.userFolder);
	}

	/** Executions that each worker has begun, by its log. */
	executionsOf(worker: N8n): number {
		return worker.log.match(/Worker started execution/g)?.length ?? 0;
	}

	async close(): Promise<void> {
		await Promise.all(this.workers.map((worker) => worker.stop()));
		await this.main.stop();
		await this.simulator.stop();
		await this.services.release();
	}
}
