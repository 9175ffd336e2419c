import { givenRows, ROW_FIELDS } from '../../../fields/imageRows';
import type { Field, Values } from '../../../form/field';
import { readMediaSource } from './mediaSource';

/** The fields of a row that say where its image comes from, of which one is shown; in n8n's order. */
export const rowSources = [ROW_FIELDS.url, ROW_FIELDS.urn, ROW_FIELDS.binaryData] as const;

type Rows = Parameters<typeof givenRows>[0];

/**
 * Reads the rows that hold an image, with what else stands in them.
 *
 * @param field the rows
 */
export function readRows<Each extends ReturnType<Rows['read']>[number]>(
	field: Field<readonly Each[]>,
	values: Values,
) {
	const source = readMediaSource(values);
	return source === 'none' ? [] : givenRows(field, source, values);
}
