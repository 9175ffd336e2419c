import { ResponseHeaders } from '../api/http';
import { isRecord, recordOf } from '../api/parse';
import { Problem } from '../problem';
import { partIdFromETag } from './etag';

/** One parsed entry of a list of uploaded parts. */
export interface ListedPart {
	/** Its position in the list, for messages. */
	readonly place: number;
	readonly id: string;
	readonly partNumber: number | undefined;
	readonly status: number | undefined;
}

const EXPECTED =
	'Use a list with one entry per part: its ID (the ETag header of the response), or the whole response {"partNumber": 1, "httpStatusCode": 200, "headers": {"ETag": "…"}}.';

/** @throws Problem for an entry without an ID, or with an invalid number */
export function readListedPart(entry: unknown, place: number, what: string): ListedPart {
	if (typeof entry === 'string') {
		const id = partIdFromETag(entry);
		if (id === undefined) throw partsListProblem(`${what}: entry ${place} is empty`);
		return { place, id, partNumber: undefined, status: undefined };
	}
	if (!isRecord(entry))
		throw partsListProblem(`${what}: entry ${place} is neither an ID nor a response`);
	const headers = new ResponseHeaders(recordOf(entry.headers));
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

/** The error for a list that is not that of a whole upload. */
export function partsListProblem(message: string): Problem {
	return new Problem(message, { description: EXPECTED });
}
