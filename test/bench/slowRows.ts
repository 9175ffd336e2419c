import type { Measure } from './measure';
import { AUTOMATIC, canMeasure, secondsOf, send } from './overLine';
import { mib, round, type Row } from './rows';

/** Whole parts of LinkedIn's size on the slowest line, where each takes most of a minute by itself. */
export const slowest: Measure = async (lab, { slowestBytes }) => {
	if (!canMeasure()) return [];
	const shape = { mbit: 0.76, roundTripMs: 100 };
	return Promise.all(
		(['undici', 'helper'] as const).map(async (plane): Promise<Row> => {
			const options = { partConcurrency: AUTOMATIC };
			const sent = await send(lab, shape, { plane, bytes: slowestBytes, options });
			const value = round(sent.share, 3);
			return {
				what: `${mib(slowestBytes)} MiB at ${shape.mbit} Mbit/s: bytes sent against the file's size`,
				way: `${plane}, automatic lanes`,
				value,
				unit: '×',
				budget: '≤ 1.1',
				holds: value <= 1.1,
				detail: { s: secondsOf(sent), 'line s': round((slowestBytes * 8) / shape.mbit / 1e6, 1) },
			};
		}),
	);
};

const ITEMS = 8;

/** Many videos share a slow line: at once they may take hardly longer than one after another. */
export const items: Measure = async (lab, { slowestBytes }) => {
	if (!canMeasure()) return [];
	const shape = { mbit: 4.8, roundTripMs: 100 };
	const ways = [
		['undici', AUTOMATIC],
		['undici', 8],
		['helper', AUTOMATIC],
	] as const;
	return Promise.all(
		ways.map(async ([plane, partConcurrency]): Promise<Row> => {
			const run = (itemConcurrency: number) =>
				send(lab, shape, {
					plane,
					bytes: slowestBytes,
					options: { itemConcurrency, partConcurrency },
					job: { items: ITEMS },
				});
			const [inTurn, atOnce] = await Promise.all([run(1), run(ITEMS)]);
			const value = round(atOnce.result.ms / inTurn.result.ms);
			return {
				what: `${ITEMS} × ${mib(slowestBytes)} MiB at ${shape.mbit} Mbit/s: all at once against one after another`,
				way: `${plane}, ${partConcurrency === AUTOMATIC ? 'automatic' : partConcurrency} lanes`,
				value,
				unit: '×',
				budget: '≤ 1.15',
				holds: value <= 1.15,
				detail: {
					'one after another s': secondsOf(inTurn),
					'at once s': secondsOf(atOnce),
					'sent of it': round(atOnce.share, 3),
				},
			};
		}),
	);
};
