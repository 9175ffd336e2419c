import { refusals } from '../core/catalogue';
import { parseRestli, RestliRecord, RestliSyntaxError, type RestliValue } from './restli';

/** The parameters of one query, in the Rest.li 2.0 notation. Each reader refuses another type. */
export class QueryValues {
	private constructor(private readonly values: ReadonlyMap<string, RestliValue>) {}

	/**
	 * public (rest.li): every parameter of the query is read in that notation; 400 for what cannot be
	 * read. public: an unknown parameter is "Unpermitted fields present in PARAMETER", 403.
	 * assumed: so is a parameter that comes twice a 400.
	 */
	static of(rawQuery: string, allowed: readonly string[]): QueryValues {
		const values = new Map<string, RestliValue>();
		for (const part of rawQuery.split('&').filter((each) => each !== '')) {
			const [, rawName = '', rawValue = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
			const name = parsed(rawName, rawName);
			if (typeof name !== 'string' || !allowed.includes(name)) {
				throw refusals.unpermittedParameter(typeof name === 'string' ? name : rawName);
			}
			if (values.has(name)) throw refusals.invalidQuery(name, 'it is given more than once');
			values.set(name, parsed(rawValue, name));
		}
		return new QueryValues(values);
	}

	any(name: string): RestliValue | undefined {
		return this.values.get(name);
	}

	optionalText(name: string): string | undefined {
		const value = this.values.get(name);
		if (value === undefined || typeof value === 'string') return value;
		throw refusals.invalidQuery(name, 'a text was expected');
	}

	text(name: string): string {
		const value = this.optionalText(name);
		if (value === undefined) throw refusals.missingParameter(name);
		return value;
	}

	texts(name: string): readonly string[] {
		const value = this.values.get(name);
		if (value === undefined) throw refusals.missingParameter(name);
		return textsOf(name, value);
	}

	/** A whole number from 0 to `highest`. */
	count(name: string, otherwise: number, highest = Number.MAX_SAFE_INTEGER): number {
		const text = this.optionalText(name);
		if (text === undefined) return otherwise;
		const value = /^\d+$/.test(text) ? Number(text) : NaN;
		if (value <= highest) return value;
		const limit = highest === Number.MAX_SAFE_INTEGER ? '' : ` up to ${highest}`;
		throw refusals.invalidQuery(name, `"${text}" is not a whole number${limit}`);
	}

	record(name: string): RestliRecord | undefined {
		const value = this.values.get(name);
		if (value === undefined || value instanceof RestliRecord) return value;
		throw refusals.invalidQuery(name, 'a record was expected');
	}
}

export function textsOf(name: string, value: RestliValue): readonly string[] {
	if (isList(value)) {
		const texts = value.flatMap((item) => (typeof item === 'string' ? [item] : []));
		if (texts.length === value.length) return texts;
	}
	throw refusals.invalidQuery(name, 'a List(...) of texts was expected');
}

function isList(value: RestliValue): value is readonly RestliValue[] {
	return Array.isArray(value);
}

function parsed(text: string, name: string): RestliValue {
	try {
		return parseRestli(text);
	} catch (error) {
		if (error instanceof RestliSyntaxError) throw refusals.invalidQuery(name, error.message);
		throw error;
	}
}
