/** Of the larger input, in smaller ones: linear work takes so many times longer, quadratic its square. */
const FACTOR = 8;
/** Halfway between the two, on a scale of powers. */
const MOST = FACTOR ** 1.5;
/**
 * Shorter times count as this much: compiling and collecting garbage take as long. Quadratic work that is
 * done in less than `MOST` times this is not noticed, so inputs must be large enough.
 */
const LEAST_MS = 20;
const TRIES = 3;

/**
 * That work takes time in proportion to its input, on any machine: it is compared with itself. Processor
 * time of this process counts, the least of several tries, so that nobody else's work does.
 *
 * @param work with so much of the input, e.g. so many characters
 * @param size of the smaller input: with eight times as much, quadratic work must take half a second
 */
export function expectLinear(work: (size: number) => void, size: number): void {
	let growth = Infinity;
	for (let tries = 0; growth > MOST && tries < TRIES; tries += 1) {
		growth = Math.min(growth, cpuMs(work, size * FACTOR) / cpuMs(work, size));
	}
	expect({ growth, isLinear: growth <= MOST }).toMatchObject({ isLinear: true });
}

function cpuMs(work: (size: number) => void, size: number): number {
	const begun = process.cpuUsage();
	work(size);
	const { user, system } = process.cpuUsage(begun);
	return Math.max((user + system) / 1000, LEAST_MS);
}
