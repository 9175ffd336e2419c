import {
	NodeHelpers,
	type INode,
	type INodeProperties,
	type INodeTypeDescription,
} from 'n8n-workflow';

import { CREDENTIAL_TYPE } from './lab';
import type { Session } from './session';

/** A node as n8n has loaded it, which is what its editor shows. */
export async function loadedNode(session: Session, type: string): Promise<INodeTypeDescription> {
	const found = (await loadedNodes(session)).find(({ name }) => name === type);
	if (!found) throw new Error(`n8n has not loaded ${type}`);
	return found;
}

export async function isLoaded(session: Session, type: string): Promise<boolean> {
	return (await loadedNodes(session)).some(({ name }) => name === type);
}

async function loadedNodes(session: Session): Promise<INodeTypeDescription[]> {
	const response = await session.fetch('GET', '/types/nodes.json');
	return (await response.json()) as INodeTypeDescription[];
}

/** One entry of the operations' lists. */
export interface Operation {
	readonly resource: { readonly name: string; readonly value: string };
	readonly operation: { readonly name: string; readonly value: string };
}

/** All that the node can do, in the order of its lists. */
export function operations(node: INodeTypeDescription): Operation[] {
	const resources = node.properties.find(({ name }) => name === 'resource');
	return named(resources).flatMap((resource) =>
		node.properties
			.filter(
				({ name, displayOptions }) =>
					name === 'operation' && (displayOptions?.show?.resource ?? []).includes(resource.value),
			)
			.flatMap(named)
			.map((operation) => ({ resource, operation })),
	);
}

/** The fields that are shown before anything is filled in, but for what was chosen. */
export function shownFields(
	node: INodeTypeDescription,
	chosen: Readonly<Record<string, string>>,
): { readonly fields: INodeProperties[]; readonly collected: string[] } {
	const instance: INode = {
		id: 'shown',
		name: 'Shown',
		type: node.name,
		typeVersion: 1,
		position: [0, 0],
		parameters: {},
		credentials: { [CREDENTIAL_TYPE]: { id: '1', name: '1' } },
	};
	const values =
		NodeHelpers.getNodeParameters(node.properties, { ...chosen }, true, false, instance, node) ??
		{};
	const shown = (property: INodeProperties, own: typeof values) =>
		property.type !== 'hidden' &&
		NodeHelpers.displayParameter(own, property, instance, node, values);
	const fields = node.properties.filter((property) => shown(property, values));
	const collected = fields
		.filter(({ type }) => type === 'collection')
		.map(({ options = [] }) =>
			options.filter((option): option is INodeProperties => 'type' in option && shown(option, {})),
		)
		// The only one of a collection has no list: the button itself adds it.
		.filter((options) => options.length > 1)
		.flatMap((options) => options.map(({ displayName }) => displayName));
	return { fields, collected };
}

function named(property: INodeProperties | undefined): Array<{ name: string; value: string }> {
	return (property?.options ?? []).flatMap((option) =>
		'value' in option && typeof option.value === 'string' && option.name !== 'Custom API Call'
			? [{ name: option.name, value: option.value }]
			: [],
	);
}
