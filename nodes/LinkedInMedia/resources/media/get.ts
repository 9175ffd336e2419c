import type { MediaCollection } from '../../../../linkedin/media/collections';
import { getEntity, type EntityKey, type MediaEntity } from '../../../../linkedin/media/entity';
import { waitUntilAvailable } from '../../../../linkedin/media/wait';
import { itemOptions } from '../../../fields/itemOptions';
import { optionalAccount } from '../../../fields/account';
import { simplify } from '../../../fields/results';
import { waitMsOf, waitSeconds } from '../../../fields/options';
import { libraryUrnField, urnField } from '../../../fields/urns';
import type { Item } from '../../../run/item';
import type { ItemOperation } from '../../../run/operation';
import { withArticle } from './nouns';
import { toEntry } from '../../../run/entry';

const options = itemOptions(waitSeconds);

interface Read {
	/** Whether an ad account may have entries of this collection in its library. */
	readonly inLibrary: boolean;
	readonly description: string;
}

/** One entry; if the user wants, only once LinkedIn has processed it. */
export function getOperation(
	collection: MediaCollection,
	{ inLibrary, description }: Read,
): ItemOperation {
	const urn = inLibrary ? libraryUrnField(collection) : urnField(collection);
	return {
		value: 'get',
		name: 'Get',
		action: `Get ${withArticle(collection)}`,
		description,
		fields: [urn, ...(inLibrary ? [optionalAccount] : []), simplify, options],
		async execute(item) {
			const key = {
				urn: item.read(urn),
				account: inLibrary ? item.read(optionalAccount) : undefined,
			};
			const isSimple = item.read(simplify);
			const waitMs = waitMsOf(item.read(options));
			const entity = await getEntity(item.client, collection, key);
			const ready = waitMs === 0 || entity.status === 'AVAILABLE';
			const seen = ready ? entity : await wait(item, { ...key, collection }, waitMs);
			return [{ json: toEntry(seen ?? entity, isSimple) }];
		},
	};
}

/** Waits, with a warning if that ended early; undefined if the entry could not be read again. */
async function wait(
	item: Item,
	watched: EntityKey & { readonly collection: MediaCollection },
	waitMs: number,
): Promise<MediaEntity | undefined> {
	const { entity, warning } = await waitUntilAvailable(item.client, watched, {
		timeoutMs: waitMs,
		looks: item.context.looks,
		signal: item.signal,
	});
	if (warning !== undefined) item.warn(warning);
	return entity;
}
