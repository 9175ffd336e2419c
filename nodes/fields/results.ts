import type { FieldGroup } from '../form/field';
import { flag, whole } from '../form/fields';

export const simplify = flag({
	displayName: 'Simplify',
	name: 'simplify',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
});

/** For operations that read many entries by URN. */
export const failOnMissing = flag({
	displayName: 'Fail on Missing',
	name: 'failOnMissing',
	default: false,
	description:
		'Whether to fail if LinkedIn can’t find a URN. Otherwise the item has "lookupError".',
});

const returnAll = flag({
	displayName: 'Return All',
	name: 'returnAll',
	default: false,
	description: 'Whether to return all results or only up to a given limit',
});

const limit = whole({
	displayName: 'Limit',
	name: 'limit',
	default: 50,
	least: 1,
	most: 1_000_000,
	description: 'Max number of results to return',
}).when({ returnAll: [false] });

/** The most results to return; Infinity for all. */
export const most: FieldGroup<number> = {
	fields: [returnAll, limit],
	read: (values) => (returnAll.read(values) ? Infinity : limit.read(values)),
};
