import type { INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { byName } from './byName';
import { Field, type AnyField, type Values } from './field';

type NameOf<Each> = Each extends Field<unknown, infer Name> ? Name : never;
type ValueOf<Each> = Each extends Field<infer Value> ? Value : never;

/** The value of a collection: each of its fields by name. */
type Read<Fields extends readonly AnyField[]> = {
	readonly [Each in Fields[number] as NameOf<Each>]: ValueOf<Each>;
};

/**
 * Fields that a user adds one by one. They are sorted by their display names, as n8n requires. A
 * field that was not added has its default, or is undefined if it is optional.
 */
export function collection<const Name extends string, const Fields extends readonly AnyField[]>(
	look: Omit<INodeProperties, 'name' | 'type' | 'default' | 'options'> & { readonly name: Name },
	...fields: Fields
): Field<Read<Fields>, Name> {
	const options = fields
		.map(({ property }) => property)
		.sort((one, other) => byName(one.displayName, other.displayName));
	return new Field({ ...look, type: 'collection', default: {}, options }, (value) =>
		readFields(valuesOf(value), fields),
	);
}

/** The collection that most operations end with. */
export function optionsWith<const Fields extends readonly AnyField[]>(
	...fields: Fields
): Field<Read<Fields>, 'options'> {
	return collection(
		{ displayName: 'Options', name: 'options', placeholder: 'Add option' },
		...fields,
	);
}

/**
 * Rows of the same fields, as many as the user adds; an expression may return a plain list.
 *
 * @param key the key under which n8n stores the rows
 * @throws Problem that names the row too
 */
export function rows<const Name extends string, const Fields extends readonly AnyField[]>(
	look: Omit<INodeProperties, 'name' | 'type' | 'options'> & { readonly name: Name },
	{ key, displayName }: { readonly key: string; readonly displayName: string },
	...fields: Fields
): Field<ReadonlyArray<Read<Fields>>, Name> {
	const values = fields.map(({ property }) => property);
	return new Field(
		{
			...look,
			type: 'fixedCollection',
			typeOptions: { multipleValues: true },
			options: [{ displayName, name: key, values }],
		},
		(value, what) => {
			const list: unknown = isRecord(value) ? value[key] : value;
			return (Array.isArray(list) ? list : []).map((row: unknown, index) =>
				readFields(valuesOf(row), fields, `${what}, entry ${index + 1}: `),
			);
		},
	);
}

/** The fields of a collection, whatever an expression returned for it. */
function valuesOf(value: unknown): Values {
	const given = new Map(isRecord(value) ? Object.entries(value) : []);
	// A field whose expression returned nothing was still added.
	return { get: (name) => (given.has(name) ? (given.get(name) ?? null) : undefined) };
}

/** @param place goes before the field's name in errors */
function readFields<Fields extends readonly AnyField[]>(
	values: Values,
	fields: Fields,
	place?: string,
): Read<Fields>;
function readFields(
	values: Values,
	fields: readonly AnyField[],
	place = '',
): Readonly<Record<string, unknown>> {
	return Object.fromEntries(
		fields.map((field) => {
			const { name, displayName } = field.property;
			return [name, field.with({ displayName: `${place}${displayName}` }).read(values)];
		}),
	);
}
