import { isRefusedWith } from '../../api/error';
import { addDays, type Day } from './day';

/** A time that may have no end, or none at all. */
interface Ending {
	readonly from?: Day | undefined;
	readonly to?: Day | undefined;
}

/** What was asked for, and how it ended. */
interface UpTo<Found> {
	readonly found: Found;
	/** Where it ends a day earlier than asked. */
	readonly warning?: string;
}

/**
 * Today's numbers, whose end is in the future: no page says whether LinkedIn gives them. Where it refuses
 * the question, the time ends yesterday.
 *
 * @throws what `ask` throws
 */
export async function upToToday<Time extends Ending, Found>(
	time: Time,
	today: Day,
	ask: (time: Time) => Promise<Found>,
): Promise<UpTo<Found>> {
	try {
		return { found: await ask(time) };
	} catch (error) {
		const isToday = time.to === today && time.from !== undefined && time.from < today;
		if (!isToday || !isRefusedWith(error, 400)) throw error;
		const to = addDays(today, -1);
		const warning = `LinkedIn has no numbers of today yet: the last day is ${to}.`;
		return { found: await ask({ ...time, to }), warning };
	}
}
