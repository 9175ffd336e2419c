import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { isRecord } from '../../../linkedin/api/parse';
import { Problem } from '../../../linkedin/problem';
import { isWorthKeeping, UploadFailure } from '../../../linkedin/upload/session';
import { toErrorItem, toNodeError, withSessions } from '../../shared/errors';
import * as asset from './asset';
import * as document from './document';
import { readItemConcurrency } from './fields/options';
import { readText } from './fields/values';
import * as image from './image';
import * as mediaImport from './import';
import type {
	MediaOperation,
	Operations,
	OutputItem,
	RunOperation,
	RunOperations,
} from './operation';
import { inParallel } from './pool';
import * as post from './post';
import { MediaRun, type ItemRun } from './run';
import * as video from './video';

/** A Map, because an object would also answer to `constructor`. */
const RESOURCES: ReadonlyMap<string, Operations> = new Map([
	['video', video.operations],
	['image', image.operations],
	['document', document.operations],
	['post', post.operations],
	['asset', asset.operations],
	['import', mediaImport.operations],
]);

/** Those that work on all items at once. */
const RUN_RESOURCES: ReadonlyMap<string, RunOperations> = new Map([
	['import', mediaImport.runOperations],
]);

/** Runs the chosen operation over the items; what it gives for one of them is paired with it. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const run = await openRun.call(this);
	if (!(run instanceof MediaRun)) {
		return [this.getInputData().map((_, index) => failed.call(this, index, run.failure))];
	}
	try {
		const whole = runOperationOf.call(this);
		const output = await (whole ? whole.call(this, run) : runItems.call(this, run));
		// An error item may make n8n try again; then what was achieved counts.
		if (!output.some(({ json }) => isRecord(json.error))) run.memory.clear();
		return [output];
	} finally {
		await run.close();
	}
}

/**
 * A credential that cannot be used fails every item alike. It must not be thrown while n8n is to go
 * on: n8n would send the untouched input down the success branch.
 */
async function openRun(this: IExecuteFunctions): Promise<MediaRun | { failure: unknown }> {
	try {
		return await MediaRun.open(this);
	} catch (error) {
		const nodeError = toNodeError(this.getNode(), error, undefined, []);
		if (!this.continueOnFail()) throw nodeError;
		return { failure: error };
	}
}

/** The items, several at a time where the user wants it; their output in the order of the input. */
async function runItems(this: IExecuteFunctions, run: MediaRun): Promise<INodeExecutionData[]> {
	const count = this.getInputData().length;
	const lanes = readItemConcurrency(this);
	const { results, failures } = await inParallel(count, lanes, (index) =>
		runItem.call(this, index, run),
	);
	const [failure, ...others] = failures;
	if (failure) {
		const nodeError = toNodeError(
			this.getNode(),
			failure.error,
			failure.index,
			run.told,
			run.finished,
		);
		throw withSessions(nodeError, others);
	}
	return results.flat();
}

async function runItem(
	this: IExecuteFunctions,
	itemIndex: number,
	run: MediaRun,
): Promise<INodeExecutionData[]> {
	const { output, error } = await attempt.call(this, itemIndex, run);
	run.rememberVersion();
	if (output) return output.map((item) => ({ ...item, pairedItem: { item: itemIndex } }));
	if (!this.continueOnFail() || error instanceof CancelledError) throw error;
	return [failed.call(this, itemIndex, error)];
}

/** What an earlier try of the node finished is not done again. */
async function attempt(
	this: IExecuteFunctions,
	itemIndex: number,
	run: MediaRun,
): Promise<{ output?: readonly OutputItem[]; error?: unknown }> {
	const item = run.item(itemIndex);
	try {
		const output = run.memory.finished(itemIndex) ?? (await execute.call(this, itemIndex, item));
		run.finish(itemIndex, output);
		return { output };
	} catch (error) {
		if (error instanceof UploadFailure && !isWorthKeeping(error)) item.memory.forget();
		return { error };
	} finally {
		await item.end();
	}
}

/** The item that takes the place of one that failed. */
function failed(this: IExecuteFunctions, itemIndex: number, error: unknown): INodeExecutionData {
	const input = this.getInputData()[itemIndex] ?? { json: {} };
	const nodeError = toNodeError(this.getNode(), error, itemIndex, []);
	return toErrorItem(nodeError, error, input, itemIndex);
}

async function execute(
	this: IExecuteFunctions,
	itemIndex: number,
	item: ItemRun,
): Promise<readonly OutputItem[]> {
	return operationOf.call(this, itemIndex).call(this, itemIndex, item);
}

/** Resource and operation take no expressions: they are the same for all items. */
function runOperationOf(this: IExecuteFunctions): RunOperation | undefined {
	const resource: unknown = this.getNodeParameter('resource', 0, '');
	const operation: unknown = this.getNodeParameter('operation', 0, '');
	return RUN_RESOURCES.get(String(resource))?.get(String(operation));
}

function operationOf(this: IExecuteFunctions, itemIndex: number): MediaOperation {
	const resource = readText(this, 'resource', itemIndex, 'Resource');
	const operation = readText(this, 'operation', itemIndex, 'Operation');
	const found = RESOURCES.get(resource)?.get(operation);
	if (found) return found;
	throw new Problem(`The operation "${operation}" does not exist for the resource "${resource}"`);
}
