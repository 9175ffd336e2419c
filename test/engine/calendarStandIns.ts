import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeExecutionData,
	type INodeType,
} from 'n8n-workflow';

import type { NodeTypeMap } from './harness';
import { defineNode } from './harness/defineNode';
import { standIns, takes } from './standIns';

/** Loop Over Items, one at a time: what came back goes out at the first output when all went round. */
const loop: INodeType = {
	description: {
		...defineNode({ name: 'splitInBatches' }, () => Promise.resolve([])).description,
		outputs: [NodeConnectionTypes.Main, NodeConnectionTypes.Main],
		version: 3,
	},
	execute(this: IExecuteFunctions) {
		const memory = this.getContext('node') as { waiting?: INodeExecutionData[] };
		memory.waiting ??= this.getInputData().slice();
		const next = memory.waiting.shift();
		return Promise.resolve(
			next ? [[], [{ ...next, pairedItem: { item: 0 } }]] : [this.getInputData(), []],
		);
	},
};

/** HTTP Request: GET with one header, for the headers of the answer. What fails is an item like any other. */
const httpRequest = defineNode(
	{ name: 'httpRequest', properties: takes('url', 'headerParameters', 'options'), version: 4.2 },
	async (context) => {
		const json = await ask(context).catch((error: unknown) => ({ error: String(error) }));
		return [{ json, pairedItem: { item: 0 } }];
	},
);

async function ask(context: IExecuteFunctions): Promise<IDataObject> {
	const [name, value] = ['name', 'value'].map(
		(field) => context.getNodeParameter(`headerParameters.parameters[0].${field}`, 0) as string,
	);
	const headers = { [name ?? '']: value ?? '' };
	const response = await fetch(context.getNodeParameter('url', 0) as string, { headers });
	await response.body?.cancel();
	return { headers: Object.fromEntries(response.headers), statusCode: response.status };
}

/** What the content calendar uses besides the table. */
export const calendarStandIns: NodeTypeMap = {
	...standIns,
	'n8n-nodes-base.splitInBatches': loop,
	'n8n-nodes-base.httpRequest': httpRequest,
};
