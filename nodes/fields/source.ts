import { Field, type FieldGroup } from '../form/field';
import { choice, text } from '../form/fields';
import { sourceHeaders } from './sourceHeaders';

/** A file as entered in the form, not opened yet. */
export type NamedFile =
	| {
			readonly from: 'binaryData';
			/** The name of the item's binary field, or the binary data itself, from an expression. */
			readonly value: unknown;
			/** The field of the form, as errors name it. */
			readonly what: string;
	  }
	| {
			readonly from: 'url';
			readonly url: string;
			readonly headers?: Readonly<Record<string, string>>;
			readonly what: string;
	  };

interface Look<Name extends string> {
	readonly displayName: string;
	readonly name: Name;
	readonly default?: string;
	readonly placeholder?: string;
	readonly hint?: string;
	readonly description?: string;
	readonly required?: boolean;
}

/** The name of the item's binary field with a file. */
export function binaryField<const Name extends string>(look: Look<Name>): Field<NamedFile, Name> {
	const property = { default: '', ...look, type: 'string' as const };
	return new Field(property, (value, what) => ({ from: 'binaryData', value, what }));
}

/**
 * A direct link to a file. Never `required`: n8n would demand it in every workflow whose source is
 * an expression.
 */
export function linkField<const Name extends string>(look: Look<Name>): Field<NamedFile, Name> {
	return text(look).map((url, what) => ({ from: 'url', url, what }));
}

const BINARY = {
	name: 'Binary Field',
	value: 'binaryData',
	description: 'A file in the item',
} as const;
const LINK = {
	name: 'URL',
	value: 'url',
	description: 'A direct link. The file is streamed to LinkedIn without being stored in n8n.',
} as const;

const kind = choice({
	displayName: 'Source',
	name: 'source',
	options: [BINARY, LINK],
	default: 'binaryData',
	description:
		'Where the file comes from. For large files use a URL: in queue mode n8n stores at most 512 MB per file by default.',
});

/** The same where the file may also be made of images. */
export const sourceOrImages = choice({
	displayName: 'Source',
	name: 'source',
	options: [
		BINARY,
		{ name: 'Images', value: 'images', description: 'Images that become the pages of a PDF' },
		LINK,
	],
	default: 'binaryData',
	description: 'Where the file comes from',
});

const binary = binaryField({
	displayName: 'Input Binary Field',
	name: 'binaryPropertyName',
	default: 'data',
	required: true,
	placeholder: 'e.g. data',
	hint: 'The name of the input binary field that holds the file',
}).when({ source: ['binaryData'] });

/** Examples for the form. */
const LINKS = {
	video: { placeholder: 'e.g. https://example.com/videos/talk.mp4' },
	image: { placeholder: 'e.g. https://example.com/images/photo.jpg' },
	document: { placeholder: 'e.g. https://example.com/documents/report.pdf' },
};

const link = linkField({
	displayName: 'URL',
	name: 'url',
	...LINKS.video,
	description:
		'Direct link to the file. If the server supports range requests, parts are read in parallel.',
}).when({ source: ['url'] });

const headers = sourceHeaders.when({ source: ['url'] });

/** The fields of {@link source} for a file that is sent in one piece, with matching texts. */
export function sourceFieldsOf(noun: keyof typeof LINKS): FieldGroup<NamedFile>['fields'] {
	const description = `Direct link to the ${noun}`;
	return [
		kind.with({ description: 'Where the file comes from' }),
		binary,
		link.with({ ...LINKS[noun], description }),
		headers,
	];
}

/** Where the file of an upload comes from. */
export const source: FieldGroup<NamedFile> = {
	fields: [kind, binary, link, headers],
	read: (values) =>
		kind.read(values) === 'url'
			? { ...link.read(values), headers: headers.read(values) }
			: binary.read(values),
};
