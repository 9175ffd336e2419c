import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeProperties,
	type INodeType,
} from 'n8n-workflow';

import { isRecord, parseJson } from '../../linkedin/api/parse';
import type { NodeTypeMap } from './harness';
import { defineNode } from './harness/defineNode';

/**
 * Stand-ins for nodes that n8n itself brings and that n8n-core does not have. They do what the shipped
 * workflows ask of them and no more; n8n's own engine evaluates the expressions in their parameters.
 */

/** What a workflow answered to its caller. */
export interface WebhookAnswer {
	readonly status: number;
	readonly body: unknown;
}

/** A webhook that was called once, and what it was answered. */
export interface WebhookNodes {
	readonly nodeTypes: NodeTypeMap;
	readonly answers: WebhookAnswer[];
}

/** n8n drops parameters that a node does not describe; of what kind they are matters to its editor. */
export const takes = (...names: string[]): INodeProperties[] =>
	names.map((name) => ({ displayName: name, name, type: 'json', default: '' }));

/** @param received gives the items as n8n's Webhook node does */
export function webhookNodes(
	received: (context: IExecuteFunctions) => Promise<INodeExecutionData[]>,
): WebhookNodes {
	const answers: WebhookAnswer[] = [];
	const webhook = defineNode(
		{ name: 'webhook', group: ['trigger'], inputs: [], properties: takes('path') },
		received,
	);
	const respond = defineNode(
		{ name: 'respondToWebhook', properties: takes('responseBody', 'options') },
		async (context) => {
			answers.push({
				status: Number(context.getNodeParameter('options.responseCode', 0, 200)),
				body: context.getNodeParameter('responseBody', 0, ''),
			});
			return Promise.resolve(context.getInputData());
		},
	);
	return {
		answers,
		nodeTypes: {
			'n8n-nodes-base.webhook': webhook,
			'n8n-nodes-base.respondToWebhook': respond,
		},
	};
}

/** Edit Fields (Set): a list of assignments, or one JSON text. */
const editFields = defineNode(
	{ name: 'set', properties: takes('mode', 'assignments', 'jsonOutput', 'includeOtherFields') },
	(context) =>
		Promise.resolve(
			context.getInputData().map(({ json }, index): INodeExecutionData => {
				const fields = fieldsOf(context, index);
				const kept = context.getNodeParameter('includeOtherFields', index, false) ? json : {};
				return { json: { ...kept, ...fields }, pairedItem: { item: index } };
			}),
		),
);

function fieldsOf(context: IExecuteFunctions, index: number): IDataObject {
	if (context.getNodeParameter('mode', index, '') === 'raw') {
		const text: unknown = context.getNodeParameter('jsonOutput', index, '');
		return parseJson(String(text)) as IDataObject; // what the workflow's author wrote
	}
	const list: unknown = context.getNodeParameter('assignments.assignments', index, []);
	const fields = (Array.isArray(list) ? list : []).map(
		(entry: unknown): [string, string | number] => {
			const { name, type, value } = isRecord(entry) ? entry : {};
			// n8n's own node refuses a value of another type than the one that was chosen.
			const plain = typeof value === 'string' || typeof value === 'number';
			if (!plain || typeof value !== type) throw new Error(`${String(name)} is no ${String(type)}`);
			return [String(name), value];
		},
	);
	return Object.fromEntries(fields);
}

/** Split Out: one item for each entry of a list. */
const splitOut = defineNode({ name: 'splitOut', properties: takes('fieldToSplitOut') }, (context) =>
	Promise.resolve(
		context.getInputData().flatMap(({ json }, index) => {
			const field: unknown = context.getNodeParameter('fieldToSplitOut', index);
			const list = typeof field === 'string' ? json[field] : undefined;
			return (Array.isArray(list) ? list : []).flatMap((entry: unknown): INodeExecutionData[] =>
				isRecord(entry) ? [{ json: { ...entry } as IDataObject, pairedItem: { item: index } }] : [],
			);
		}),
	),
);

/** Filter, by the one condition that a boolean is true. */
const filter = defineNode({ name: 'filter', properties: takes('conditions') }, (context) =>
	Promise.resolve(
		context.getInputData().flatMap(({ json }, index): INodeExecutionData[] => {
			const { leftValue } = firstCondition(context, index);
			if (typeof leftValue !== 'boolean') throw new Error('the condition is no boolean');
			return leftValue ? [{ json, pairedItem: { item: index } }] : [];
		}),
	),
);

const stopAndError = defineNode(
	{ name: 'stopAndError', properties: takes('errorMessage') },
	(context) => Promise.reject(new Error(context.getNodeParameter('errorMessage', 0, '') as string)),
);

/** If, by its first condition: `true` of a boolean or `empty` of a text. */
const condition: INodeType = {
	description: {
		...defineNode({ name: 'if', properties: takes('conditions') }, () => Promise.resolve([]))
			.description,
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
	},
	execute(this: IExecuteFunctions) {
		const yes: INodeExecutionData[] = [];
		const no: INodeExecutionData[] = [];
		for (const [index, item] of this.getInputData().entries()) {
			const { leftValue, operator } = firstCondition(this, index);
			const kind = isRecord(operator)
				? `${String(operator.type)}:${String(operator.operation)}`
				: '';
			if (kind !== 'string:empty' && kind !== 'boolean:true')
				throw new Error(`no such If: ${kind}`);
			(leftValue === '' || leftValue === true ? yes : no).push(item);
		}
		return Promise.resolve([yes, no]);
	},
};

function firstCondition(context: IExecuteFunctions, index: number): Record<string, unknown> {
	const list: unknown = context.getNodeParameter('conditions.conditions', index, []);
	const first: unknown = Array.isArray(list) ? list[0] : undefined;
	return isRecord(first) ? first : {};
}

/** Nodes that the shipped workflows use and that need nothing of a test. */
export const standIns: NodeTypeMap = {
	'n8n-nodes-base.set': editFields,
	'n8n-nodes-base.if': condition,
	'n8n-nodes-base.splitOut': splitOut,
	'n8n-nodes-base.filter': filter,
	'n8n-nodes-base.stopAndError': stopAndError,
};
