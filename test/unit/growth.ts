/** Of the larger text, in smaller ones: linear work takes so many times longer, quadratic its square. */
const FACTOR = 16;
/** Nearer to the square, on a scale of powers: collecting garbage may take many times as long as the work. */
const MOST = FACTOR ** 1.75;
/** Below it the clock, and not the work, is measured. */
const LEAST_MS = 4;
const TRIES = 5;

/**
 * That work takes time in proportion to its input, on any machine: it is compared with itself. Processor
 * time of this process counts, the least of several tries, so that nobody else's work does.
 *
 * @param work with so much of the input, e.g. so many characters
 * @param from the least for which that holds: beyond bounds that the work has in itself
 */
export function expectLinear(work: (size: number) => void, from: number): void {
	const small = sizeThatCounts(work, from);
	let growth = Infinity;
	for (let tries = 0; growth > MOST && tries < TRIES; tries += 1) {
		growth = Math.min(growth, leastMs(work, small * FACTOR) / leastMs(work, small));
	}
	expect({ growth, isLinear: growth <= MOST }).toMatchObject({ isLinear: true });
}

/** Work that is done at once is given more to do. */
function sizeThatCounts(work: (size: number) => void, from: number): number {
	let size = from;
	while (size < from * 64 && leastMs(work, size, 1) < LEAST_MS) size *= 2;
	return size;
}

function leastMs(work: (size: number) => void, size: number, times = 2): number {
	let least = Infinity;
	for (let time = 0; time < times; time += 1) {
		const begun = process.cpuUsage();
		work(size);
		const { user, system } = process.cpuUsage(begun);
		least = Math.min(least, (user + system) / 1000);
	}
	return Math.max(least, Number.EPSILON);
}
