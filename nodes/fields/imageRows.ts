import { isEmpty } from '../../linkedin/api/parse';
import { Field, type Values } from '../form/field';

/** Where the image of a row comes from. */
type RowSource = 'binaryData' | 'url' | 'urn';

/** One of several images, as its row has it. */
interface GivenRow {
	/** A field's name or binary data, an address or a URN: as the media source has it. */
	readonly value: unknown;
	/** As errors call it. */
	readonly what: string;
}

interface Look {
	readonly displayName: string;
	readonly placeholder: string;
	readonly hint?: string;
	readonly description?: string;
}

/** As it was given. */
function imageFrom<const Name extends string>(
	source: RowSource,
	name: Name,
	look: Look,
): Field<unknown, Name> {
	const property = { ...look, name, type: 'string', default: '' } as const;
	return new Field<unknown, Name>(property, (value) => value).when({ '/mediaSource': [source] });
}

/** The fields of a row that say where its image comes from, of which one is shown. */
export const ROW_FIELDS = {
	binaryData: imageFrom('binaryData', 'binaryPropertyName', {
		displayName: 'Input Binary Field',
		placeholder: 'e.g. image1',
		hint: 'The name of the input binary field that holds the image',
	}),
	url: imageFrom('url', 'url', {
		displayName: 'Image URL',
		placeholder: 'e.g. https://example.com/images/photo.jpg',
		description: 'Direct link to the image',
	}),
	urn: imageFrom('urn', 'urn', {
		displayName: 'Image URN',
		placeholder: 'e.g. urn:li:image:C4E10AQFn10iWtKexVA',
		description: 'The URN that an upload returned',
	}),
};

type Row = Readonly<Partial<Record<(typeof ROW_FIELDS)[RowSource]['property']['name'], unknown>>>;

/**
 * The rows that hold an image, with what else stands in them. An empty one is an image that there is
 * not this time.
 *
 * @param field the rows
 */
export function givenRows<Each extends Row>(
	field: Field<readonly Each[]>,
	source: RowSource,
	values: Values,
): ReadonlyArray<Each & GivenRow> {
	const { name, displayName } = ROW_FIELDS[source].property;
	return field
		.read(values)
		.map((row, index) => ({
			...row,
			value: row[name],
			what: `${field.property.displayName}, entry ${index + 1}: ${displayName}`,
		}))
		.filter(({ value }) => !isEmpty(value));
}
