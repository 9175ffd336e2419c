import { updateDisplayOptions, type IExecuteFunctions, type INodeProperties } from 'n8n-workflow';

import type { Collection } from '../../../../linkedin/media/collections';
import { getEntity, type EntityKey, type MediaEntity } from '../../../../linkedin/media/entity';
import { waitUntilAvailable } from '../../../../linkedin/media/wait';
import { optionalAccountField, readOptionalAccount } from '../fields/account';
import { waitOptions } from '../fields/options';
import { readUrn, urnField } from '../fields/urn';
import { toBoolean, toWhole } from '../fields/values';
import type { MediaOperation } from '../operation';
import type { ItemRun } from '../run';
import { readCollection, readSimplify, simplifyField } from './fields';
import { toEntry } from './output';

/** @param inLibrary whether an ad account may have entries of this collection in its library */
export function describeGet(collection: Collection, inLibrary: boolean): INodeProperties[] {
	return updateDisplayOptions({ show: { resource: [collection.urnType], operation: ['get'] } }, [
		urnField(collection),
		...(inLibrary ? [optionalAccountField] : []),
		simplifyField,
		{
			displayName: 'Options',
			name: 'options',
			type: 'collection',
			placeholder: 'Add option',
			default: {},
			options: waitOptions,
		},
	]);
}

/** One entry; where the user wants it, not before LinkedIn has processed it. */
export function getOperation(collection: Collection, inLibrary: boolean): MediaOperation {
	return async function (itemIndex, item) {
		const urn = readUrn(this, itemIndex, collection);
		const account = inLibrary ? readOptionalAccount(this, itemIndex) : undefined;
		const simplify = readSimplify(this, itemIndex);
		const waitMs = readWaitMs(this, itemIndex);
		const entity = await getEntity(item.client(), collection, { urn, account });
		const ready = waitMs === 0 || entity.status === 'AVAILABLE';
		const seen = ready ? entity : await wait(item, collection, { urn, account }, waitMs, entity);
		return [{ json: toEntry(seen, simplify) }];
	};
}

/** A wait that ends too early says so, and gives the entry as it was seen last. */
async function wait(
	item: ItemRun,
	collection: Collection,
	key: EntityKey,
	waitMs: number,
	before: MediaEntity,
): Promise<MediaEntity> {
	const { entity, warning } = await waitUntilAvailable(
		item.client(),
		{ ...key, collection },
		waitMs,
	);
	if (warning !== undefined) item.warn(warning);
	return entity ?? before;
}

function readWaitMs(execution: IExecuteFunctions, itemIndex: number): number {
	const options = readCollection(execution, itemIndex, 'options');
	const wait = toBoolean(options.waitUntilAvailable, false, 'Wait Until Available');
	const seconds = toWhole(options.waitTimeout, 600, 1, 86_400, 'Wait Timeout');
	return wait ? seconds * 1000 : 0;
}
