import {
	readContext,
	readSystemName,
	type ImportEntry,
} from '../../../../linkedin/imports/entries';
import { isMarkable } from '../../../../linkedin/imports/marker';
import type { ImportRequest } from '../../../../linkedin/imports/request';
import { readWebhook, type Webhook } from '../../../../linkedin/imports/webhook';
import { IMAGES, VIDEOS } from '../../../../linkedin/media/collections';
import { Problem } from '../../../../linkedin/problem';
import { libraryEntry } from '../../../fields/libraryEntry';
import {
	checkFile,
	itemConcurrency,
	maxRetries,
	partConcurrency,
	waiting,
	waitMsOf,
} from '../../../fields/options';
import { ownerField, type Actor } from '../../../fields/owner';
import { optionsWith } from '../../../form/collection';
import { Field, type AnyField, type Readable } from '../../../form/field';
import { choice, json, line, text } from '../../../form/fields';
import type { Item } from '../../../run/item';
import { entries, entryFields, entryOf } from './entry';

const systemName = new Field<string, 'systemName'>(
	{
		displayName: 'System Name',
		name: 'systemName',
		type: 'string',
		default: '',
		required: true,
		placeholder: 'e.g. archive',
		description:
			'What the system is called that the files come from. Together with the ID of an entry it tells later imports what is there already.',
	},
	(value, what) => {
		const name = readSystemName(value);
		if (isMarkable(name)) return name;
		throw new Problem(`${what} "${name}" holds half a character`, {
			description: 'It is no valid Unicode text. Check how the name is cut.',
		});
	},
);

const mediaType = choice({
	displayName: 'Media Type',
	name: 'mediaType',
	options: [
		{ name: 'Image', value: 'image' },
		{ name: 'Video', value: 'video' },
	],
	default: 'video',
});

const COLLECTIONS = { video: VIDEOS, image: IMAGES };
const OWNERS = { video: ownerField(VIDEOS.ownerTypes), image: ownerField(IMAGES.ownerTypes) };

const ifExists = choice({
	displayName: 'If Exists',
	name: 'ifExists',
	options: [
		{ name: 'Skip', value: 'skip', description: 'Leave it as it is' },
		{
			name: 'Update',
			value: 'update',
			description: 'Give the library entry the name that the request has',
		},
		{
			name: 'Upload Anew',
			value: 'uploadAnew',
			description: 'Upload the file once more; what is there stays too',
		},
	],
	default: 'skip',
	description: 'What to do with an entry that an earlier import has brought in',
});

const webhookUrl = text({
	displayName: 'Webhook URL',
	name: 'webhookUrl',
	placeholder: 'e.g. https://example.com/webhooks/video-import',
	description:
		'Gets a POST when the import has ended: its ID, its state, how many entries are in which state, and the context',
});

const webhookSecret = text({
	displayName: 'Webhook Secret',
	name: 'webhookSecret',
	typeOptions: { password: true },
	description:
		'Signs what the webhook gets: the header X-Signature-256 is "sha256=" and the HMAC-SHA256 of the body',
});

const context = json({
	displayName: 'Context',
	name: 'context',
	placeholder: 'e.g. {"jobId": 17}',
	description: 'An object that the webhook gets as it is, at most 8192 bytes',
}).map(readContext);

const output = choice({
	displayName: 'Output',
	name: 'output',
	options: [
		{
			name: 'One Item for Each Entry',
			value: 'entries',
			description: 'Paired with the item that it came from',
		},
		{ name: 'Summary', value: 'summary', description: 'One item with all entries in it' },
	],
	default: 'summary',
	description: 'What the node gives',
});

const options = optionsWith(
	checkFile,
	line({
		displayName: 'Import ID',
		name: 'importId',
		placeholder: 'e.g. 25bzj8j',
		description: 'What the import is called in the result. Default: a new one.',
	}),
	itemConcurrency.with({
		description: 'How many entries are imported at the same time, 1 to 16',
	}),
	maxRetries,
	partConcurrency,
	...waiting,
);

/** The form of an import. */
export const importFields: readonly AnyField[] = [
	systemName,
	...entryFields,
	mediaType,
	OWNERS.video,
	libraryEntry.with({
		description:
			'The media library of an ad account lists what is imported, and remembers it for later imports',
	}),
	ifExists,
	webhookUrl,
	webhookSecret,
	context,
	output,
	options,
];

/** One import as the form has it. */
export interface FormImport {
	/** All of it but the owner's URN, for which LinkedIn may have to be asked. */
	readonly request: Omit<ImportRequest, 'owner'>;
	readonly owner: Actor;
	/** The input item of each entry. */
	readonly itemOf: readonly number[];
	readonly webhook?: Webhook;
	readonly context?: Readonly<Record<string, unknown>>;
	readonly output: 'summary' | 'entries';
	/** Where the user names it. */
	readonly importId?: string;
}

/**
 * Reads one import, and refuses what is wrong with it as a whole.
 *
 * @param items the input items that it is made of: one with a list, or one for each entry
 * @throws Problem
 */
export function readImport(items: readonly Item[], from: 'items' | 'json'): FormImport {
	const [first] = items;
	if (!first) throw new Problem('There is nothing to import: the node got no item');
	const once = <Value>(field: Readable<Value>, what: string): Value =>
		sameForAll(items, (item) => item.read(field), what);
	const of = <Value>(field: Field<Value>): Value => once(field, field.property.displayName);

	const media = of(mediaType);
	const name = of(systemName);
	const listed = from === 'json';
	const found = listed ? first.read(entries) : items.map((item) => item.read(entryOf(item.index)));
	const account = sameForAll(
		items,
		(item) => item.read(libraryEntry)?.associatedAccount,
		'Ad Account of Media Library Entry',
	);
	const exists = of(ifExists);
	if (exists === 'update' && account === undefined) {
		throw new Problem('If Exists is "Update", but there is no library entry to update', {
			description: 'Add "Media Library Entry" with an ad account, or choose "Skip".',
		});
	}
	const chosen = first.read(options);
	const { importId } = chosen;
	return {
		request: {
			systemName: name,
			entries: found.map((entry, index) => named(entry, items[index] ?? first)),
			collection: COLLECTIONS[media],
			account,
			ifExists: exists,
			options: {
				checkFile: chosen.checkFile,
				waitMs: waitMsOf(chosen),
				partConcurrency: chosen.partConcurrency,
			},
		},
		owner: of(OWNERS[media]),
		itemOf: listed ? found.map(() => first.index) : items.map(({ index }) => index),
		webhook: readWebhook(of(webhookUrl), of(webhookSecret)),
		context: first.read(context),
		output: of(output),
		...(importId === '' ? {} : { importId }),
	};
}

/** What is said once must not be another thing for another entry. @throws Problem */
function sameForAll<Value>(
	items: readonly Item[],
	read: (item: Item) => Value,
	what: string,
): Value {
	const [first, ...others] = items;
	if (!first) throw new Problem(`${what} has no item to be read from`);
	const value = read(first);
	const said = JSON.stringify(value);
	const other = others.find((item) => JSON.stringify(read(item)) !== said);
	if (other === undefined) return value;
	throw new Problem(`${what} is not the same for item ${first.index} and item ${other.index}`, {
		description: 'All items make one import. Use a loop, or one import node for each of them.',
	});
}

/** The entry with the name that the form gives it in the library. @throws Problem */
function named(entry: ImportEntry, item: Item): ImportEntry {
	const assetName = item.read(libraryEntry)?.assetName ?? '';
	return assetName === '' ? entry : { ...entry, assetName };
}
