import { NodeConnectionTypes } from 'n8n-workflow';
import type {
	IExecuteFunctions,
	INodeExecutionData,
	INodeType,
	INodeTypeDescription,
} from 'n8n-workflow';

/** A node type of one function: one input and one output unless the description says otherwise. */
export function defineNode(
	description: Pick<INodeTypeDescription, 'name'> & Partial<INodeTypeDescription>,
	work: (context: IExecuteFunctions) => Promise<INodeExecutionData[]>,
): INodeType {
	return {
		description: {
			displayName: description.name,
			group: ['transform'],
			version: 1,
			description: '',
			defaults: { name: description.name },
			inputs: [NodeConnectionTypes.Main],
			outputs: [NodeConnectionTypes.Main],
			properties: [],
			...description,
		},
		async execute() {
			return [await work(this)];
		},
	};
}
