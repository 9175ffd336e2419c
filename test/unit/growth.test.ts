import { expectLinear } from './growth';

/** Work whose steps can be counted, and no optimizer leaves out. */
function work(steps: number): number {
	let sum = 0;
	for (let step = 0; step < steps; step += 1) sum += step & 7;
	return sum;
}

test('linear work passes', () => {
	expectLinear((size) => {
		expect(work(size * 100)).toBeGreaterThanOrEqual(0);
	}, 1000);
});

test('quadratic work does not', () => {
	expect(() => {
		expectLinear((size) => {
			expect(work(size * size)).toBeGreaterThanOrEqual(0);
		}, 5000);
	}).toThrow('isLinear');
});
