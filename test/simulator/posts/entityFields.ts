import { refusals } from '../core/catalogue';
import { isObject, type JsonObject } from '../core/json';
import { RecordFields } from '../rules/recordFields';
import { parseUrn, type Urn } from '../rules/urn';

/**
 * Reads the body of a create, or of a partial update, by name and type. public (Posts API, error
 * table): MISSING_FIELD, INVALID_VALUE_FOR_FIELD, FIELD_LENGTH_TOO_LONG and
 * INVALID_VALUE_BLANK_FIELD, each 400. public (rest.li, validation filter): 422 for a wrong type, an
 * unknown field and one that only the server writes.
 */
export class EntityFields extends RecordFields<EntityFields> {
	private constructor(path: string, record: JsonObject) {
		super(path, record);
	}

	/** The record as it came. */
	get value(): JsonObject {
		return this.record;
	}

	static of(body: unknown): EntityFields {
		if (!isObject(body)) throw refusals.malformedBody();
		return new EntityFields('', body);
	}

	has(name: string): boolean {
		return Object.hasOwn(this.record, name);
	}

	/** A text that says something, of at most `maximum` UTF-16 units where a page names a number. */
	words(name: string, maximum = Infinity): string {
		const value = this.string(name);
		if (value.trim() === '') throw refusals.blankField(this.at(name));
		this.limit(name, value, maximum);
		return value;
	}

	/**
	 * Seen: an empty alt text is INVALID_VALUE_BLANK_FIELD. assumed: so is every optional text that
	 * says nothing.
	 */
	optionalWords(name: string, maximum = Infinity): string | undefined {
		return this.has(name) ? this.words(name, maximum) : undefined;
	}

	/** A whole number, from 0 on. */
	count(name: string): number {
		const value = this.take(name) ?? this.missing(name);
		if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0) return value;
		return this.refuseType(name, value, 'Integer');
	}

	choice<Choice extends string>(name: string, choices: readonly Choice[]): Choice {
		return this.optionalChoice(name, choices) ?? this.missing(name);
	}

	optionalChoice<Choice extends string>(
		name: string,
		choices: readonly Choice[],
	): Choice | undefined {
		const value = this.optionalString(name);
		if (value === undefined) return undefined;
		return this.oneOf(name, value, choices);
	}

	/** A list, each of one of the choices. */
	optionalChoices<Choice extends string>(name: string, choices: readonly Choice[]): Choice[] {
		const values = this.optionalStrings(name) ?? [];
		return values.map((value, index) => this.oneOf(`${name}/${index}`, value, choices));
	}

	urn(name: string, types: readonly string[]): Urn {
		return parseUrn('image', this.at(name).slice(1), this.string(name), types);
	}

	optionalUrns(name: string, types: readonly string[]): Urn[] {
		const values = this.optionalStrings(name) ?? [];
		const at = this.at(name).slice(1);
		return values.map((value, index) => parseUrn('image', `${at}/${index}`, value, types));
	}

	/** public (Posts API): the fields that hold an address are called URL. assumed: of the web. */
	url(name: string): string {
		const value = this.words(name);
		if (!/^https?:\/\/[^\s/]+\S*$/i.test(value)) throw refusals.invalidUrl(this.at(name));
		return value;
	}

	/** To be called once every known field was asked for. */
	noOthers(readOnly: readonly string[] = []): void {
		const others = this.others();
		if (others.length === 0) return;
		const problem = (name: string) =>
			readOnly.includes(name)
				? 'ReadOnly field present in a create request'
				: 'unrecognized field found but not allowed';
		throw refusals.invalidEntity(others.map((name) => `${this.at(name)} :: ${problem(name)}`));
	}

	override fail(name: string, problem: string): never {
		throw refusals.invalidEntity([`${this.at(name)} :: ${problem}`]);
	}

	private oneOf<Choice extends string>(
		name: string,
		value: string,
		choices: readonly Choice[],
	): Choice {
		const found = choices.find((choice) => choice === value);
		if (found === undefined) throw refusals.invalidFieldValue(this.at(name), value);
		return found;
	}

	private limit(name: string, value: string, maximum: number): void {
		if (value.length > maximum) {
			throw refusals.fieldTooLong(this.at(name), value.length, maximum);
		}
	}

	protected override missing(name: string): never {
		throw refusals.missingField(this.at(name));
	}

	protected override within(name: string, record: JsonObject): EntityFields {
		return new EntityFields(this.at(name), record);
	}
}
