import { PollContext } from 'n8n-core';
import { Workflow } from 'n8n-workflow';
import type { INodeExecutionData } from 'n8n-workflow';
import type { HarnessCredentials } from './credentials';
import { prepare } from './execution';
import type { HarnessNodeTypes } from './nodes';
import type { PollOptions } from './types';

const NAME = 'Trigger';

/** Polls as n8n does: a workflow of its own with the static data that n8n has of it. */
export async function poll(
	options: PollOptions,
	nodeTypes: HarnessNodeTypes,
	credentials: HarnessCredentials,
): Promise<INodeExecutionData[] | null> {
	const ids = Object.keys(options.credentials ?? {});
	const { data, additionalData } = prepare(
		{
			nodes: [
				{
					name: NAME,
					type: options.type,
					parameters: { pollTimes: { item: [{ mode: 'everyMinute' }] }, ...options.parameters },
					credentials: Object.fromEntries(ids.map((id) => [id, { id, name: id }])),
				},
			],
			connections: {},
		},
		'poll',
		credentials,
		() => undefined,
	);
	const workflow = new Workflow({
		...data,
		settings: {},
		nodeTypes,
		staticData: options.staticData,
	});
	const node = workflow.getNode(NAME);
	const type = nodeTypes.getByNameAndVersion(options.type);
	if (!node || !type.poll) throw new Error(`"${options.type}" does not poll`);
	const mode = options.manual ? 'manual' : 'trigger';
	const context = new PollContext(workflow, node, additionalData, mode, 'activate');
	const { budgetMs } = options;
	Object.assign(context, { getPollBudgetMs: budgetMs === undefined ? undefined : () => budgetMs });
	const output = await workflow.expression.withIsolate(async () => await type.poll?.call(context));
	return output?.[0] ?? null;
}
