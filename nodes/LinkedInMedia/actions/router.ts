import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { toErrorItem, toNodeError } from '../../shared/errors';
import { readText } from './fields/values';
import * as image from './image';
import type { MediaOperation } from './operation';
import { MediaRun } from './run';
import * as video from './video';

/** A Map, because an object would also answer to `constructor`. */
const OPERATIONS: ReadonlyMap<string, MediaOperation> = new Map([
	['video:upload', video.upload.execute],
	['image:upload', image.upload.execute],
]);

/** Runs the chosen operation over the items: one output item per input item, paired. */
export async function router(this: IExecuteFunctions): Promise<INodeExecutionData[][]> {
	const items = this.getInputData();
	const run = await openRun.call(this);
	const output: INodeExecutionData[] = [];
	for (const [itemIndex, item] of items.entries()) {
		output.push(
			run instanceof MediaRun
				? await runItem.call(this, itemIndex, item, run)
				: toErrorItem(
						toNodeError(this.getNode(), run.failure, itemIndex, []),
						run.failure,
						item,
						itemIndex,
					),
		);
	}
	return [output];
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

async function runItem(
	this: IExecuteFunctions,
	itemIndex: number,
	item: INodeExecutionData,
	run: MediaRun,
): Promise<INodeExecutionData> {
	try {
		const json = await operationOf.call(this, itemIndex).call(this, itemIndex, run.item());
		run.rememberVersion();
		return { json, pairedItem: { item: itemIndex } };
	} catch (error) {
		run.rememberVersion();
		const goOn = this.continueOnFail() && !(error instanceof CancelledError);
		const nodeError = toNodeError(this.getNode(), error, itemIndex, goOn ? [] : run.told);
		if (!goOn) throw nodeError;
		return toErrorItem(nodeError, error, item, itemIndex);
	}
}

function operationOf(this: IExecuteFunctions, itemIndex: number): MediaOperation {
	const resource = readText(this, 'resource', itemIndex, 'Resource');
	const operation = readText(this, 'operation', itemIndex, 'Operation');
	const found = OPERATIONS.get(`${resource}:${operation}`);
	if (found) return found;
	throw new Problem(`The operation "${operation}" does not exist for the resource "${resource}"`);
}
