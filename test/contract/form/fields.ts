import type { INodeProperties, INodePropertyMode, INodePropertyOptions } from 'n8n-workflow';

/** What a user reads of one entry in a form: a field, an option, a mode, a group of fields. */
export interface Entry {
	/** The names on the way to it. */
	readonly path: string;
	readonly kind: 'field' | 'option' | 'mode' | 'group';
	/** `options`, `string` … of a field; `string` or `list` of a mode. */
	readonly type?: string;
	readonly title: string;
	readonly description?: string;
	readonly hint?: string;
	readonly placeholder?: string;
}

/** Every entry of a form, with all that is inside of collections. */
export function entriesOf(fields: readonly INodeProperties[], above = ''): Entry[] {
	return fields.flatMap((field) => {
		const path = `${above}${field.name}`;
		const inside = [
			...(field.options ?? []).flatMap((option) => insideOf(option, `${path}.`)),
			...(field.modes ?? []).map((mode) => modeOf(mode, `${path}.`)),
		];
		return [
			{ ...texts(field), path, kind: 'field', type: field.type, title: field.displayName },
			...inside,
		];
	});
}

function insideOf(option: NonNullable<INodeProperties['options']>[number], above: string): Entry[] {
	if ('values' in option) {
		const path = `${above}${option.name}`;
		return [
			{ path, kind: 'group', title: option.displayName },
			...entriesOf(option.values, `${path}.`),
		];
	}
	return 'type' in option ? entriesOf([option], above) : [optionOf(option, above)];
}

function optionOf(option: INodePropertyOptions, above: string): Entry {
	return {
		...texts(option),
		path: `${above}${String(option.value)}`,
		kind: 'option',
		title: option.name,
	};
}

function modeOf(mode: INodePropertyMode, above: string): Entry {
	const { name, type, displayName: title } = mode;
	return { ...texts(mode), path: `${above}${name}`, kind: 'mode', type, title };
}

function texts(from: Partial<Pick<Entry, 'description' | 'hint' | 'placeholder'>>) {
	const { description, hint, placeholder } = from;
	return { description, hint, placeholder };
}

/** Every field of a form itself, with those that are inside of collections. */
export function fieldsOf(fields: readonly INodeProperties[]): INodeProperties[] {
	return fields.flatMap((field) => [
		field,
		...fieldsOf(
			(field.options ?? []).flatMap((option) => {
				if ('values' in option) return option.values;
				return 'type' in option ? [option] : [];
			}),
		),
	]);
}
