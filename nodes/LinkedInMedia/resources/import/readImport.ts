import type { ImportEntry } from '../../../../linkedin/imports/entry';
import type { ImportRequest } from '../../../../linkedin/imports/request';
import { readWebhook, type Webhook } from '../../../../linkedin/imports/webhook';
import { Problem } from '../../../../linkedin/problem';
import { libraryEntry } from '../../../fields/libraryEntry';
import { checkOnly, waitMsOf } from '../../../fields/options';
import type { Actor } from '../../../fields/owner';
import type { Field, Readable } from '../../../form/field';
import type { Item } from '../../../run/item';
import { entries, entryOf } from './entry';
import { ifExists, MEDIA, mediaType, notification, options, output, systemName } from './fields';

/** One import as the form has it. */
export interface FormImport {
	/** The item that represents all of them if one has to. */
	readonly first: Item;
	/** All of it except the owner's URN, which may have to be looked up. */
	readonly request: Omit<ImportRequest, 'owner'>;
	/** @throws Problem: an import with a wrong owner is begun, and fails */
	readonly owner: () => Actor;
	/** The input item of each entry. */
	readonly itemOf: readonly number[];
	readonly webhook?: Webhook;
	readonly context?: Readonly<Record<string, unknown>>;
	readonly output: 'summary' | 'entries';
}

/**
 * Reads one import, and refuses one that is invalid as a whole.
 *
 * @param items the input items that it is made of: one with a list, or one for each entry
 * @param webhookSecret the credential's, in place of the form's
 * @throws Problem
 */
export function readImport(
	items: readonly [Item, ...Item[]],
	from: 'items' | 'json',
	webhookSecret = '',
): FormImport {
	const [first] = items;
	const once = <Value>(field: Readable<Value>, what: string): Value =>
		sameForAll(items, (item) => item.read(field), what);
	const of = <Value>(field: Field<Value>): Value => once(field, field.property.displayName);

	const media = of(mediaType);
	const name = of(systemName);
	const listed = from === 'json';
	const found = listed
		? named(first.read(entries), first)
		: items.flatMap((item) => named([item.read(entryOf(item.index))], item));
	const account = sameForAll(
		items,
		(item) => item.read(libraryEntry)?.associatedAccount,
		'Ad Account of Media Library Entry',
	);
	const exists = of(ifExists);
	if (exists === 'update' && account === undefined) {
		throw new Problem('If Exists is "Update", but no media library entry is set', {
			description: 'Add "Media Library Entry" with an ad account, or set If Exists to "Skip".',
		});
	}
	// One that is to write among those that are only checked would be written.
	sameForAll(items, (item) => item.check.isOn, checkOnly.property.displayName);
	// The other items' options are read too, so that none of them stops an import midway.
	const [chosen = first.read(options)] = items.map((item) => item.read(options));
	const { allowedWebhooks: allowed } = chosen;
	return {
		first,
		request: {
			systemName: name,
			entries: found,
			collection: MEDIA[media].collection,
			account,
			ifExists: exists,
			options: {
				acceptChangingEtag: chosen.acceptChangingEtag,
				checkFile: chosen.checkFile,
				connectedTv: chosen.connectedTv,
				waitMs: waitMsOf(chosen),
				partConcurrency: chosen.partConcurrency,
			},
		},
		owner: () => of(MEDIA[media].owner),
		itemOf: listed ? found.map(() => first.index) : items.map(({ index }) => index),
		webhook: sameForAll(
			items,
			(item) => {
				const { address, secret } = item.read(notification).webhook;
				return readWebhook({
					address,
					secret: webhookSecret || secret,
					...(allowed && { allowed }),
				});
			},
			'Webhook of Notification',
		),
		context: first.read(notification).context,
		output: of(output),
	};
}

/** Fields that apply to the whole import must not differ between entries. @throws Problem */
function sameForAll<Value>(
	items: readonly Item[],
	read: (item: Item) => Value,
	what: string,
): Value {
	const [first, ...others] = items;
	if (!first) throw new Problem(`${what} can’t be read: the node received no items`);
	const value = read(first);
	const said = JSON.stringify(value);
	const other = others.find((item) => JSON.stringify(read(item)) !== said);
	if (other === undefined) return value;
	throw new Problem(
		`${what} is different for item ${first.index + 1} and item ${other.index + 1}`,
		{
			description:
				'All items are imported together. Use a Loop Over Items node, or a separate node for each value.',
		},
	);
}

/** Entries with the name for the library that the form specifies. @throws Problem */
function named(found: readonly ImportEntry[], item: Item): readonly ImportEntry[] {
	const assetName = item.read(libraryEntry)?.assetName ?? '';
	return assetName === '' ? found : found.map((entry) => ({ ...entry, assetName }));
}
