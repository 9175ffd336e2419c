import { isEmpty, isRecord } from '../../../../linkedin/api/parse';
import { CONTENT_TYPES } from '../../../../linkedin/posts/contentTypes';
import type { NamedFile } from '../../../fields/source';
import { Field, type Parse, type FieldGroup } from '../../../form/field';
import { choice } from '../../../form/fields';
import { COMMAS, LINES, toNames } from '../../../form/lists';
import { toText } from '../../../form/values';
import { contentType, SINGLE } from './content';

/** What the form says of a post's media: those on LinkedIn already, or files. */
export type MediaChoice =
	| {
			readonly from: 'urn';
			/** URNs as they were given. */
			readonly values: readonly unknown[];
			readonly what: string;
	  }
	| { readonly from: 'files'; readonly files: readonly NamedFile[]; readonly what: string };

type Given = readonly unknown[];

const mediaSource = choice({
	displayName: 'Media Source',
	name: 'mediaSource',
	options: [
		{
			name: 'Binary Field',
			value: 'binaryData',
			description: 'Files in the item: uploaded first, then posted',
		},
		{
			name: 'URL',
			value: 'url',
			description: 'Direct links: the files are uploaded first, then posted',
		},
		{ name: 'URN', value: 'urn', description: 'Media that are already on LinkedIn' },
	],
	default: 'urn',
	description:
		'Where the media come from. The post waits until LinkedIn has processed them. For an article, this is its thumbnail.',
});

interface Look {
	readonly displayName: string;
	readonly default?: string;
	readonly placeholder: string;
	readonly description?: string;
	readonly hint?: string;
	readonly rows?: number;
}

function field(name: string, { rows, ...look }: Look, parse: Parse<Given>): Field<Given> {
	const typeOptions = rows === undefined ? {} : { typeOptions: { rows } };
	return new Field({ default: '', ...look, ...typeOptions, name, type: 'string' }, parse);
}

/** At most one. */
const one: Parse<Given> = (value) => (isEmpty(value) ? [] : [value]);

/** A list; an expression may give the binary data itself instead of the fields' names. */
const many =
	(separator: RegExp): Parse<Given> =>
	(value, what) =>
		isListOfData(value)
			? value
			: // A hole is an image that there is not this time.
				toNames(separator)(value, what).filter((entry) => entry !== '');

function isListOfData(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.some(isRecord);
}

/** The fields of one source: for a post of one thing, and of several. */
const SOURCES = {
	urn: {
		one: field(
			'mediaUrn',
			{
				displayName: 'Media URN',
				placeholder: 'e.g. urn:li:video:C5505AQH-oV1qvnFtKA',
				description: 'The URN that an upload returned. For an article, its thumbnail (optional).',
			},
			one,
		),
		many: field(
			'mediaUrns',
			{
				displayName: 'Media URNs',
				rows: 3,
				placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA, urn:li:image:C4E10AQG3',
				description:
					'2 to 20 images, separated by commas or line breaks, or an expression that returns a list',
			},
			many(COMMAS),
		),
	},
	binaryData: {
		one: field(
			'binaryPropertyName',
			{
				displayName: 'Input Binary Field',
				default: 'data',
				placeholder: 'e.g. data',
				hint: 'The name of the input field that holds the file',
			},
			one,
		),
		many: field(
			'binaryPropertyNames',
			{
				displayName: 'Input Binary Fields',
				placeholder: 'e.g. image1, image2',
				hint: 'The names of the 2 to 20 input binary fields with the images, in order',
			},
			many(COMMAS),
		),
	},
	url: {
		one: field(
			'mediaUrl',
			{
				displayName: 'Media URL',
				placeholder: 'e.g. https://example.com/videos/talk.mp4',
				description: 'Direct link to the file. For an article, its thumbnail (optional).',
			},
			one,
		),
		many: field(
			'mediaUrls',
			{
				displayName: 'Media URLs',
				rows: 3,
				placeholder: 'e.g. https://example.com/images/1.jpg',
				description:
					'Direct links to 2 to 20 images, one per line, or an expression that returns a list',
			},
			many(LINES),
		),
	},
};

/** Which media a post shows. */
export const media: FieldGroup<MediaChoice> = {
	fields: [
		mediaSource,
		...Object.entries(SOURCES).flatMap(([source, fields]) => [
			fields.one.when({ contentType: SINGLE, mediaSource: [source] }),
			fields.many.when({ contentType: ['multiImage'], mediaSource: [source] }),
		]),
	],
	read: (values) => {
		const from = mediaSource.read(values);
		const isOne = CONTENT_TYPES[contentType.read(values)].most === 1;
		const chosen = isOne ? SOURCES[from].one : SOURCES[from].many;
		const given = chosen.read(values);
		const what = chosen.property.displayName;
		if (from === 'urn') return { from, values: given, what };
		return {
			from: 'files',
			what,
			files: given.map((value, index) => {
				const called = given.length === 1 ? what : `${what}, entry ${index + 1}`;
				return from === 'url'
					? { from, url: toText(value, '', called), what: called }
					: { from, value, what: called };
			}),
		};
	},
};
