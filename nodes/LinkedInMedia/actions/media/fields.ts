import type { IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { isRecord } from '../../../../linkedin/api/parse';
import { toBoolean } from '../fields/values';

export const simplifyField: INodeProperties = {
	displayName: 'Simplify',
	name: 'simplify',
	type: 'boolean',
	default: true,
	description: 'Whether to return a simplified version of the response instead of the raw data',
};

export function readSimplify(execution: IExecuteFunctions, itemIndex: number): boolean {
	return toBoolean(execution.getNodeParameter('simplify', itemIndex, true), true, 'Simplify');
}

/** A collection of fields, whatever an expression made of it. */
export function readCollection(
	execution: IExecuteFunctions,
	itemIndex: number,
	name: string,
): Readonly<Record<string, unknown>> {
	const collection: unknown = execution.getNodeParameter(name, itemIndex, {});
	return isRecord(collection) ? collection : {};
}
