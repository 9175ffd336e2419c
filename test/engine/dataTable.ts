import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { defineNode } from './harness/defineNode';

/** Rows by table. */
export type Tables = Map<string, IDataObject[]>;

const PARAMETERS = [
	'resource',
	'operation',
	'tableName',
	'columns',
	'options',
	'dataTableId',
	'matchType',
	'filters',
	'returnAll',
	'limit',
];

/**
 * A stand-in for n8n's Data Table node, which n8n-core does not have: create where missing; insert, get,
 * update and upsert of rows by equal columns.
 */
export function dataTableNode(tables: Tables): INodeType {
	const properties = PARAMETERS.map(
		(name) => ({ displayName: name, name, type: 'json', default: '' }) as const,
	);
	return defineNode({ name: 'dataTable', properties }, (context) =>
		Promise.resolve(
			context.getInputData().flatMap((_, index) => {
				const rows = runOn(tables, context, index);
				return rows.map((json): INodeExecutionData => ({ json, pairedItem: { item: index } }));
			}),
		),
	);
}

function runOn(tables: Tables, context: IExecuteFunctions, index: number): IDataObject[] {
	const parameter = (name: string): unknown => context.getNodeParameter(name, index, null);
	if (parameter('resource') === 'table') {
		const name = String(parameter('tableName'));
		if (parameter('options.createIfNotExists') !== true && tables.has(name))
			throw new Error(`there is a table ${name}`);
		if (!tables.has(name)) tables.set(name, []);
		return [{ name }];
	}
	const name = String(parameter('dataTableId.value'));
	const rows = tables.get(name);
	if (!rows) throw new Error(`there is no table ${name}`);
	const found = rows.filter((row) => matches(row, parameter('filters.conditions')));
	const values = parameter('columns.value');
	const row = isRecord(values) ? Object.fromEntries(Object.entries(values).map(toCell)) : {};
	switch (parameter('operation')) {
		case 'get':
			return parameter('returnAll') === true ? found : found.slice(0, Number(parameter('limit')));
		case 'upsert':
			if (found.length === 0) rows.push(row);
			break;
		case 'insert':
			rows.push(row);
			return [row];
		default:
	}
	for (const each of found) Object.assign(each, row);
	return found.length === 0 ? [row] : found;
}

function toCell([column, value]: [string, unknown]): [string, string] {
	if (typeof value !== 'string') throw new Error(`the column ${column} takes text`);
	return [column, value];
}

function matches(row: IDataObject, conditions: unknown): boolean {
	if (!Array.isArray(conditions)) return true;
	return conditions.every((condition: unknown) => {
		const { keyName, condition: how, keyValue } = isRecord(condition) ? condition : {};
		if (how !== 'eq') throw new Error(`no such condition: ${String(how)}`);
		return row[String(keyName)] === keyValue;
	});
}
