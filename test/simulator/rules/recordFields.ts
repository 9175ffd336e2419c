import { isObject, type JsonObject } from '../core/json';

/**
 * Reads the fields of a record by name and type. `Fields` (the bodies of actions) and
 * `EntityFields` (the bodies of creates) differ in the refusals that LinkedIn has for them, and in
 * what else they can read.
 */
export abstract class RecordFields<Inner> {
	protected readonly known = new Set<string>();

	protected constructor(
		readonly path: string,
		protected readonly record: JsonObject,
	) {}

	/** Refuses the value of a field, for a reason in the words of rest.li. */
	abstract fail(name: string, problem: string): never;

	protected abstract missing(name: string): never;

	/** The record that stands in a field. */
	protected abstract within(name: string, record: JsonObject): Inner;

	object(name: string): Inner {
		return this.optionalObject(name) ?? this.missing(name);
	}

	optionalObject(name: string): Inner | undefined {
		const value = this.take(name);
		return value === undefined ? undefined : this.open(name, value);
	}

	string(name: string): string {
		return this.optionalString(name) ?? this.missing(name);
	}

	optionalString(name: string): string | undefined {
		const value = this.take(name);
		if (value === undefined || typeof value === 'string') return value;
		return this.refuseType(name, value, 'String');
	}

	optionalBoolean(name: string): boolean | undefined {
		const value = this.take(name);
		if (value === undefined || typeof value === 'boolean') return value;
		return this.refuseType(name, value, 'Boolean');
	}

	objects(name: string): Inner[] {
		return this.optionalObjects(name) ?? this.missing(name);
	}

	optionalObjects(name: string): Inner[] | undefined {
		return this.optionalList(name)?.map((item, index) => this.open(`${name}/${index}`, item));
	}

	optionalStrings(name: string): string[] | undefined {
		return this.optionalList(name)?.map((item, index) =>
			typeof item === 'string' ? item : this.refuseType(`${name}/${index}`, item, 'String'),
		);
	}

	at(name: string): string {
		return `${this.path}/${name}`;
	}

	protected optionalList(name: string): readonly unknown[] | undefined {
		const value = this.take(name);
		if (value === undefined || Array.isArray(value)) return value;
		return this.fail(name, 'array type is not backed by a DataList');
	}

	protected refuseType(name: string, value: unknown, type: string): never {
		return this.fail(name, `${JSON.stringify(value)} cannot be coerced to ${type}`);
	}

	/** `null` is no value in rest.li; it is refused like a wrong type. */
	protected take(name: string): unknown {
		this.known.add(name);
		return Object.hasOwn(this.record, name) ? this.record[name] : undefined;
	}

	/** The fields that nobody has asked for. */
	protected others(): string[] {
		return Object.keys(this.record).filter((name) => !this.known.has(name));
	}

	private open(name: string, value: unknown): Inner {
		if (isObject(value)) return this.within(name, value);
		return this.fail(name, 'record type is not backed by a DataMap');
	}
}
