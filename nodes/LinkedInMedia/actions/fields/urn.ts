import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { parseJson } from '../../../../linkedin/api/parse';
import { parseMediaUrn } from '../../../../linkedin/api/urn';
import type { Collection } from '../../../../linkedin/media/collections';
import { Problem } from '../../../../linkedin/problem';
import { toText } from './values';

/** One entry. */
export function urnField({ noun, urnType }: Collection): INodeProperties {
	return {
		displayName: 'URN',
		name: 'urn',
		type: 'string',
		default: '',
		required: true,
		placeholder: `e.g. urn:li:${urnType}:C5505AQH-oV1qvnFtKA`,
		description: `The URN of the ${noun}. An old urn:li:digitalmediaAsset:… of it is understood too.`,
	};
}

/** Many entries. */
export function urnsField({ noun, urnType }: Collection): INodeProperties {
	return {
		displayName: 'URNs',
		name: 'urns',
		type: 'string',
		typeOptions: { rows: 4 },
		default: '',
		required: true,
		placeholder: `e.g. urn:li:${urnType}:C5505AQH-oV1qvnFtKA, urn:li:${urnType}:C4E10AQFn10iWtKexVA`,
		description: `The URNs of the ${noun}s, separated by commas or lines, or a list by expression`,
	};
}

/** @throws Problem for a URN of another kind */
export function readUrn(
	execution: IExecuteFunctions,
	itemIndex: number,
	{ urnType }: Collection,
): string {
	return parseMediaUrn(execution.getNodeParameter('urn', itemIndex, ''), urnType, 'URN').text;
}

/** @throws Problem where there is none, or one of another kind */
export function readUrns(
	execution: IExecuteFunctions,
	itemIndex: number,
	{ urnType }: Collection,
): string[] {
	const urns = toList(execution.getNodeParameter('urns', itemIndex, '')).map(
		(value, index) => parseMediaUrn(value, urnType, `URNs: entry ${index + 1}`).text,
	);
	if (urns.length > 0) return urns;
	throw new Problem('URNs is empty', {
		description: `Enter one or more URNs (urn:li:${urnType}:…), separated by commas or lines.`,
	});
}

/** A list, the JSON of one, or text with commas or lines between. */
function toList(value: unknown): readonly unknown[] {
	if (Array.isArray(value)) return value;
	const text = toText(value, '', 'URNs').trim();
	const json: unknown = text.startsWith('[') ? parseJson(text) : undefined;
	if (Array.isArray(json)) return json;
	return text
		.split(/[,\r\n]+/)
		.map((part) => part.trim())
		.filter((part) => part !== '');
}
