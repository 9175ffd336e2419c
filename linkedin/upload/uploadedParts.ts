import { parseJson } from '../api/parse';
import { Problem } from '../problem';
import { inPlanOrder, refuseTwins } from './partsInOrder';
import { partsListProblem, readListedPart } from './listedPart';

/** An uploaded part, as reported by whoever sent it. */
export interface UploadedPart {
	/** Without quotes, as LinkedIn requires it. */
	readonly id: string;
	/** The answer's HTTP status; 200 if only the ID was given. */
	readonly status: number;
}

/**
 * The parts that another system uploaded, in the order of LinkedIn's plan: that of the list or, if
 * every entry has a part number, that of the numbers.
 *
 * @param value a list, or its JSON text, of IDs or of the responses to the PUTs; header names in
 * any case, IDs with or without quotes
 * @param count number of parts in the plan; undefined if unknown
 * @throws Problem for a list that can't be the whole upload: an entry without an ID, a response
 * that is not a success, a missing or duplicate part, a different number of parts than planned
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
