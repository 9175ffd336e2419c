import { isEmpty, isRecord } from '../../../../linkedin/api/parse';
import { splitAddresses } from '../../../../linkedin/api/webAddress';
import type { NamedFile } from '../../../fields/source';
import { Field, type FieldGroup, type Parse, type Values } from '../../../form/field';
import { COMMAS, toNames } from '../../../form/lists';
import { toText } from '../../../form/values';
import { contentType } from './contentType';
import { images, readImages } from './images';
import { mediaSourceFields, readMediaSource, type MediaSource } from './mediaSource';

/** What the form says about a post's media: already on LinkedIn, or files. */
export type MediaChoice =
	| {
			readonly from: 'urn';
			/** URNs as they were given. */
			readonly urns: readonly GivenMedium[];
			/** The field that names the media, as the form shows it. */
			readonly what: string;
	  }
	| { readonly from: 'files'; readonly files: readonly NamedFile[]; readonly what: string };

/** One of a post's media, as it was given. */
interface GivenMedium {
	readonly value: unknown;
	/** The field of the form, as errors name it. */
	readonly what: string;
}

type Given = readonly unknown[];

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

/** None or one. */
const one: Parse<Given> = (value) => (isEmpty(value) ? [] : [value]);

/** A list; an expression may return the binary data itself instead of field names. */
const many =
	(splitText: Parameters<typeof toNames>[0]): Parse<Given> =>
	(value, what) =>
		isListOfData(value)
			? value
			: // A hole is an image that there is not this time.
				toNames(splitText)(value, what).filter((entry) => entry !== '');

function isListOfData(value: unknown): value is unknown[] {
	return Array.isArray(value) && value.some(isRecord);
}

/** What differs between kinds of post that show one thing. */
const KINDS = {
	image: { urn: 'image:C4E10AQFn10iWtKexVA', file: 'images/photo.jpg' },
	video: { urn: 'video:C5505AQH-oV1qvnFtKA', file: 'videos/talk.mp4' },
	document: { urn: 'document:C5F10AQGKQg_6y2a4sQ', file: 'documents/report.pdf' },
	article: { urn: 'image:C4E10AQFn10iWtKexVA', file: 'images/thumbnail.jpg' },
};

type Kind = keyof typeof KINDS;

/** The fields for one source, for a post that shows one thing. */
const ONE: Readonly<Record<MediaSource, (kind: Kind) => Field<Given>>> = {
	urn: (kind) =>
		field(
			'mediaUrn',
			{
				displayName: kind === 'article' ? 'Thumbnail URN' : 'Media URN',
				placeholder: `e.g. urn:li:${KINDS[kind].urn}`,
				description:
					kind === 'article'
						? 'The URN that an upload returned. No thumbnail if empty.'
						: 'The URN that an upload returned',
			},
			one,
		),
	binaryData: (kind) =>
		field(
			'binaryPropertyName',
			{
				displayName: 'Input Binary Field',
				default: 'data',
				placeholder: 'e.g. data',
				hint: `The name of the input field that holds the ${kind === 'article' ? 'thumbnail' : kind}`,
			},
			one,
		),
	url: (kind) =>
		field(
			'mediaUrl',
			{
				displayName: kind === 'article' ? 'Thumbnail URL' : 'Media URL',
				placeholder: `e.g. https://example.com/${KINDS[kind].file}`,
				description:
					kind === 'article'
						? 'Direct link to the thumbnail. No thumbnail if empty.'
						: `Direct link to the ${kind}`,
			},
			one,
		),
};

/** The list for one source, for a post with several images, which follow those of the rows. */
const LISTS: Readonly<Record<MediaSource, Field<Given>>> = {
	urn: field(
		'mediaUrns',
		{
			displayName: 'List of Media URNs',
			rows: 3,
			placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA, urn:li:image:C4E10AQG3',
			description:
				'Instead of the rows, or after them: URNs of images, separated by commas or line breaks, or an expression that returns a list',
		},
		many(COMMAS),
	),
	binaryData: field(
		'binaryPropertyNames',
		{
			displayName: 'List of Input Binary Fields',
			placeholder: 'e.g. image1, image2',
			description:
				'Instead of the rows, or after them: names of the input fields that hold the images, separated by commas or line breaks, or an expression that returns a list',
		},
		many(COMMAS),
	),
	url: field(
		'mediaUrls',
		{
			displayName: 'List of Media URLs',
			rows: 3,
			placeholder: 'e.g. https://example.com/images/1.jpg',
			description:
				'Instead of the rows, or after them: direct links to images, separated by commas or line breaks, or an expression that returns a list',
		},
		many(splitAddresses),
	),
};

const SOURCES = ['binaryData', 'url', 'urn'] as const;
const SINGLE = ['image', 'video', 'document', 'article'] as const;

const fieldOf = (source: MediaSource, kind: Kind): Field<Given> =>
	ONE[source](kind).when({ contentType: [kind], mediaSource: [source] });

/** Which media a post shows. */
export const media: FieldGroup<MediaChoice> = {
	fields: [
		...mediaSourceFields,
		...SOURCES.flatMap((source) => SINGLE.map((kind) => fieldOf(source, kind))),
		images,
		...SOURCES.map((source) =>
			LISTS[source].when({ contentType: ['multiImage'], mediaSource: [source] }),
		),
	],
	read: (values) => {
		const from = readMediaSource(values);
		if (from === 'none') return { from: 'urn', urns: [], what: 'Thumbnail Source' };
		const given = readGiven(values, from);
		const what = calledTogether(values, from);
		if (from === 'urn') return { from, urns: given, what };
		const files = given.map((medium): NamedFile =>
			from === 'url'
				? { from, url: toText(medium.value, '', medium.what), what: medium.what }
				: { from, ...medium },
		);
		return { from: 'files', files, what };
	},
};

/** The field to check if there are too few of them, or too many. */
function calledTogether(values: Values, from: MediaSource): string {
	const kind = contentType.read(values);
	return (kind === 'multiImage' ? images : fieldOf(from, kind)).property.displayName;
}

function readGiven(values: Values, from: MediaSource): readonly GivenMedium[] {
	const kind = contentType.read(values);
	if (kind !== 'multiImage') return called(fieldOf(from, kind), values);
	return [...readImages(values), ...called(LISTS[from], values)];
}

function called(field: Field<Given>, values: Values): readonly GivenMedium[] {
	const { displayName } = field.property;
	const given = field.read(values);
	return given.map((value, index) => ({
		value,
		what: given.length === 1 ? displayName : `${displayName}, entry ${index + 1}`,
	}));
}
