import { NodeConnectionTypes } from 'n8n-workflow';
import { recordMessages } from './messages';
import { showToWatchers } from './watchRuns';
import type {
	ICredentialDataDecryptedObject,
	INode,
	INodeExecutionData,
	INodeParameters,
	NodeExecutionHint,
	OnError,
} from 'n8n-workflow';
import { NO_OP_TYPE, TRIGGER_TYPE } from './nodes';
import type { Engine, InputItem, RunError, RunOptions, RunResult } from './types';

export const TRIGGER = 'Trigger';
export const NODE = 'Node';

export interface RunNodeOptions extends Pick<RunOptions, 'signal' | 'onNodeLog'> {
	type: string;
	typeVersion?: number;
	parameters?: INodeParameters;
	/** By default one empty item. */
	items?: InputItem[];
	/** Data by credential type, which is also the credential's id. */
	credentials?: Record<string, ICredentialDataDecryptedObject>;
	onError?: OnError;
	retryOnFail?: boolean;
	maxTries?: number;
	/** Further settings of the node. */
	node?: Partial<INode>;
}

export interface RunNodeResult extends Omit<RunResult, 'items' | 'hints' | 'error' | 'errorOf'> {
	items: INodeExecutionData[];
	/** The error output's items, with `onError: 'continueErrorOutput'`. */
	errorItems: INodeExecutionData[];
	error: RunError | undefined;
	hints: NodeExecutionHint[];
	run: RunResult;
}

/** Runs one node of one output: trigger, the node, and a node that takes what it gives. */
export async function runNode(engine: Engine, options: RunNodeOptions): Promise<RunNodeResult> {
	const { credentials = {}, items = [{}], signal, onNodeLog } = options;
	const ids = Object.keys(credentials);
	const to = (node: string) => [{ node, type: NodeConnectionTypes.Main, index: 0 }];
	const run = await engine.run({
		workflow: {
			nodes: [
				{ name: TRIGGER, type: TRIGGER_TYPE },
				{
					name: NODE,
					type: options.type,
					typeVersion: options.typeVersion ?? 1,
					parameters: options.parameters ?? {},
					credentials: Object.fromEntries(ids.map((id) => [id, { id, name: id }])),
					// n8n takes 0 for its default of a second.
					waitBetweenTries: 1,
					...(options.onError && { onError: options.onError }),
					...(options.retryOnFail && { retryOnFail: true }),
					...(options.maxTries && { maxTries: options.maxTries }),
					...options.node,
				},
				{ name: 'Sink', type: NO_OP_TYPE },
				{ name: 'Error sink', type: NO_OP_TYPE },
			],
			connections: {
				[TRIGGER]: { main: [to(NODE)] },
				[NODE]: { main: [to('Sink'), to('Error sink')] },
			},
		},
		start: TRIGGER,
		items,
		credentials: Object.fromEntries(
			Object.entries(credentials).map(([type, data]) => [type, { type, data }]),
		),
		...(signal && { signal }),
		...(onNodeLog && { onNodeLog }),
	});
	const result = {
		...run,
		items: run.items(NODE),
		errorItems: run.items(NODE, 1),
		error: run.errorOf(NODE) ?? run.error,
		hints: run.hints(NODE),
		run,
	};
	await recordMessages(options, result);
	showToWatchers(options, result);
	return result;
}
