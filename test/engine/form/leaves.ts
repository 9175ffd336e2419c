import type {
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
	NodeParameterValueType,
} from 'n8n-workflow';

/** One field that a user can fill in, wherever it stands in the form. */
export interface Leaf {
	/** `video.upload`; the trigger's fields have none. */
	readonly operation: string;
	/** Names from the outside in: `['options', 'maxRetries']`. */
	readonly path: readonly string[];
	readonly property: INodeProperties;
	/** Other fields as they must be for this one to be shown. */
	readonly shownWith: INodeParameters;
}

/** A value of the form, as a word. */
export function textOf(value: unknown): string {
	return typeof value === 'string' ? value : JSON.stringify(value);
}

/** `video.upload: options.maxRetries` */
export function nameOf({ operation, path }: Leaf): string {
	return `${operation}: ${path.join('.')}`;
}

/** Every field of a form, with the operation that it belongs to. An agent's differ by their default only. */
export function leavesOf(properties: readonly INodeProperties[]): Leaf[] {
	return properties
		.filter(({ name }) => name !== 'resource' && name !== 'operation')
		.filter((property) => !isForAgents(property))
		.flatMap((property) => {
			const { resource, operation, ...others } = property.displayOptions?.show ?? {};
			const key = [resource, operation].flatMap((values) => (values ? [textOf(values[0])] : []));
			const shownWith = Object.fromEntries(
				Object.entries(others).flatMap(([name, values]) =>
					values && name !== '@tool' ? [[name, valueOf(values[0])]] : [],
				),
			);
			return below({ operation: key.join('.'), path: [property.name], property, shownWith });
		});
}

/** Shown where the node is the tool of an AI agent. */
export function isForAgents({ displayOptions }: INodeProperties): boolean {
	return displayOptions?.show?.['@tool']?.includes(true) ?? false;
}

function below(leaf: Leaf): Leaf[] {
	const { property, path } = leaf;
	const inside = (fields: readonly INodeProperties[], via: readonly string[] = []): Leaf[] =>
		fields.flatMap((field) =>
			below({
				...leaf,
				path: [...path, ...via, field.name],
				property: field,
				shownWith: { ...leaf.shownWith, ...ofTheForm(field) },
			}),
		);
	if (property.type === 'collection') return inside(fieldsOf(property));
	if (property.type === 'fixedCollection') {
		return (property.options ?? []).flatMap((group) =>
			isGroup(group) ? inside(group.values, [group.name]) : [],
		);
	}
	return [leaf];
}

/** Fields outside a collection, which those in it name with a slash. */
function ofTheForm({ displayOptions }: INodeProperties): INodeParameters {
	return Object.fromEntries(
		Object.entries(displayOptions?.show ?? {}).flatMap(([name, values]) =>
			name.startsWith('/') && values ? [[name.slice(1), valueOf(values[0])]] : [],
		),
	);
}

function fieldsOf({ options = [] }: INodeProperties): INodeProperties[] {
	return options.filter(
		(option): option is INodeProperties => 'displayName' in option && 'type' in option,
	);
}

function isGroup(option: object): option is INodePropertyCollection {
	return 'values' in option;
}

function valueOf(value: unknown): NodeParameterValueType {
	return typeof value === 'boolean' ? value : textOf(value);
}

/** The values that a field offers. */
export function offeredBy({ options = [] }: INodeProperties): unknown[] {
	return options
		.filter((option): option is INodePropertyOptions => 'value' in option)
		.map(({ value }) => value);
}

/** Parameters in which the field has this value, as n8n stores them. */
export function withValue(leaf: Leaf, value: NodeParameterValueType): INodeParameters {
	const [first = '', ...rest] = leaf.path;
	// n8n keeps the rows of a fixed collection in a list.
	const isRow = rest.length === 2;
	const [group = '', field = ''] = isRow ? rest : ['', rest[0]];
	if (isRow) return { ...leaf.shownWith, [first]: { [group]: [{ [field]: value }] } };
	const inner = field === '' ? value : { [field]: value };
	return { ...leaf.shownWith, [first]: inner };
}
