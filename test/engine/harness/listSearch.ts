import { LoadOptionsContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { INodeListSearchResult } from 'n8n-workflow';
import type { HarnessCredentials } from './credentials';
import { prepare } from './execution';
import type { HarnessNodeTypes } from './nodes';
import type { ListSearchOptions } from './types';

/** Asks a node's picker as n8n's editor does: no execution, no items, only node and credential. */
export async function listSearch(
	options: ListSearchOptions,
	nodeTypes: HarnessNodeTypes,
	credentials: HarnessCredentials,
): Promise<INodeListSearchResult> {
	const { type, method, parameter, filter, paginationToken } = options;
	const ids = Object.entries(options.credentials ?? {});
	const { data, additionalData } = prepare(
		{
			nodes: [
				{
					name: 'Node',
					type,
					credentials: Object.fromEntries(
						ids.map(([id, { type: credentialType }]) => [credentialType, { id, name: id }]),
					),
				},
			],
			connections: {},
		},
		'picker',
		credentials,
		() => undefined,
	);
	const [node] = data.nodes;
	if (!node) throw new Error('the workflow lost its node');
	// The form as it stands on screen, saved or not.
	additionalData.currentNodeParameters = options.parameters ?? {};
	const workflow = new Workflow({ ...data, nodeTypes, settings: {} });
	const context = new LoadOptionsContext(workflow, node, additionalData, parameter);
	const search = nodeTypes.getByNameAndVersion(type).methods?.listSearch?.[method];
	if (!search) throw new Error(`the node has no picker "${method}"`);
	return await search.call(context, filter, paginationToken);
}
