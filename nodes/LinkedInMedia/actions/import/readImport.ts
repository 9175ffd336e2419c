import type { IExecuteFunctions } from 'n8n-workflow';

import {
	readContext,
	readEntries,
	readEntry,
	readSystemName,
	type ImportEntry,
} from '../../../../linkedin/imports/entries';
import { isMarkable } from '../../../../linkedin/imports/marker';
import type { ImportRequest } from '../../../../linkedin/imports/request';
import { readWebhook, type Webhook } from '../../../../linkedin/imports/webhook';
import { IMAGES, VIDEOS } from '../../../../linkedin/media/collections';
import { Problem } from '../../../../linkedin/problem';
import { readJson } from '../fields/handedOver';
import { readLibraryEntry } from '../fields/libraryEntry';
import { readUploadOptions } from '../fields/options';
import { readOwner } from '../fields/owner';
import { readText, toChoice, toText } from '../fields/values';
import { readCollection } from '../media/fields';

/** One import as the form has it. */
export interface FormImport {
	readonly request: ImportRequest;
	/** The input item of each entry. */
	readonly itemOf: readonly number[];
	readonly webhook?: Webhook;
	readonly context?: Readonly<Record<string, unknown>>;
	readonly output: 'summary' | 'entries';
	readonly maxRetries: number;
	/** Where the user names it. */
	readonly importId?: string;
}

/**
 * Reads one import, and refuses what is wrong with it as a whole.
 *
 * @param items the input items that it is made of: one with a list, or one for each entry
 * @throws Problem
 */
export function readImport(
	execution: IExecuteFunctions,
	items: readonly number[],
	from: 'items' | 'json',
): FormImport {
	const [first = 0] = items;
	// What is said once must not be another thing for another entry.
	const once = <Value>(read: (item: number) => Value, what: string): Value =>
		sameForAll(items, read, what);
	const text = (name: string, what: string) =>
		once((i) => readText(execution, name, i, what), what);
	const choice = <Choice extends string>(
		name: string,
		choices: readonly [Choice, ...Choice[]],
		what: string,
	): Choice => once((i) => toChoice(execution.getNodeParameter(name, i, ''), choices, what), what);

	const mediaType = choice('mediaType', ['video', 'image'], 'Media Type');
	const collection = mediaType === 'video' ? VIDEOS : IMAGES;
	const systemName = readSystemName(
		once((i) => execution.getNodeParameter('systemName', i, ''), 'System Name'),
	);
	if (!isMarkable(systemName)) {
		throw new Problem(`System Name "${systemName}" holds half a character`, {
			description: 'It is no valid Unicode text. Check how the name is cut.',
		});
	}
	const entries =
		from === 'json' ? listed(execution, first) : items.map((i) => entryOf(execution, i));
	const account = once(
		(i) => readLibraryEntry(execution, i, '')?.associatedAccount,
		'Ad Account of Media Library Entry',
	);
	const ifExists = choice('ifExists', ['skip', 'update', 'uploadAnew'], 'If Exists');
	if (ifExists === 'update' && account === undefined) {
		throw new Problem('If Exists is "Update", but there is no library entry to update', {
			description: 'Add "Media Library Entry" with an ad account, or choose "Skip".',
		});
	}
	const { maxRetries, ...options } = readUploadOptions(execution, first);
	const importId = toText(readCollection(execution, first, 'options').importId, '', 'Import ID');
	return {
		request: {
			systemName,
			entries,
			collection,
			owner: once((i) => readOwner(execution, i, collection.ownerTypes), 'Owner'),
			account,
			ifExists,
			options,
		},
		itemOf: from === 'json' ? entries.map(() => first) : items,
		webhook: readWebhook(
			text('webhookUrl', 'Webhook URL'),
			text('webhookSecret', 'Webhook Secret'),
		),
		context: readContext(readJson(execution, first, 'context')),
		output: choice('output', ['summary', 'entries'], 'Output'),
		maxRetries,
		...(importId.trim() === '' ? {} : { importId: importId.trim() }),
	};
}

function sameForAll<Value>(
	items: readonly number[],
	read: (item: number) => Value,
	what: string,
): Value {
	const [first = 0, ...others] = items;
	const value = read(first);
	const other = others.find((item) => read(item) !== value);
	if (other === undefined) return value;
	throw new Problem(`${what} is not the same for item ${first} and item ${other}`, {
		description: 'All items make one import. Use a loop, or one import node for each of them.',
	});
}

/** @throws Problem */
function listed(execution: IExecuteFunctions, item: number): ImportEntry[] {
	const assetName = assetNameOf(execution, item);
	return readEntries(readJson(execution, item, 'entries'), 'Entries').map((entry) => ({
		...entry,
		...assetName,
	}));
}

/** @throws Problem */
function entryOf(execution: IExecuteFunctions, item: number): ImportEntry {
	const value = (name: string): unknown => execution.getNodeParameter(name, item, undefined);
	const given = {
		url: value('url'),
		id: value('externalId'),
		fileName: value('fileName'),
		metadata: value('metadata'),
		knownUrn: value('knownUrn'),
	};
	return { ...readEntry(given, `Item ${item}`), ...assetNameOf(execution, item) };
}

function assetNameOf(execution: IExecuteFunctions, item: number): { assetName?: string } {
	const assetName = readLibraryEntry(execution, item, '')?.assetName ?? '';
	return assetName === '' ? {} : { assetName };
}
