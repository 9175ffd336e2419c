/**
 * Rest.li 2.0 query encoding (LINKEDIN protocol versions page, "Rest.li Protocol 2.0.0").
 *
 * `List(`, `)`, `(key:value)` and the commas and colons between values stay raw; every value is
 * percent-encoded, with `( ) , ' :` too. Generic query encoders get both wrong.
 */

/** Half of a character, which can't be written in UTF-8: sent as the replacement character. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

const LEFT_BY_ENCODE_URI_COMPONENT = /[!'()*]/g;

/** One value: percent-encoded; an empty string is written `''`. */
export function encodeValue(value: string): string {
	if (value === '') return "''";
	return encodeURIComponent(value.replace(LONE_SURROGATE, '\ufffd')).replace(
		LEFT_BY_ENCODE_URI_COMPONENT,
		(character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
	);
}

/** `List(a,b)` of encoded values. */
export function encodeList(values: readonly string[]): string {
	return `List(${values.map(encodeValue).join(',')})`;
}

/** `(key:value,key:value)` of encoded values. */
export function encodeRecord(record: Readonly<Record<string, string>>): string {
	const entries = Object.entries(record).map(
		([key, value]) => `${encodeValue(key)}:${encodeValue(value)}`,
	);
	return `(${entries.join(',')})`;
}

/** A query value that is encoded already. */
export interface EncodedValue {
	readonly encoded: string;
}

/**
 * `?name=value&...` in the order given, or an empty string. Plain strings are encoded here; `{
 * encoded }` is used as it is (a list or a record); undefined leaves the parameter out.
 */
export function buildQuery(
	parameters: ReadonlyArray<readonly [name: string, value: string | EncodedValue | undefined]>,
): string {
	const pairs: string[] = [];
	for (const [name, value] of parameters) {
		if (value === undefined) continue;
		pairs.push(`${name}=${typeof value === 'string' ? encodeValue(value) : value.encoded}`);
	}
	return pairs.length === 0 ? '' : `?${pairs.join('&')}`;
}
