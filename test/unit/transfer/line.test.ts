import { Line, SilentLine, TransferTimeout, type Shipment } from '../../../linkedin/transfer/line';

const MIB = 1024 * 1024;
const MINUTE = 60_000;

/** A line, and what ended the shipments on it. */
function lab() {
	const line = new Line();
	const ended: Array<SilentLine | TransferTimeout> = [];
	const begin = (bytes: number, begun: number, taken?: () => number): Shipment => {
		const shipment: Shipment = { bytes, begun, taken, end: (why) => ended.push(why) };
		line.begin(shipment);
		return shipment;
	};
	/** Looks every second, until something is ended. @returns when that was */
	const watch = (from: number, until: number): number => {
		let now = from;
		while (now < until && ended.length === 0) {
			now += 1000;
			line.look(now);
		}
		return now;
	};
	return { line, ended, begin, watch };
}

describe('a line that moves', () => {
	test('for others has time for a part that does not', () => {
		const { line, ended, begin } = lab();
		begin(4 * MIB, 0);
		// At 0.6 MB/s: an answer every seven seconds, for two hours.
		for (let now = 0; now < 120 * MINUTE; now += 7000) {
			const other = begin(4 * MIB, now);
			line.look(now + 6999);
			line.end(other, now + 7000, true);
		}
		expect(ended).toEqual([]);
	});

	test.each<[string, number, number | undefined]>([
		['has time', 300, undefined],
		['has six hours', 600, 360],
	])('only into the system’s buffers %s', (_, minutes, endedAfter) => {
		const { ended, begin, watch } = lab();
		let taken = 0;
		begin(100 * MIB, 0, () => (taken += 100));
		const now = watch(0, minutes * MINUTE);
		expect(ended.length > 0 ? Math.round(now / MINUTE) : undefined).toBe(endedAfter);
		if (endedAfter !== undefined) expect(ended[0]).toBeInstanceOf(TransferTimeout);
	});
});

describe('a silent line', () => {
	/** Seconds until it is ended. @param rate measured before, bytes per millisecond */
	const silence = (bytes: readonly number[], rate?: number): number => {
		const { line, ended, begin, watch } = lab();
		const start = rate === undefined ? 0 : (10 * MIB) / rate;
		if (rate !== undefined) line.end(begin(10 * MIB, 0), start, true);
		for (const size of bytes) begin(size, start);
		const now = watch(start, start + 600 * MINUTE);
		expect(ended).toHaveLength(bytes.length);
		expect(ended[0]).toBeInstanceOf(SilentLine);
		return Math.round((now - start) / 1000);
	};

	test.each<[string, readonly number[], number | undefined, number]>([
		// 60 s, and twice what it should take at the rate measured.
		['fast, one part', [4 * MIB], 10_000, 61],
		['of 95 kB/s, one part', [4 * MIB], 95, 149],
		['of 95 kB/s, two parts', [4 * MIB, 4 * MIB], 95, 237],
		['of 600 kB/s, 16 parts', Array<number>(16).fill(4 * MIB), 600, 284],
		// Nothing is known yet: as if it had 16 kB/s, ten minutes at most.
		['unknown, one small part', [65_536], undefined, 69],
		['unknown, eight parts', Array<number>(8).fill(4 * MIB), undefined, 601],
		// One body which the buffers may hold out of sight.
		['unknown, 100 MiB in one piece', [100 * MIB], undefined, 6554],
	])('%s: is ended after its patience', (_, bytes, rate, seconds) => {
		expect(Math.abs(silence(bytes, rate) - seconds)).toBeLessThanOrEqual(1);
	});

	test('that was idle before has not been silent', () => {
		const { line, ended, begin } = lab();
		line.end(begin(10, 0), 10, true);
		begin(10, 60 * MINUTE);
		line.look(60 * MINUTE + 1000);
		expect(ended).toEqual([]);
	});

	test('has the same patience for who comes late', () => {
		const { line } = lab();
		const ended: string[] = [];
		const end = (name: string) => ({ end: () => ended.push(name) });
		// One that cannot be ended stays on it.
		line.begin({ bytes: 10, begun: 0, ...end('stuck') });
		line.look(61_000);
		expect(ended).toEqual(['stuck']);
		line.begin({ bytes: 10, begun: 61_000, ...end('late') });
		line.look(62_000);
		line.look(120_000);
		expect(ended).not.toContain('late');
		line.look(122_000);
		expect(ended).toContain('late');
	});

	test('moves by an answer, not by a failure', () => {
		const { line, ended, begin } = lab();
		begin(10, 0);
		line.end(begin(10, 0), 50_000, true);
		line.look(100_000);
		expect(ended).toEqual([]);
		line.end(begin(10, 100_000), 105_000, false);
		line.look(710_000);
		expect(ended).toHaveLength(1);
	});
});

test('the measure follows a line that has become slow', () => {
	const { line, begin } = lab();
	let now = 0;
	const send = (ms: number) => {
		const part = begin(4 * MIB, now);
		now += ms;
		line.end(part, now, true);
	};
	for (let index = 0; index < 100; index += 1) send(400);
	begin(4 * MIB, now);
	const fast = line.patienceMs();
	for (let index = 0; index < 10; index += 1) send(40_000);
	expect(line.patienceMs()).toBeGreaterThan(fast + 30_000);
});
