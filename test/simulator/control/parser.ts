import { isObject, type JsonObject } from '../core/json';

/** What a control route says of a request that it cannot read. */
export class Unreadable extends Error {}

export type Parser<T> = (value: unknown, path: string) => T;

export const text: Parser<string> = (value, path) =>
	typeof value === 'string' ? value : fail(path, 'a text', value);

export const number: Parser<number> = (value, path) =>
	typeof value === 'number' && Number.isFinite(value) ? value : fail(path, 'a number', value);

export const count: Parser<number> = (value, path) =>
	typeof value === 'number' && Number.isSafeInteger(value) && value >= 0
		? value
		: fail(path, 'a count', value);

export const flag: Parser<boolean> = (value, path) =>
	typeof value === 'boolean' ? value : fail(path, 'true or false', value);

export const anything: Parser<unknown> = (value) => value;

export const object: Parser<JsonObject> = (value, path) =>
	isObject(value) ? value : fail(path, 'an object', value);

export function oneOf<T extends string>(choices: readonly T[]): Parser<T> {
	return (value, path) =>
		choices.find((choice) => choice === value) ?? fail(path, choices.join(' or '), value);
}

export function listOf<T>(parser: Parser<T>): Parser<T[]> {
	return (value, path) =>
		Array.isArray(value)
			? value.map((item: unknown, index) => parser(item, `${path}.${index}`))
			: fail(path, 'a list', value);
}

export function recordOf<T>(parser: Parser<T>): Parser<Record<string, T>> {
	return (value, path) =>
		Object.fromEntries(
			Object.entries(object(value, path)).map(([key, item]) => [
				key,
				parser(item, `${path}.${key}`),
			]),
		);
}

/** Reads the fields of one object; `done` refuses those that nobody asked for. */
export class Reader {
	private readonly record: JsonObject;
	private readonly asked = new Set<string>();

	constructor(
		value: unknown,
		private readonly path: string,
	) {
		this.record = object(value, path);
	}

	has(name: string): boolean {
		return this.record[name] !== undefined;
	}

	get<T>(name: string, parser: Parser<T>): T {
		this.asked.add(name);
		return parser(this.record[name], `${this.path}.${name}`);
	}

	/** Calls `then` with the value where there is one. */
	optional<T>(name: string, parser: Parser<T>, then: (value: T) => void): void {
		this.asked.add(name);
		if (this.has(name)) then(this.get(name, parser));
	}

	done(): void {
		const others = Object.keys(this.record).filter((name) => !this.asked.has(name));
		if (others.length > 0) throw new Unreadable(`${this.path} has no ${others.join(', ')}`);
	}
}

export function fail(path: string, expected: string, value: unknown): never {
	const given = value === undefined ? 'nothing' : JSON.stringify(value);
	throw new Unreadable(`${path} must be ${expected}, got ${given}`);
}
