import { beyondBounds } from './answerBounds';

/** LinkedIn's answer does not have the documented form. */
export class UnexpectedAnswer extends Error {
	constructor(message: string) {
		super(message);
		this.name = 'UnexpectedAnswer';
	}
}

/**
 * A JSON object whose fields are read one by one: each getter returns a typed value, or throws an
 * {@link UnexpectedAnswer} that names the field's path.
 */
export class JsonFields {
	private constructor(
		private readonly values: Readonly<Record<string, unknown>>,
		private readonly path: string,
	) {}

	/** @param path how to name this object in errors, e.g. `value.uploadInstructions[3]` */
	static of(value: unknown, path: string): JsonFields {
		if (!isRecord(value)) throw new UnexpectedAnswer(`${path || 'the response'} is not an object`);
		return new JsonFields(value, path);
	}

	object(name: string): JsonFields {
		return JsonFields.of(this.required(name), this.at(name));
	}

	optionalObject(name: string): JsonFields | undefined {
		return this.has(name) ? this.object(name) : undefined;
	}

	/** @param most entries; if there are more, none is read */
	list(name: string, most = Infinity): readonly JsonFields[] {
		const value = this.required(name);
		if (!Array.isArray(value)) throw new UnexpectedAnswer(`${this.at(name)} is not a list`);
		if (value.length > most) {
			throw new UnexpectedAnswer(
				`${this.at(name)} has ${value.length} entries, and at most ${most} are allowed`,
			);
		}
		return value.map((entry: unknown, index) => JsonFields.of(entry, `${this.at(name)}[${index}]`));
	}

	optionalList(name: string): readonly JsonFields[] | undefined {
		return this.has(name) ? this.list(name) : undefined;
	}

	/** A list of texts. @param most entries; if there are more, none is read */
	strings(name: string, most: number): readonly string[] {
		const value = this.required(name);
		const isText = (entry: unknown): entry is string => typeof entry === 'string';
		if (!Array.isArray(value) || !value.every(isText)) {
			throw new UnexpectedAnswer(`${this.at(name)} is not a list of texts`);
		}
		if (value.length <= most) return value;
		throw new UnexpectedAnswer(
			`${this.at(name)} has ${value.length} entries, and at most ${most} are allowed`,
		);
	}

	string(name: string): string {
		const value = this.required(name);
		if (typeof value !== 'string') throw new UnexpectedAnswer(`${this.at(name)} is not text`);
		return value;
	}

	optionalString(name: string): string | undefined {
		return this.has(name) ? this.string(name) : undefined;
	}

	/** A whole number ≥ 0 that JavaScript represents exactly: sizes, offsets, epoch milliseconds. */
	integer(name: string): number {
		const value = this.required(name);
		if (typeof value !== 'number' || !Number.isSafeInteger(value) || value < 0) {
			throw new UnexpectedAnswer(`${this.at(name)} is not a whole number`);
		}
		return value;
	}

	optionalInteger(name: string): number | undefined {
		return this.has(name) ? this.integer(name) : undefined;
	}

	boolean(name: string): boolean {
		const value = this.required(name);
		if (typeof value !== 'boolean')
			throw new UnexpectedAnswer(`${this.at(name)} is not true or false`);
		return value;
	}

	optionalBoolean(name: string): boolean | undefined {
		return this.has(name) ? this.boolean(name) : undefined;
	}

	/** The fields as they came, for answers that are passed on whole. */
	all(): Record<string, unknown> {
		return { ...this.values };
	}

	private has(name: string): boolean {
		const value = this.own(name);
		return value !== undefined && value !== null;
	}

	private required(name: string): unknown {
		if (!this.has(name)) throw new UnexpectedAnswer(`${this.at(name)} is missing`);
		return this.own(name);
	}

	/** Own properties only, not what every object has, such as `constructor`. */
	private own(name: string): unknown {
		return Object.hasOwn(this.values, name) ? this.values[name] : undefined;
	}

	private at(name: string): string {
		return this.path === '' ? name : `${this.path}.${name}`;
	}
}

export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An object's fields; none if it is not an object. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
	return isRecord(value) ? value : {};
}

/** A text, or undefined for whatever else it is. */
export function asText(value: unknown): string | undefined {
	return typeof value === 'string' ? value : undefined;
}

/** Nothing was given: no value, or nothing but space. */
export function isEmpty(value: unknown): boolean {
	return (
		value === undefined || value === null || (typeof value === 'string' && value.trim() === '')
	);
}

/** Characters: LinkedIn's refusals, its report on a token and its answer to a new post have some hundred. */
export const MOST_SMALL_ANSWER = 256 * 1024;

/** The JSON of an answer that is small; undefined if it is not JSON, or larger. */
export function parseAnswer(text: string): unknown {
	if (text.length > MOST_SMALL_ANSWER || beyondBounds(text) !== undefined) return undefined;
	return parseJson(text);
}

/** JSON that the user entered; undefined if the text is not JSON. */
export function parseJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
