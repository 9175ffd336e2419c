import { readEntries, readEntry, type ImportEntry } from '../../../../linkedin/imports/entries';
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
});

interface Look {
	readonly displayName: string;
	readonly default: string;
	readonly placeholder?: string;
	readonly description: string;
}

/** As it was given: an entry is read whole, whether it comes from the form or from a list. */
function part(name: string, look: Look, type: 'string' | 'json' = 'string'): Field<unknown> {
	return new Field({ ...look, name, type }, (value) => value).when(perItem);
}

const parts = {
	url: part('url', {
		displayName: 'URL',
		// Not `required`: n8n would ask for it in every workflow whose source is an expression.
		default: '={{ $json.url }}',
		placeholder: 'e.g. https://example.com/videos/talk.mp4',
		description: 'Direct link to the file',
	}),
	id: part('externalId', {
		displayName: 'External ID',
		default: '={{ $json.id }}',
		placeholder: 'e.g. 123abc',
		description: 'Permanent ID of the file in the source system',
	}),
	fileName: part('fileName', {
		displayName: 'File Name',
		default: '={{ $json.fileName }}',
		placeholder: 'e.g. talk.mp4',
		description: 'Name of the file in messages and in the media library',
	}),
	metadata: part(
		'metadata',
		{
			displayName: 'Metadata',
			default: '={{ $json.metadata }}',
			description:
				'An object that is returned with the result. Its "assetName" or "title" becomes the name of the library entry.',
		},
		'json',
	),
	knownUrn: part('knownUrn', {
		displayName: 'Known URN',
		default: '',
		placeholder: 'e.g. urn:li:video:C5505AQH-oV1qvnFtKA',
		description: 'URN from an earlier import, if you store it yourself',
	}),
};

/** The list of files in one item. */
export const entries = new Field<ImportEntry[], 'entries'>(
	{
		displayName: 'Entries',
		name: 'entries',
		type: 'json',
		default: '={{ $json.videos }}',
		placeholder: '[{"url": "https://example.com/talk.mp4", …}]',
		description: 'A JSON list with one object per file, as in the body of an import request',
	},
	readEntries,
).when({ entriesFrom: ['json'] });

/** All that says which files are to be imported. */
export const entryFields = [entriesFrom, ...Object.values(parts), entries];

/** The entry that an item is. */
export function entryOf(itemIndex: number): Readable<ImportEntry> {
	return {
		read: (values) => {
			const given = Object.entries(parts).map(
				([name, field]) => [name, field.read(values)] as const,
			);
			return readEntry(Object.fromEntries(given), `Item ${itemIndex}`);
		},
	};
}
