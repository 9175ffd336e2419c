import { refusals } from '../core/catalogue';
import { isObject, type JsonObject } from '../core/json';

/**
 * Reads the fields of a request body by name and type, and refuses what is missing, of another
 * type or unknown. public (rest.li): 400 "Parameters of method ... failed validation", with a line
 * per field such as "unrecognized field found but not allowed".
 */
export class Fields {
	private readonly known = new Set<string>();

	private constructor(
		private readonly method: string,
		private readonly path: string,
		private readonly record: JsonObject,
	) {}

	static of(method: string, body: unknown): Fields {
		if (!isObject(body)) throw refusals.malformedBody();
		return new Fields(method, '', body);
	}

	object(name: string): Fields {
		return this.optionalObject(name) ?? this.missing(name);
	}

	optionalObject(name: string): Fields | undefined {
		const value = this.take(name);
		if (value === undefined) return undefined;
		if (!isObject(value)) this.fail(name, 'record type is not backed by a DataMap');
		return new Fields(this.method, `${this.path}/${name}`, value);
	}

	string(name: string): string {
		return this.optionalString(name) ?? this.missing(name);
	}

	optionalString(name: string): string | undefined {
		const value = this.take(name);
		if (value === undefined || typeof value === 'string') return value;
		return this.fail(name, `${JSON.stringify(value)} cannot be coerced to String`);
	}

	objects(name: string): Fields[] {
		return this.optionalObjects(name) ?? this.missing(name);
	}

	optionalObjects(name: string): Fields[] | undefined {
		return this.optionalList(name)?.map((item, index) =>
			isObject(item)
				? new Fields(this.method, `${this.path}/${name}/${index}`, item)
				: this.fail(`${name}/${index}`, 'record type is not backed by a DataMap'),
		);
	}

	long(name: string): number {
		return this.optionalLong(name) ?? this.missing(name);
	}

	optionalLong(name: string): number | undefined {
		const value = this.take(name);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
		return this.fail(name, `${JSON.stringify(value)} cannot be coerced to Long`);
	}

	optionalBoolean(name: string): boolean | undefined {
		const value = this.take(name);
		if (value === undefined || typeof value === 'boolean') return value;
		return this.fail(name, `${JSON.stringify(value)} cannot be coerced to Boolean`);
	}

	strings(name: string): string[] {
		return this.optionalStrings(name) ?? this.missing(name);
	}

	optionalStrings(name: string): string[] | undefined {
		return this.optionalList(name)?.map((item, index) =>
			typeof item === 'string'
				? item
				: this.fail(`${name}/${index}`, `${JSON.stringify(item)} cannot be coerced to String`),
		);
	}

	/** To be called once every known field was asked for. */
	noOthers(): void {
		const others = Object.keys(this.record).filter((name) => !this.known.has(name));
		if (others.length === 0) return;
		throw this.invalid(others.map((name) => [name, 'unrecognized field found but not allowed']));
	}

	fail(name: string, problem: string): never {
		throw this.invalid([[name, problem]]);
	}

	private optionalList(name: string): readonly unknown[] | undefined {
		const value = this.take(name);
		if (value === undefined || Array.isArray(value)) return value;
		return this.fail(name, 'array type is not backed by a DataList');
	}

	private missing(name: string): never {
		return this.fail(name, 'field is required but not found and has no default value');
	}

	/** `null` is no value in rest.li; it is refused like a wrong type. */
	private take(name: string): unknown {
		this.known.add(name);
		return Object.hasOwn(this.record, name) ? this.record[name] : undefined;
	}

	private invalid(problems: readonly (readonly [string, string])[]) {
		return refusals.invalidParameters(
			this.method,
			problems.map(([name, problem]) => `${this.path}/${name} :: ${problem}`),
		);
	}
}
