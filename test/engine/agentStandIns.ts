import {
	NodeConnectionTypes,
	type IDataObject,
	type IExecuteFunctions,
	type INodeType,
} from 'n8n-workflow';

import type { NodeTypeMap } from './harness';
import { defineNode } from './harness/defineNode';
import { standIns, takes } from './standIns';

/** What a person is shown on a page of a form: by field, what stands in it. */
export type Shown = Readonly<Record<string, unknown>>;

/** Who takes part: the model that writes, and the person at the forms. */
export interface Cast {
	/** @param instructions the system message */
	readonly write: (prompt: string, instructions: string) => string;
	/** @returns what the person fills in; undefined: nobody is there, and the execution waits */
	readonly review: (shown: Shown, description: string) => IDataObject | undefined;
	/** The last page. */
	readonly end: (title: string, message: string) => void;
}

type Write = Cast['write'];

/** The AI Agent, without tools: it asks the model that is connected to it. */
const agent: INodeType = {
	description: {
		...defineNode({ name: 'agent', properties: takes('promptType', 'text', 'options') }, () =>
			Promise.resolve([]),
		).description,
		version: 3,
		inputs: [NodeConnectionTypes.Main, NodeConnectionTypes.AiLanguageModel],
	},
	async execute(this: IExecuteFunctions) {
		const found = await this.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, 0);
		const model = (Array.isArray(found) ? found[0] : found) as { write: Write };
		const text = (name: string) => this.getNodeParameter(name, 0, '') as string;
		const output = model.write(text('text'), text('options.systemMessage'));
		return [[{ json: { output }, pairedItem: { item: 0 } }]];
	},
};

const chatModel = (write: Write): INodeType => ({
	description: {
		...defineNode({ name: 'lmChatOpenAi', properties: takes('model', 'options') }, () =>
			Promise.resolve([]),
		).description,
		version: 1.2,
		inputs: [],
		outputs: [NodeConnectionTypes.AiLanguageModel],
	},
	supplyData: () => Promise.resolve({ response: { write } }),
});

interface FormField {
	readonly fieldLabel: string;
	readonly defaultValue?: unknown;
}

const form = ({ review, end }: Cast): INodeType =>
	defineNode(
		{
			name: 'form',
			properties: takes(
				...['operation', 'formFields', 'options', 'completionTitle', 'completionMessage'],
			),
		},
		async (context) => {
			const read = (name: string): unknown => context.getNodeParameter(name, 0, '');
			if (read('operation') === 'completion') {
				end(String(read('completionTitle')), String(read('completionMessage')));
				return context.getInputData();
			}
			const fields = read('formFields.values') as FormField[];
			const shown = fields.map((field) => [field.fieldLabel, field.defaultValue ?? '']);
			const filled = review(
				Object.fromEntries(shown) as Shown,
				String(read('options.formDescription')),
			);
			if (filled) return [{ json: filled, pairedItem: { item: 0 } }];
			await context.putExecutionToWait(new Date('3000-01-01'));
			return context.getInputData();
		},
	);

export const agentStandIns = (cast: Cast): NodeTypeMap => ({
	...standIns,
	'@n8n/n8n-nodes-langchain.agent': agent,
	'@n8n/n8n-nodes-langchain.lmChatOpenAi': chatModel((...asked) => cast.write(...asked)),
	'n8n-nodes-base.form': form(cast),
});
