import type { INodeProperties, NodeParameterValue } from 'n8n-workflow';

/** Where fields find their values: the form of an item, or a collection in it. */
export interface Values {
	/** Whatever n8n or an expression returned; undefined if the form doesn't have the field. */
	get(name: string): unknown;
}

/** One field, or several that belong together, such as a source and its URL. */
export interface Readable<Value> {
	/** @throws Problem that names the field as the form shows it */
	read(values: Values): Value;
}

/** How to read a value; `what` is the field's name as the form shows it. */
export type Parse<Value> = (value: unknown, what: string) => Value;

/** When a field is shown: if the other fields named here have one of these values. */
type Shown = Readonly<Record<string, readonly string[] | readonly boolean[]>>;

/**
 * A field of the form: what n8n shows, and how to read it. Name, default, choices, limits and the
 * name in errors are defined once, in its property.
 *
 * The builders of `fields.ts` make the usual kinds.
 */
export class Field<Value, Name extends string = string> implements Readable<Value> {
	constructor(
		readonly property: INodeProperties & { readonly name: Name },
		private readonly parse: Parse<Value>,
	) {}

	read(values: Values): Value {
		return this.parse(values.get(this.property.name), this.property.displayName);
	}

	/** The same field with other texts. */
	with(look: Partial<Omit<INodeProperties, 'name' | 'type'>>): Field<Value, Name> {
		return new Field({ ...this.property, ...look }, this.parse);
	}

	/** The same field, shown only if others have these values. */
	when(shown: Shown): Field<Value, Name> {
		const { displayOptions } = this.property;
		const show: Record<string, NodeParameterValue[]> = Object.fromEntries(
			Object.entries(shown).map(([name, values]) => [name, [...values]]),
		);
		return this.with({
			displayOptions: { ...displayOptions, show: { ...displayOptions?.show, ...show } },
		});
	}

	/** The same field, if leaving it out of a collection means something other than its default. */
	optional(): Field<Value | undefined, Name> {
		return new Field(this.property, (value, what) =>
			value === undefined ? undefined : this.parse(value, what),
		);
	}

	/** @param convert may throw a Problem */
	map<Result>(convert: (value: Value, what: string) => Result): Field<Result, Name> {
		return new Field(this.property, (value, what) => convert(this.parse(value, what), what));
	}
}

/** A field of which only its display matters. */
export type AnyField = Field<unknown>;

/** Fields that belong together: shown one by one, read at once. */
export interface FieldGroup<Value> extends Readable<Value> {
	readonly fields: readonly AnyField[];
}
