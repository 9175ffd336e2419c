import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { Problem } from '../../../../linkedin/problem';

/** The options that every upload has. Sorted as n8n wants them: by display name. */
export const checkFileOption: INodeProperties = {
	displayName: 'Check File',
	name: 'checkFile',
	type: 'boolean',
	default: true,
	description:
		'Whether to look into the file before anything is sent, and to refuse what LinkedIn would refuse',
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

/** @throws Problem for a number out of its range or a word that is none of the choices */
export function readUploadOptions(execution: IExecuteFunctions, itemIndex: number): UploadOptions {
	const collection: unknown = execution.getNodeParameter('options', itemIndex, {});
	const fields = isRecord(collection) ? collection : {};
	const waitSeconds = whole(fields.waitTimeout, 600, 1, 86_400, 'Wait Timeout');
	const templateName = text(fields.templateName);
	const linkbackContext = text(fields.linkbackContext);
	return {
		checkFile: fields.checkFile !== false,
		maxRetries: whole(fields.maxRetries, 5, 0, 20, 'Max Retries'),
		waitMs: fields.waitUntilAvailable === true ? waitSeconds * 1000 : 0,
		partConcurrency: whole(fields.partConcurrency, 0, 0, 16, 'Part Concurrency'),
		onSupplementFailure: supplementChoice(fields.onSupplementFailure),
		...(templateName === undefined ? {} : { templateName }),
		...(linkbackContext === undefined ? {} : { linkbackContext }),
	};
}

function whole(
	value: unknown,
	standard: number,
	least: number,
	most: number,
	what: string,
): number {
	if (value === undefined || value === null || value === '') return standard;
	const number = Number(value);
	if (Number.isInteger(number) && number >= least && number <= most) return number;
	throw new Problem(
		`${what} is ${JSON.stringify(value)}; it must be a whole number from ${least} to ${most}`,
	);
}

function supplementChoice(value: unknown): 'fail' | 'continue' {
	if (value === undefined || value === 'fail') return 'fail';
	if (value === 'continue') return 'continue';
	throw new Problem(
		`"If Captions or Thumbnail Fail" is ${JSON.stringify(value)}; it must be "fail" or "continue"`,
	);
}

function text(value: unknown): string | undefined {
	return typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined;
}
