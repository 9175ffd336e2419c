import type { IExecuteFunctions } from 'n8n-workflow';

import { Problem } from '../../../../linkedin/problem';

/**
 * A text parameter. Expressions can give anything, so this is where it is checked.
 *
 * @param fallback for workflows saved before the parameter existed
 * @throws Problem for a value that is neither text nor number
 */
export function readText(
	execution: IExecuteFunctions,
	name: string,
	itemIndex: number,
	fallback?: string,
): string {
	const value: unknown = execution.getNodeParameter(name, itemIndex, fallback);
	if (typeof value === 'string') return value;
	if (typeof value === 'number') return String(value);
	throw new Problem(`The parameter "${name}" is ${JSON.stringify(value)}, not a text`, {
		description: 'Check the expression in this field.',
	});
}
