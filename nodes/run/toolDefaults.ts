import type { INodeProperties } from 'n8n-workflow';

/** The default of an operation's field if the node is an AI agent's tool. */
interface ToolDefault {
	readonly operation: string;
	readonly field: string;
	readonly default: INodeProperties['default'];
}

const DEFAULTS: readonly ToolDefault[] = [
	// An agent can't pass files, only links.
	...['video.upload', 'image.upload', 'document.upload', 'asset.upload', 'video.resumeUpload'].map(
		(operation) => ({ operation, field: 'source', default: 'url' }),
	),
	...['post.create', 'document.upload'].map((operation) => ({
		operation,
		field: 'mediaSource',
		default: 'url',
	})),
	// Language models write Markdown, even if told not to.
	{ operation: 'post.create', field: 'options', default: { textFormat: 'markdown' } },
	{ operation: 'comment.create', field: 'options', default: { textFormat: 'markdown' } },
	{ operation: 'comment.update', field: 'options', default: { textFormat: 'markdown' } },
	{ operation: 'post.update', field: 'options', default: { textFormat: 'markdown' } },
];

/**
 * A field, with separate defaults for people and agents if they need different ones. n8n shows one
 * or the other: the name of a node's tool variant ends in `Tool`.
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
