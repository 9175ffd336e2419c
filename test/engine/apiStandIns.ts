import { createHash, randomBytes } from 'node:crypto';

import {
	NodeConnectionTypes,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import type { NodeTypeMap } from './harness';
import { defineNode } from './harness/defineNode';
import { standIns, takes } from './standIns';

/** Crypto, as it makes a random text, or the SHA-256 of one. */
const crypto = defineNode(
	{
		name: 'crypto',
		properties: takes(
			'action',
			'binaryData',
			'dataPropertyName',
			'encoding',
			'encodingType',
			'stringLength',
			'type',
			'value',
		),
	},
	(context) => {
		const [action, encoding, name, type, ofHash] = [
			'action',
			'encodingType',
			'dataPropertyName',
			'type',
			'encoding',
		].map((field) => context.getNodeParameter(field, 0, '') as string);
		if (action === 'hash' && type === 'SHA256' && ofHash === 'hex' && name !== undefined) {
			return Promise.resolve(
				context.getInputData().map(({ json }, index): INodeExecutionData => {
					const value = context.getNodeParameter('value', index, '') as string;
					const hash = createHash('sha256').update(value).digest('hex');
					return { json: { ...json, [name]: hash }, pairedItem: { item: index } };
				}),
			);
		}
		if (action !== 'generate' || encoding !== 'hex' || name === undefined)
			throw new Error('no such Crypto');
		const length = Number(context.getNodeParameter('stringLength', 0, 0));
		return Promise.resolve(
			context.getInputData().map(({ json }, index): INodeExecutionData => ({
				json: { ...json, [name]: randomBytes(length).toString('hex').slice(0, length) },
				pairedItem: { item: index },
			})),
		);
	},
);

/** Merge, as *Choose Branch*: it waits for both, and passes one of them on. */
const merge: INodeType = {
	description: {
		...defineNode({ name: 'merge', properties: takes('mode', 'useDataOfInput') }, () =>
			Promise.resolve([]),
		).description,
		version: 3,
		inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		requiredInputs: [0, 1],
	},
	execute(this: IExecuteFunctions) {
		if (this.getNodeParameter('mode', 0, '') !== 'chooseBranch') throw new Error('no such Merge');
		const chosen = Number(this.getNodeParameter('useDataOfInput', 0, 1)) - 1;
		return Promise.resolve([this.getInputData(chosen)]);
	},
};

/** What the workflows use that are HTTP APIs. */
export const apiStandIns: NodeTypeMap = {
	...standIns,
	'n8n-nodes-base.crypto': crypto,
	'n8n-nodes-base.merge': merge,
};
