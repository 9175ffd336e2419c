import { startSimulator, type Simulator, type SimulatorOptions } from '../../../simulator';

export interface Lab {
	readonly simulator: Simulator;
}

/** One simulator per file, fresh for each test; a fault that was never met fails the test. */
export function useSimulator(options: SimulatorOptions = {}): Lab {
	let started: Simulator | undefined;
	beforeAll(async () => {
		started = await startSimulator(options);
	});
	afterEach(async () => {
		const unmet = started?.unmetFaults();
		await started?.reset();
		expect(unmet).toEqual([]);
	});
	afterAll(async () => {
		await started?.close();
	});
	return {
		get simulator(): Simulator {
			if (started === undefined) throw new Error('the simulator starts before the first test');
			return started;
		},
	};
}
