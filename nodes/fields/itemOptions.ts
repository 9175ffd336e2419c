import { optionsWith } from '../form/collection';
import type { AnyField } from '../form/field';
import { checkOnly, includeInputFields, itemConcurrency, maxRetries } from './options';

/**
 * The collection "Options" of an operation on one item: those for running an item, which the run
 * itself reads, and the operation's own.
 */
export function itemOptions<const Fields extends readonly AnyField[]>(...fields: Fields) {
	return optionsWith(includeInputFields, itemConcurrency, maxRetries, ...fields);
}

/** The same of an operation that writes to LinkedIn. */
export function writeOptions<const Fields extends readonly AnyField[]>(...fields: Fields) {
	return itemOptions(checkOnly, ...fields);
}
