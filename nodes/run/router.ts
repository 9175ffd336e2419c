import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { LinkedInError } from '../../linkedin/api/error';
import { CancelledError } from '../../linkedin/api/http';
import { isRecord } from '../../linkedin/api/parse';
import { isWorthKeeping, UploadFailure } from '../../linkedin/upload/uploadFailure';
import { Problem } from '../../linkedin/problem';
import { text } from '../form/fields';
import { Form } from '../form/form';
import { errorItem, toItems, type Attempt } from './attempt';
import { check, isCheckable, toCheckItem } from './check';
import { toNodeError, withSessions } from './errors';
import type { Item } from './item';
import type { ItemOperation, Operation, RunOperation } from './operation';
import { inParallel } from './pool';
import type { Dispatch } from './resources';
import { Run } from './run';
import { runTogether } from './together';
import { typeVersionOf } from './typeVersion';

/** Runs the chosen operation on the items, and pairs each output with its input item. */
export async function runNode(
	execution: IExecuteFunctions,
	dispatch: Dispatch,
): Promise<INodeExecutionData[][]> {
	const start = await open(execution, dispatch);
	if ('failure' in start) {
		const { failure } = start;
		return [execution.getInputData().map((_, index) => errorItem(execution, index, failure))];
	}
	const { run, operation } = start;
	try {
		const output = await runOperation(run, operation);
		// An error item may make n8n try again; then what was achieved counts.
		if (!output.some(({ json }) => isRecord(json.error))) run.memory.clear();
		return [output];
	} finally {
		await run.close();
	}
}

function runOperation(run: Run, operation: Operation): Promise<INodeExecutionData[]> {
	if ('executeAll' in operation) return runAll(run, operation);
	return 'executeTogether' in operation ? runTogether(run, operation) : runItems(run, operation);
}

type Start = { readonly run: Run; readonly operation: Operation } | { readonly failure: unknown };

/**
 * An invalid credential fails every item. It must not be thrown if n8n should continue: n8n would
 * send the unchanged input to the success branch.
 */
async function open(execution: IExecuteFunctions, dispatch: Dispatch): Promise<Start> {
	try {
		typeVersionOf(execution.getNode());
		const operation = chosen(execution, dispatch);
		return { operation, run: await Run.open(execution, isCheckable(operation)) };
	} catch (error) {
		const nodeError = toNodeError(execution.getNode(), error);
		if (!execution.continueOnFail()) throw nodeError;
		return { failure: error };
	}
}

const resourceField = text({ displayName: 'Resource', name: 'resource' });
const operationField = text({ displayName: 'Operation', name: 'operation' });

/** Resource and operation take no expressions: they are the same for all items. */
function chosen(execution: IExecuteFunctions, dispatch: Dispatch): Operation {
	const form = Form.ofItem(execution, 0);
	return dispatch.find(form.read(resourceField), form.read(operationField));
}

/** If an operation on all items throws an error that is not n8n's own, all items fail. */
async function runAll(run: Run, operation: RunOperation): Promise<INodeExecutionData[]> {
	const { execution } = run;
	try {
		return await operation.executeAll(run);
	} catch (error) {
		const isOurs = error instanceof Problem || error instanceof LinkedInError;
		if (!isOurs || !execution.continueOnFail()) throw toNodeError(execution.getNode(), error);
		return execution.getInputData().map((_, index) => errorItem(execution, index, error));
	}
}

/** Runs the items, several at a time if the user wants; their output is in the order of the input. */
async function runItems(run: Run, operation: ItemOperation): Promise<INodeExecutionData[]> {
	const { execution, itemConcurrency } = run;
	const count = execution.getInputData().length;
	const { results, failures } = await inParallel(count, itemConcurrency, (index) =>
		runItem(run, operation, index),
	);
	const [failure, ...others] = failures;
	if (failure) {
		const { warnings, finished } = run;
		const place = { itemIndex: failure.index, warnings, finished };
		throw withSessions(toNodeError(execution.getNode(), failure.error, place), others);
	}
	return results.flat();
}

async function runItem(
	run: Run,
	operation: ItemOperation,
	itemIndex: number,
): Promise<INodeExecutionData[]> {
	const attempted = await attempt(run, operation, itemIndex);
	run.tellConnection();
	const { output, error } = attempted;
	const stops = !run.execution.continueOnFail() || error instanceof CancelledError;
	if (!output && stops) throw error;
	return toItems(run, attempted, itemIndex);
}

/** What an earlier try of the node finished is not done again. */
async function attempt(run: Run, operation: ItemOperation, itemIndex: number): Promise<Attempt> {
	const item = run.item(itemIndex);
	try {
		if (item.check.isOn) return await checked(operation, item);
		const { inputFields } = item;
		const output = run.memory.finished(itemIndex) ?? (await operation.execute(item));
		run.finish(itemIndex, output);
		return { output, inputFields };
	} catch (error) {
		if (error instanceof UploadFailure && !isWorthKeeping(error)) item.memory.forget();
		return { error };
	} finally {
		await item.end();
	}
}

async function checked(operation: ItemOperation, item: Item): Promise<Attempt> {
	let inputFields = {};
	const work = async (): Promise<void> => {
		inputFields = item.inputFields;
		await operation.execute(item);
	};
	return { output: [toCheckItem(await check(item, work))], inputFields };
}
