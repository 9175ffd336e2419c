import { isEmpty } from '../../../../linkedin/api/parse';
import { splitAddresses } from '../../../../linkedin/api/webAddress';
import { many, type Given } from '../../../fields/manyMedia';
import { Field, type Parse } from '../../../form/field';
import { COMMAS } from '../../../form/lists';
import type { MediaSource } from './mediaSource';

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

/** What differs between kinds of post that show one thing. */
export const KINDS = {
	image: { urn: 'image:C4E10AQFn10iWtKexVA', file: 'images/photo.jpg' },
	video: { urn: 'video:C5505AQH-oV1qvnFtKA', file: 'videos/talk.mp4' },
	document: { urn: 'document:C5F10AQGKQg_6y2a4sQ', file: 'documents/report.pdf' },
	article: { urn: 'image:C4E10AQFn10iWtKexVA', file: 'images/thumbnail.jpg' },
};

export type Kind = keyof typeof KINDS;

/** The fields of one source for a post of one thing. */
export const ONE: Readonly<Record<MediaSource, (kind: Kind) => Field<Given>>> = {
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
				hint: `The name of the input binary field that holds the ${kind === 'article' ? 'thumbnail' : kind}`,
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

/** The list of one source for a post of several images; they follow those of the rows. */
export const LISTS: Readonly<Record<MediaSource, Field<Given>>> = {
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
