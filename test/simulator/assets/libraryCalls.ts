import type { Call } from '../core/routing';
import { batchGet } from './batchGet';
import type { Collection, MediaAsset } from './collection';
import { find } from './find';
import { partialUpdate } from './partialUpdate';
import { getSingle } from './single';

/** The calls that videos and images answer in the same way. */
export function libraryCalls<Asset extends MediaAsset>(
	collection: Collection<Asset>,
): Readonly<Record<string, Call>> {
	const { path } = collection;
	return {
		'GET ?ids': [`${path}.batchGet`, batchGet(collection)],
		'GET ?q=associatedAccount': [`${path}.find`, find(collection)],
		'POST /key': [`${path}.partialUpdate`, partialUpdate(collection)],
		'GET /key': [`${path}.get`, getSingle(collection)],
	};
}
