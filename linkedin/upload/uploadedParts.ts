import { parseJson } from '../api/parse';
import { Problem } from '../problem';
import { inPlanOrder, refuseTwins } from './partsInOrder';
import { partsListProblem, readListedPart } from './listedPart';

/** A part that arrived, as whoever sent it reports it. */
export interface UploadedPart {
	/** Without quotes, as LinkedIn wants it back. */
	readonly id: string;
	/** The answer's HTTP status; 200 where only the id was given. */
	readonly status: number;
}

/**
 * The parts that someone else uploaded, in the order of LinkedIn's plan: that of the list, or that of
 * the part numbers where every entry has one.
 *
 * @param value a list, or its JSON text, of ids or of the PUTs' answers; header names in any case,
 * ids with or without quotes
 * @param count parts of the plan; undefined where nobody knows
 * @throws Problem for a list that cannot be the whole upload: an entry without id, an answer that is
 * no success, a part that is missing or there twice, another count than the plan's
 */
export function parseUploadedParts(
	value: unknown,
	count: number | undefined,
	what = 'Uploaded Parts',
): UploadedPart[] {
	const list = typeof value === 'string' ? parseJson(value) : value;
	if (!Array.isArray(list)) throw partsListProblem(`${what} is not a list`);
	if (list.length === 0) throw partsListProblem(`${what} is empty`);
	const entries = list.map((entry: unknown, index) => readListedPart(entry, index + 1, what));
	for (const { place, status } of entries) {
		if (status === undefined || (status >= 200 && status < 300)) continue;
		throw new Problem(
			`${what}: entry ${place} has status ${status}, so this part was not uploaded`,
			{
				description: 'Send that part to its upload URL again, and use the new response.',
			},
		);
	}
	if (count !== undefined && entries.length !== count) {
		throw partsListProblem(
			`${what} has ${entries.length} ${entries.length === 1 ? 'entry' : 'entries'}, but the upload has ${count} ${count === 1 ? 'part' : 'parts'}`,
		);
	}
	const ordered = inPlanOrder(entries, what);
	refuseTwins(ordered, what);
	return ordered.map(({ id, status }) => ({ id, status: status ?? 200 }));
}
