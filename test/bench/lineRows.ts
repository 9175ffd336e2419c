import { BenchLab } from './lab';
import type { Measure } from './measure';
import type { Plane } from './job';
import { AUTOMATIC, canMeasure, secondsOf, send } from './overLine';
import { mib, MIB, round, type Row } from './rows';
import type { LineShape } from './shapedLine';

const ROUND_TRIPS: readonly number[] = [20, 100, 200];
/** n8n's helper, which keeps no connection, is measured on lines of this one. */
const MIDDLE_TRIP = 100;
/** The user's numbers that automatic lanes have to stand beside. */
const FIXED: readonly number[] = [1, 2, 4, 8, 16];
/** LinkedIn's; on a slow line they are smaller, so that there are as many of them as on a fast one. */
const PART = 4 * MIB;
const LEAST_PARTS = 36;
/** So slow that the machine has time for several of them at once. */
const SLOW_MBIT = 5;

/**
 * Automatic lanes beside the best fixed number, on every line of the grid.
 */
export const lines: Measure = async (_, { lineSeconds, lineRates }) => {
	if (!canMeasure()) return [];
	const rows: Row[] = [];
	for (const plane of ['undici', 'helper'] as const) {
		for (const mbit of lineRates) {
			for (const roundTripMs of ROUND_TRIPS) {
				if (plane === 'helper' && roundTripMs !== MIDDLE_TRIP) continue;
				const row = await lineRow(plane, { mbit, roundTripMs }, lineSeconds);
				console.log(JSON.stringify(row));
				rows.push(row);
			}
		}
	}
	return rows;
};

async function lineRow(plane: Plane, shape: LineShape, seconds: number): Promise<Row> {
	const wanted = ((shape.mbit * 1e6) / 8) * seconds;
	const partBytes = Math.min(PART, Math.ceil(wanted / LEAST_PARTS / 1024) * 1024);
	const bytes = Math.ceil(wanted / partBytes) * partBytes;
	const lab = await BenchLab.open();
	try {
		await lab.configure({ partBytes });
		const run = (partConcurrency: number) =>
			send(lab, shape, { plane, bytes, options: { partConcurrency } });
		const sent = await each([AUTOMATIC, ...FIXED], run, shape.mbit <= SLOW_MBIT);
		const [automatic, ...fixed] = sent;
		if (!automatic) throw new Error('nothing was measured');
		const value = round(Math.min(...fixed.map(({ result }) => result.ms)) / automatic.result.ms);
		return {
			what: `${shape.mbit} Mbit/s, ${shape.roundTripMs} ms: automatic lanes against the best fixed number`,
			way: plane,
			value,
			unit: '×',
			budget: '≥ 0.9',
			holds: value >= 0.9,
			detail: {
				MiB: mib(bytes),
				'KiB a part': partBytes / 1024,
				'automatic s': secondsOf(automatic),
				...Object.fromEntries(FIXED.map((lanes, index) => [`${lanes} s`, secondsOf(fixed[index])])),
				'sent of it': round(automatic.share, 3),
			},
		};
	} finally {
		await lab.close();
	}
}

/** One after another, or all at once. */
async function each<Given, Result>(
	given: readonly Given[],
	work: (one: Given) => Promise<Result>,
	together: boolean,
): Promise<Result[]> {
	if (together) return Promise.all(given.map(work));
	const results: Result[] = [];
	for (const one of given) results.push(await work(one));
	return results;
}
