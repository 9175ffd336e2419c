import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { toBoolean, toChoice, toText, toWhole } from './values';

const MAX_ITEM_CONCURRENCY = 16;

/** The options that every upload has. Sorted as n8n wants them: by display name. */
export const checkFileOption: INodeProperties = {
	displayName: 'Check File',
	name: 'checkFile',
	type: 'boolean',
	default: true,
	description:
		'Whether to look into the file before anything is sent, and to refuse what LinkedIn would refuse. Captions are always checked.',
};

export const itemConcurrencyOption: INodeProperties = {
	displayName: 'Item Concurrency',
	name: 'itemConcurrency',
	type: 'number',
	default: 1,
	typeOptions: { minValue: 1, maxValue: 16, numberPrecision: 0 },
	description:
		'How many items are worked on at the same time, 1 to 16. The first item’s value counts for all; the output keeps the order of the input.',
};

export const maxRetriesOption: INodeProperties = {
	displayName: 'Max Retries',
	name: 'maxRetries',
	type: 'number',
	default: 5,
	typeOptions: { minValue: 0, maxValue: 20, numberPrecision: 0 },
	description:
		'How often a request that may safely be repeated is sent again after a failure of the network or of LinkedIn',
};

export const waitOptions: INodeProperties[] = [
	{
		displayName: 'Wait Timeout',
		name: 'waitTimeout',
		type: 'number',
		default: 600,
		typeOptions: { minValue: 1, numberPrecision: 0 },
		description: 'Seconds to wait at most with "Wait Until Available"',
	},
	{
		displayName: 'Wait Until Available',
		name: 'waitUntilAvailable',
		type: 'boolean',
		default: false,
		description: 'Whether to wait until LinkedIn has processed the media, so that it can be posted',
	},
];

/** The options of an upload, by item. */
export interface UploadOptions {
	readonly checkFile: boolean;
	readonly maxRetries: number;
	/** Milliseconds; 0: do not wait. */
	readonly waitMs: number;
	readonly partConcurrency: number;
	readonly onSupplementFailure: 'fail' | 'continue';
	readonly templateName?: string;
	readonly linkbackContext?: string;
}

/**
 * How many items run at the same time: one value for the whole run. What is no such number stands
 * for 1 here, because {@link readUploadOptions} tells it with the item.
 */
export function readItemConcurrency(execution: IExecuteFunctions): number {
	const collection: unknown = execution.getNodeParameter('options', 0, {});
	const value = isRecord(collection) ? Number(collection.itemConcurrency ?? 1) : 1;
	return Number.isInteger(value) && value >= 1 && value <= MAX_ITEM_CONCURRENCY ? value : 1;
}

/** @throws Problem for a number out of its range or a word that is none of the choices */
export function readUploadOptions(execution: IExecuteFunctions, itemIndex: number): UploadOptions {
	const collection: unknown = execution.getNodeParameter('options', itemIndex, {});
	const fields = isRecord(collection) ? collection : {};
	toWhole(fields.itemConcurrency, 1, 1, MAX_ITEM_CONCURRENCY, 'Item Concurrency');
	const wait = toBoolean(fields.waitUntilAvailable, false, 'Wait Until Available');
	const waitSeconds = toWhole(fields.waitTimeout, 600, 1, 86_400, 'Wait Timeout');
	const templateName = toText(fields.templateName, '', 'Template Name').trim();
	const linkbackContext = toText(fields.linkbackContext, '', 'Linkback Context').trim();
	return {
		checkFile: toBoolean(fields.checkFile, true, 'Check File'),
		maxRetries: toWhole(fields.maxRetries, 5, 0, 20, 'Max Retries'),
		waitMs: wait ? waitSeconds * 1000 : 0,
		partConcurrency: toWhole(fields.partConcurrency, 0, 0, 16, 'Part Concurrency'),
		onSupplementFailure: toChoice(
			fields.onSupplementFailure,
			['fail', 'continue'],
			'If Captions or Thumbnail Fail',
		),
		...(templateName === '' ? {} : { templateName }),
		...(linkbackContext === '' ? {} : { linkbackContext }),
	};
}
