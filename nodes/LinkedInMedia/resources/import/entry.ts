import { readEntries } from '../../../../linkedin/imports/entries';
import type { ImportEntry } from '../../../../linkedin/imports/entry';
import { readEntry } from '../../../../linkedin/imports/readEntry';
import { collection } from '../../../form/collection';
import { Field, type Readable } from '../../../form/field';
import { choice } from '../../../form/fields';

const perItem = { entriesFrom: ['items'] };

/** Where the list of files comes from. */
export const entriesFrom = choice({
	displayName: 'Entries From',
	name: 'entriesFrom',
	noDataExpression: true,
	options: [
		{ name: 'Input Items', value: 'items', description: 'Each item is one entry' },
		{ name: 'JSON', value: 'json', description: 'A list in one item' },
	],
	default: 'items',
	description: 'Where the list of files comes from',
});

interface Look {
	readonly displayName: string;
	readonly default: string;
	readonly placeholder?: string;
	readonly description: string;
}

/** As it was given: an entry is parsed as a whole, whether it comes from the form or from a list. */
function part<const Name extends string>(
	name: Name,
	look: Look,
	type: 'string' | 'json' = 'string',
): Field<unknown, Name> {
	return new Field({ ...look, name, type }, (value) => value);
}

const url = part('url', {
	displayName: 'URL',
	// Not `required`: n8n would demand it in every workflow whose source is an expression.
	default: '={{ $json.url }}',
	placeholder: 'e.g. https://example.com/videos/talk.mp4',
	description: 'Direct link to the file',
}).when(perItem);

const externalId = part('externalId', {
	displayName: 'External ID',
	default: '',
	placeholder: 'e.g. 123abc',
	description:
		'Permanent ID of the file in the source system. Defaults to the URL without signature, expiry and user info.',
}).when(perItem);

const entryFields = collection(
	{ displayName: 'Entry Fields', name: 'entryFields', placeholder: 'Add Field' },
	part('fileName', {
		displayName: 'File Name',
		default: '={{ $json.fileName }}',
		placeholder: 'e.g. talk.mp4',
		description: 'Name of the file in messages, and title of the library entry',
	}),
	part('knownUrn', {
		displayName: 'Known URN',
		default: '={{ $json.knownUrn }}',
		placeholder: 'e.g. urn:li:video:C5505AQH-oV1qvnFtKA',
		description: 'URN from an earlier import, if you store it yourself',
	}),
	part(
		'known',
		{
			displayName: 'Known File',
			default: '={{ $json.known }}',
			description:
				'The "known" of an earlier import (size and ETag of the file), if you store it yourself. With If Exists: Update, a file that differs from it is uploaded as a new entry, and the old entry is archived.',
		},
		'json',
	),
	part(
		'metadata',
		{
			displayName: 'Metadata',
			default: '={{ $json.metadata }}',
			description:
				'An object that is returned with the result. Without a file name, its "assetName" or "title" becomes the name of the library entry.',
		},
		'json',
	),
	part(
		'uploadSession',
		{
			displayName: 'Upload Session',
			default: '={{ $json.uploadSession ?? $json.error?.uploadSession }}',
			description:
				'The "uploadSession" of an entry that failed, if you store it: the upload continues, and only the missing parts are sent',
		},
		'json',
	),
).when(perItem);

/** The list of files in one item. */
export const entries = new Field<ImportEntry[], 'entries'>(
	{
		displayName: 'Entries',
		name: 'entries',
		type: 'json',
		default: '={{ $json.videos }}',
		placeholder: '["https://example.com/talk.mp4", …]',
		description:
			'A list of URLs, or of objects with the keys that the body of an import request has',
	},
	readEntries,
).when({ entriesFrom: ['json'] });

/** Everything that says which files to import. */
export const entrySource = [entriesFrom, url, externalId, entryFields, entries];

/** As the form names them. */
const WORDS = {
	url: url.property.displayName,
	id: externalId.property.displayName,
	fileName: 'File Name',
	metadata: 'Metadata',
	knownUrn: 'Known URN',
	known: 'Known File',
};

/** The entry that an item is; what is wrong with it is its own problem. */
export function entryOf(itemIndex: number): Readable<ImportEntry> {
	return {
		read: (values) => {
			const given = { url: url.read(values), id: externalId.read(values) };
			return readEntry({ ...given, ...entryFields.read(values) }, `Item ${itemIndex + 1}`, WORDS);
		},
	};
}
