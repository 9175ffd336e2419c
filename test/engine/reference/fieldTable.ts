import type { INodeProperties, INodePropertyCollection, INodePropertyOptions } from 'n8n-workflow';

import { isForAgents, textOf } from '../form/leaves';

/** Shown beside a field, and no field that people fill in. */
const NO_FIELDS = ['hidden', 'notice'];
/** Chosen above all others; the page is about one choice. */
const CHOSEN = ['resource', 'operation'];

/** The fields of a form as a table: name, what it is, default; those of a collection one by one. */
export function fieldTable(properties: readonly INodeProperties[]): string[] {
	const own = properties.filter(
		(property) =>
			!NO_FIELDS.includes(property.type) &&
			!CHOSEN.includes(property.name) &&
			!isForAgents(property),
	);
	const rows = own.flatMap((property) => rowsOf(property, own, ''));
	if (rows.length === 0) return [];
	return [['| Field | What it is | Default |', '|---|---|---|', ...rows].join('\n')];
}

/** Of those that belong to an operation, e.g. `video.upload`. */
export function fieldsOf(properties: readonly INodeProperties[], key: string): INodeProperties[] {
	return properties.filter(({ displayOptions }) => {
		const { resource = [], operation = [] } = displayOptions?.show ?? {};
		return `${textOf(resource[0])}.${textOf(operation[0])}` === key;
	});
}

function rowsOf(
	property: INodeProperties,
	form: readonly INodeProperties[],
	before: string,
): string[] {
	const name = `${before}${property.displayName}`;
	const { options = [] } = property;
	if (property.type === 'collection') {
		return options.filter(isField).flatMap((each) => rowsOf(each, form, `${name}: `));
	}
	if (property.type === 'fixedCollection') {
		const groups = options.filter(isGroup);
		const note = row(name, sentences(property, form), '');
		return [
			...(property.description === undefined ? [] : [note]),
			...groups.flatMap(({ values }) => values.flatMap((each) => rowsOf(each, form, `${name}: `))),
		];
	}
	return [row(name, sentences(property, form), presetOf(property))];
}

function row(name: string, what: string, preset: string): string {
	return `| ${[`*${name}*`, what, preset].map(cell).join(' | ')} |`;
}

function sentences(property: INodeProperties, form: readonly INodeProperties[]): string {
	return [
		property.required === true ? 'Required' : '',
		plain(property.description ?? property.hint ?? ''),
		choicesOf(property),
		conditionOf(property, form),
	]
		.filter((sentence) => sentence !== '')
		.map((sentence) => (/[.:…?]$/.test(sentence) ? sentence : `${sentence}.`))
		.join(' ');
}

function choicesOf(property: INodeProperties): string {
	const { options = [], modes = [], type, typeOptions, description = '' } = property;
	if (modes.length > 0) return `Enter it ${list(modes.map(({ displayName }) => displayName))}`;
	if (type === 'options' || type === 'multiOptions') {
		const names = list(options.filter(isOption).map(({ name }) => name));
		return `${type === 'options' ? 'One of' : 'Any of'}: ${names}`;
	}
	const { minValue, maxValue } = typeOptions ?? {};
	if (minValue === undefined && maxValue === undefined) return '';
	// Some descriptions say it already.
	if (maxValue !== undefined && description.includes(String(maxValue))) return '';
	if (maxValue === undefined) return `At least ${minValue ?? 0}`;
	return `${minValue ?? 0} to ${maxValue}`;
}

/** `Shown with Source: URL.` */
function conditionOf(
	{ displayOptions }: INodeProperties,
	form: readonly INodeProperties[],
): string {
	const conditions = (shown: object | undefined) =>
		Object.entries(shown ?? {})
			.filter(([name]) => !CHOSEN.includes(name) && !name.startsWith('@'))
			.map(([name, values]) => condition(name.replace(/^\//, ''), values as unknown[], form));
	const shown = conditions(displayOptions?.show).join(' and ');
	const hidden = conditions(displayOptions?.hide).join(' or ');
	if (shown === '' && hidden === '') return '';
	return [shown && `Shown with ${shown}`, hidden && `not shown with ${hidden}`]
		.filter((part) => part !== '')
		.join(', ')
		.replace(/^not/, 'Not');
}

function condition(
	name: string,
	values: readonly unknown[],
	form: readonly INodeProperties[],
): string {
	const field = form.find((each) => each.name === name);
	const names = values.map((value) => {
		const option = (field?.options ?? []).filter(isOption).find((each) => each.value === value);
		if (option) return option.name;
		return typeof value === 'boolean' ? (value ? 'on' : 'off') : String(value);
	});
	return `*${field?.displayName ?? name}*: ${list(names, 'or')}`;
}

function presetOf({ default: preset, options = [], type }: INodeProperties): string {
	if (type === 'resourceLocator' || preset === '' || preset === undefined) return '';
	if (typeof preset === 'boolean') return preset ? 'on' : 'off';
	const names = (Array.isArray(preset) ? preset : [preset]).map(
		(value) => options.filter(isOption).find((each) => each.value === value)?.name,
	);
	if (names.length > 0 && names.every((name) => name !== undefined)) return names.join(', ');
	return typeof preset === 'object' ? '' : `\`${String(preset).replace(/^=(?=\{\{)/, '')}\``;
}

function list(names: readonly string[], last = 'or'): string {
	if (names.length < 2) return names.join('');
	return `${names.slice(0, -1).join(', ')} ${last} ${names.at(-1) ?? ''}`;
}

function plain(html: string): string {
	return html
		.replace(/<a href="([^"]*)"[^>]*>(.*?)<\/a>/g, '[$2]($1)')
		.replace(/<[^>]+>/g, '')
		.replaceAll('*', '\\*');
}

function cell(text: string): string {
	return text.replaceAll('|', '\\|').replaceAll(/\s*\n\s*/g, ' ');
}

function isField(option: object): option is INodeProperties {
	return 'displayName' in option && 'type' in option;
}

function isGroup(option: object): option is INodePropertyCollection {
	return 'values' in option;
}

function isOption(option: object): option is INodePropertyOptions {
	return 'value' in option && !('type' in option);
}
