import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { toWhole, readText } from './values';

/** Fields of uploads whose bytes someone else sends: nobody looks into a file here. */

export const fileNameField: INodeProperties = {
	displayName: 'File Name',
	name: 'fileName',
	type: 'string',
	default: '',
	placeholder: 'e.g. talk.mp4',
	description: 'How messages call the file, and its name in a media library',
};

export const fileSizeField: INodeProperties = {
	displayName: 'File Size (Bytes)',
	name: 'fileSizeBytes',
	type: 'number',
	default: 0,
	required: true,
	typeOptions: { minValue: 0, numberPrecision: 0 },
	description: 'The exact size of the file. LinkedIn plans the parts from it.',
};

export const uploadedPartsField: INodeProperties = {
	displayName: 'Uploaded Parts',
	name: 'uploadedParts',
	type: 'json',
	default: '={{ $json.uploadedParts }}',
	description:
		'A list with one entry for each part: its ID (the ETag that the PUT was answered with), or the whole answer as {"partNumber": 1, "httpStatusCode": 200, "headers": {"ETag": "…"}}. Without part numbers the order must be that of the parts.',
};

/** @param fallback where the user gives no name */
export function readFileName(
	execution: IExecuteFunctions,
	itemIndex: number,
	fallback: string,
): string {
	const name = readText(execution, 'fileName', itemIndex, 'File Name').trim();
	return name === '' ? fallback : name;
}

/** @throws Problem for anything but a whole number; 0 where nothing was given */
export function readFileSize(execution: IExecuteFunctions, itemIndex: number): number {
	const value: unknown = execution.getNodeParameter('fileSizeBytes', itemIndex, 0);
	return toWhole(value, 0, 0, Number.MAX_SAFE_INTEGER, 'File Size (Bytes)');
}

/** What stands in a JSON field, whatever it is; undefined where nothing does. */
export function readJson(execution: IExecuteFunctions, itemIndex: number, name: string): unknown {
	const value: unknown = execution.getNodeParameter(name, itemIndex, undefined);
	return value === null || value === '' ? undefined : value;
}
