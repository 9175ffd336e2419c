import type { IExecuteFunctions } from 'n8n-workflow';

import { defineNode, runNode, startEngine, type Engine } from './harness';

const TYPE = 'n8n-nodes-test.inside';

let work: (execution: IExecuteFunctions) => Promise<void> = () => Promise.resolve();
let engine: Promise<Engine> | undefined;

afterAll(async () => {
	await (await engine)?.close();
});

/**
 * Runs `action` inside a node of n8n's engine: with the helpers that product code is given there, and
 * n8n's own HTTP client behind them. One at a time.
 */
export async function insideNode<Result>(
	action: (execution: IExecuteFunctions) => Promise<Result>,
): Promise<Result> {
	engine ??= startEngine({
		binaryMode: 'default',
		nodeTypes: {
			[TYPE]: defineNode({ name: 'inside' }, async (execution) => {
				await work(execution);
				return [];
			}),
		},
		credentialTypes: [],
	});
	let outcome: { result: Result } | { error: unknown } | undefined;
	work = async (execution) => {
		outcome = await action(execution).then(
			(result) => ({ result }),
			(error: unknown) => ({ error }),
		);
	};
	await runNode(await engine, { type: TYPE });
	if (!outcome) throw new Error('the node did not run to its end');
	if ('error' in outcome) throw outcome.error;
	return outcome.result;
}
