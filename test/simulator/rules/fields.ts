import { refusals } from '../core/catalogue';
import { isObject, type JsonObject } from '../core/json';
import { RecordFields } from './recordFields';

/**
 * Reads the fields of an action's body by name and type, and refuses what is missing, of another
 * type or unknown. public (rest.li): 400 "Parameters of method ... failed validation", with a line
 * per field such as "unrecognized field found but not allowed".
 */
export class Fields extends RecordFields<Fields> {
	private constructor(
		private readonly method: string,
		path: string,
		record: JsonObject,
	) {
		super(path, record);
	}

	static of(method: string, body: unknown): Fields {
		if (!isObject(body)) throw refusals.malformedBody();
		return new Fields(method, '', body);
	}

	long(name: string): number {
		return this.optionalLong(name) ?? this.missing(name);
	}

	optionalLong(name: string): number | undefined {
		const value = this.take(name);
		if (value === undefined) return undefined;
		if (typeof value === 'number' && Number.isSafeInteger(value)) return value;
		return this.refuseType(name, value, 'Long');
	}

	strings(name: string): string[] {
		return this.optionalStrings(name) ?? this.missing(name);
	}

	/** To be called once every known field was asked for. */
	noOthers(): void {
		const others = this.others();
		if (others.length === 0) return;
		throw this.invalid(others.map((name) => [name, 'unrecognized field found but not allowed']));
	}

	override fail(name: string, problem: string): never {
		throw this.invalid([[name, problem]]);
	}

	protected override missing(name: string): never {
		return this.fail(name, 'field is required but not found and has no default value');
	}

	protected override within(name: string, record: JsonObject): Fields {
		return new Fields(this.method, this.at(name), record);
	}

	private invalid(problems: readonly (readonly [string, string])[]) {
		return refusals.invalidParameters(
			this.method,
			problems.map(([name, problem]) => `${this.at(name)} :: ${problem}`),
		);
	}
}
