import { ResponseHeaders } from '../api/http';
import { isRecord, parseJson } from '../api/parse';
import { Problem } from '../problem';
import { partIdFromETag } from './etag';

/** One entry of a list of uploaded parts, read. */
interface Entry {
	/** Where it stands in the list, for messages. */
	readonly place: number;
	readonly id: string;
	readonly partNumber: number | undefined;
	readonly status: number | undefined;
}

/** A part that arrived, as whoever sent it reports it. */
export interface UploadedPart {
	/** Without quotes, as LinkedIn wants it back. */
	readonly id: string;
	/** The answer's HTTP status; 200 where only the id was given. */
	readonly status: number;
}

const EXPECTED =
	'Give a list with one entry for each part: its id (the answer’s ETag), or the whole answer {"partNumber": 1, "httpStatusCode": 200, "headers": {"ETag": "…"}}.';

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
	const entries = list.map((entry: unknown, index) => readEntry(entry, index + 1, what));
	for (const { place, status } of entries) {
		if (status === undefined || (status >= 200 && status < 300)) continue;
		throw new Problem(
			`${what}: entry ${place} was answered with status ${status}, so its part did not arrive`,
			{
				description: 'Send that part again, to its own address, and give the new answer.',
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

function readEntry(entry: unknown, place: number, what: string): Entry {
	if (typeof entry === 'string') {
		const id = partIdFromETag(entry);
		if (id === undefined) throw partsListProblem(`${what}: entry ${place} is an empty id`);
		return { place, id, partNumber: undefined, status: undefined };
	}
	if (!isRecord(entry))
		throw partsListProblem(`${what}: entry ${place} is neither an id nor an answer`);
	const headers = new ResponseHeaders(isRecord(entry.headers) ? entry.headers : {});
	const id = partIdFromETag(headers.get('etag'));
	if (id === undefined)
		throw partsListProblem(`${what}: entry ${place} has no ETag among its headers`);
	return {
		place,
		id,
		partNumber: wholeNumber(entry.partNumber, `${what}: "partNumber" of entry ${place}`),
		// n8n's HTTP Request node says statusCode, a browser's fetch says status.
		status: wholeNumber(
			entry.httpStatusCode ?? entry.statusCode ?? entry.status,
			`${what}: the status of entry ${place}`,
		),
	};
}

function wholeNumber(value: unknown, what: string): number | undefined {
	if (value === undefined || value === null) return undefined;
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	if (typeof number === 'number' && Number.isSafeInteger(number) && number > 0) return number;
	throw partsListProblem(`${what} is not a whole number from 1`);
}

function inPlanOrder(entries: readonly Entry[], what: string): readonly Entry[] {
	const numbered = entries.filter(({ partNumber }) => partNumber !== undefined);
	if (numbered.length === entries.length) return byNumber(entries, what);
	for (const { place, partNumber } of numbered) {
		if (partNumber === place) continue;
		throw partsListProblem(
			`${what}: entry ${place} says it is part ${String(partNumber)}, while other entries have no part number`,
		);
	}
	return entries;
}

function byNumber(entries: readonly Entry[], what: string): readonly Entry[] {
	const places = new Map<number | undefined, Entry>();
	for (const entry of entries) {
		const twin = places.get(entry.partNumber);
		if (twin) {
			throw partsListProblem(
				`${what}: part ${String(entry.partNumber)} is there twice, as entries ${twin.place} and ${entry.place}`,
			);
		}
		places.set(entry.partNumber, entry);
	}
	return entries.map((_, index) => {
		const entry = places.get(index + 1);
		if (entry) return entry;
		const numbers = [...places.keys()].map(Number);
		throw partsListProblem(
			`${what}: part ${index + 1} is missing (${entries.length} entries, the highest part number is ${Math.max(...numbers)})`,
		);
	});
}

/** MD5 and longer: two parts of the same bytes have the same one. */
const HASH = /^[0-9a-f]{32,}$/i;

/** An id that is a name belongs to one part. */
function refuseTwins(entries: readonly Entry[], what: string): void {
	const seen = new Map<string, Entry>();
	for (const entry of entries) {
		const twin = seen.get(entry.id);
		if (twin && !HASH.test(entry.id)) {
			throw partsListProblem(`${what}: entries ${twin.place} and ${entry.place} have the same id`);
		}
		seen.set(entry.id, entry);
	}
}

function partsListProblem(message: string): Problem {
	return new Problem(message, { description: EXPECTED });
}
