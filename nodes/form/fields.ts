import type { INodeProperties } from 'n8n-workflow';

import { isEmpty } from '../../linkedin/api/parse';
import { Field } from './field';
import { toBoolean, toChoice, toText, toWhole, type Range } from './values';

/** What n8n shows for a field of any kind. */
type Look<Name extends string> = Omit<INodeProperties, 'name' | 'type' | 'default' | 'options'> & {
	readonly name: Name;
};

/** Text as it was typed, spaces and line breaks included. */
export function text<const Name extends string>({
	default: preset = '',
	...look
}: Look<Name> & { readonly default?: string }): Field<string, Name> {
	// n8n has resolved a default that is an expression: if it returned nothing, the value is missing.
	const fallback = preset.startsWith('=') ? '' : preset;
	return new Field({ ...look, type: 'string', default: preset }, (value, what) =>
		toText(value, fallback, what),
	);
}

/** A single line of text, without surrounding space. */
export function line<const Name extends string>(
	look: Look<Name> & { readonly default?: string },
): Field<string, Name> {
	return text(look).map((value) => value.trim());
}

export function flag<const Name extends string>({
	default: preset,
	...look
}: Look<Name> & { readonly default: boolean }): Field<boolean, Name> {
	return new Field({ ...look, type: 'boolean', default: preset }, (value, what) =>
		toBoolean(value, preset, what),
	);
}

/** A limit beyond this is technical, and not shown in the form. */
const LARGEST_SHOWN = 1_000_000;

export function whole<const Name extends string>({
	default: preset,
	least,
	most,
	...look
}: Look<Name> & Range & { readonly default: number }): Field<number, Name> {
	const property = { ...look, default: preset, ...shownAs({ least, most }) };
	return new Field(property, (value, what) => toWhole(value, preset, { least, most }, what));
}

/**
 * A number without a sensible default: the field starts empty, and n8n demands it if it is
 * required.
 */
export function statedWhole<const Name extends string>({
	least,
	most,
	...look
}: Look<Name> & Range): Field<number | undefined, Name> {
	const property = { ...look, default: '', ...shownAs({ least, most }) };
	return new Field(property, (value, what) =>
		isEmpty(value) ? undefined : toWhole(value, least, { least, most }, what),
	);
}

function shownAs({ least, most }: Range) {
	const typeOptions = {
		minValue: least,
		...(most > LARGEST_SHOWN ? {} : { maxValue: most }),
		numberPrecision: 0,
	};
	return { type: 'number', typeOptions } as const;
}

/** One of the values that a field offers. */
interface Choice<Value extends string> {
	readonly name: string;
	readonly value: Value;
	readonly description?: string;
}

interface Choices<Name extends string, Value extends string> extends Look<Name> {
	readonly options: ReadonlyArray<Choice<Value>>;
	readonly default: NoInfer<Value>;
}

/** One of several values; the list in the form is also the type of the result. */
export function choice<const Name extends string, const Value extends string>(
	choices: Choices<Name, Value>,
): Field<Value, Name> {
	return choiceWith(choices, choices.default);
}

/** The same, if a missing value must not mean the default: see {@link toChoice}. */
export function statedChoice<const Name extends string, const Value extends string>(
	choices: Choices<Name, Value>,
): Field<Value, Name> {
	return choiceWith(choices, undefined);
}

function choiceWith<Name extends string, Value extends string>(
	{ options, default: preset, ...look }: Choices<Name, Value>,
	fallback: Value | undefined,
): Field<Value, Name> {
	const values = options.map(({ value }) => value);
	return new Field(
		{
			...look,
			type: 'options',
			options: options.map((option) => ({ ...option })),
			default: preset,
		},
		(value, what) => toChoice(value, fallback, values, what),
	);
}

/** The content of a JSON field, also as JSON text; undefined if it is empty. */
export function json<const Name extends string>({
	default: preset = '',
	...look
}: Look<Name> & { readonly default?: string }): Field<unknown, Name> {
	return new Field({ ...look, type: 'json', default: preset }, (value) =>
		value === null || value === '' ? undefined : value,
	);
}
