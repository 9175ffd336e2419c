import { isRecord } from '../../linkedin/api/parse';
import type { Parse } from '../form/field';
import { toNames } from '../form/lists';

/** What stands in a field, as it was given. */
export type Given = readonly unknown[];

/** A list; an expression may give the binary data itself instead of the fields' names. */
export const many =
	(splitText: Parameters<typeof toNames>[0]): Parse<Given> =>
	(value, what) =>
		isListOfData(value)
			? value
			: // A hole is an image that there is not this time.
				toNames(splitText)(value, what).filter((entry) => entry !== '');

function isListOfData(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.some(isRecord);
}
