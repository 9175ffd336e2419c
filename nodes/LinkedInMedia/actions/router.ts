import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';

import { CancelledError } from '../../../linkedin/api/http';
import { Problem } from '../../../linkedin/problem';
import { UploadFailure } from '../../../linkedin/upload/session';
import { toErrorItem, toNodeError } from '../../shared/errors';
import { readText } from './fields/text';
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
	const run = await MediaRun.open(this).catch((error: unknown) => {
		throw toNodeError(this.getNode(), error, undefined, []);
	});
	const output: INodeExecutionData[] = [];
	for (const [itemIndex, item] of items.entries()) {
		output.push(await runItem.call(this, itemIndex, item, run));
	}
	return [output];
}

async function runItem(
	this: IExecuteFunctions,
	itemIndex: number,
	item: INodeExecutionData,
	run: MediaRun,
): Promise<INodeExecutionData> {
	try {
		const json = await operationOf.call(this, itemIndex).call(this, itemIndex, run);
		for (const warning of warningsOf(json)) run.hint(warning);
		return { json, pairedItem: { item: itemIndex } };
	} catch (error) {
		run.rememberVersion();
		if (error instanceof UploadFailure) for (const warning of error.warnings) run.hint(warning);
		const goOn = this.continueOnFail() && !(error instanceof CancelledError);
		const nodeError = toNodeError(this.getNode(), error, itemIndex, goOn ? [] : run.told);
		if (!goOn) throw nodeError;
		return toErrorItem(nodeError, error, item, itemIndex);
	} finally {
		run.rememberVersion();
	}
}

function operationOf(this: IExecuteFunctions, itemIndex: number): MediaOperation {
	const resource = readText(this, 'resource', itemIndex, '');
	const operation = readText(this, 'operation', itemIndex, '');
	const found = OPERATIONS.get(`${resource}:${operation}`);
	if (found) return found;
	throw new Problem(`The operation "${operation}" does not exist for the resource "${resource}"`);
}

function warningsOf({ warnings }: IDataObject): string[] {
	const list: unknown[] = Array.isArray(warnings) ? warnings : [];
	return list.filter((warning) => typeof warning === 'string');
}
