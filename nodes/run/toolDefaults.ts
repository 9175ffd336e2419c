import type { INodeProperties } from 'n8n-workflow';

/** The default of an operation's field where the node is the tool of an AI agent. */
interface ToolDefault {
	readonly operation: string;
	readonly field: string;
	readonly default: INodeProperties['default'];
}

const DEFAULTS: readonly ToolDefault[] = [
	// An agent has no files to hand over, only links.
	...['video.upload', 'image.upload', 'document.upload', 'asset.upload', 'video.resumeUpload'].map(
		(operation) => ({ operation, field: 'source', default: 'url' }),
	),
	{ operation: 'post.create', field: 'mediaSource', default: 'url' },
	// Language models write Markdown, whatever they are told.
	{ operation: 'post.create', field: 'options', default: { textFormat: 'markdown' } },
	{ operation: 'post.update', field: 'options', default: { textFormat: 'markdown' } },
];

/**
 * A field, with one default for people and another one for agents where the two need different ones. n8n
 * shows the one or the other: the tool that it makes of a node has a name that ends in `Tool`.
 *
 * @param operation `video.upload`
 */
export function forPeopleAndAgents(
	operation: string,
	property: INodeProperties,
): INodeProperties[] {
	const found = DEFAULTS.find(
		(each) => each.operation === operation && each.field === property.name,
	);
	if (found === undefined) return [property];
	return [when(property, false), { ...when(property, true), default: found.default }];
}

function when(property: INodeProperties, isTool: boolean): INodeProperties {
	const { displayOptions } = property;
	return {
		...property,
		displayOptions: { ...displayOptions, show: { ...displayOptions?.show, '@tool': [isTool] } },
	};
}
