import type { IDataObject, IExecuteFunctions, INodeExecutionData, INodeType } from 'n8n-workflow';

import { isRecord } from '../../linkedin/api/parse';
import { defineNode } from './harness/defineNode';

type Filled = string | number | Date;
type Cell = Filled | null;

/** One table: its columns with their types, and its rows. */
export interface Table {
	readonly columns: ReadonlyMap<string, string>;
	rows: Record<string, Cell>[];
	/** Rows that were ever inserted: each has a number of its own as `id`, in their order. */
	inserted?: number;
}

/** By name. */
export type Tables = Map<string, Table>;

/** Awaited before each operation on rows, with its node's name: what else goes on in n8n. */
export type Meanwhile = (node: string) => Promise<void>;

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
 * update, upsert and delete of rows by columns that all equal, or are more or less than, a value. Every
 * row has an `id`, and null in the columns that nobody filled in.
 */
export function dataTableNode(
	tables: Tables,
	meanwhile: Meanwhile = () => Promise.resolve(),
): INodeType {
	const properties = PARAMETERS.map(
		(name) => ({ displayName: name, name, type: 'json', default: '' }) as const,
	);
	return defineNode({ name: 'dataTable', properties }, async (context) => {
		await meanwhile(context.getNode().name);
		return context.getInputData().flatMap((_, index) => {
			const rows = runOn(tables, context, index);
			return rows.map((json): INodeExecutionData => ({ json, pairedItem: { item: index } }));
		});
	});
}

function runOn(tables: Tables, context: IExecuteFunctions, index: number): IDataObject[] {
	const parameter = (name: string): unknown => context.getNodeParameter(name, index, null);
	if (parameter('resource') === 'table') {
		const name = String(parameter('tableName'));
		if (parameter('options.createIfNotExists') !== true && tables.has(name))
			throw new Error(`there is a table ${name}`);
		const columns = new Map([['id', 'number'], ...readColumns(parameter('columns.column'))]);
		if (!tables.has(name)) tables.set(name, { columns, rows: [] });
		return [{ name }];
	}
	const name = String(parameter('dataTableId.value'));
	const table = tables.get(name);
	if (!table) throw new Error(`there is no table ${name}`);
	return copiesOf(runOnRows(table, parameter));
}

function runOnRows(table: Table, parameter: (name: string) => unknown): Record<string, Cell>[] {
	const conditions = readConditions(table, parameter('filters.conditions'));
	const found = table.rows.filter((row) => conditions.every((matches) => matches(row)));
	const operation = parameter('operation');
	// n8n's own node refuses them: everything would be meant.
	if (operation !== 'insert' && conditions.length === 0) throw new Error('no condition');
	switch (operation) {
		case 'get':
			return parameter('returnAll') === true ? found : found.slice(0, Number(parameter('limit')));
		case 'deleteRows':
			table.rows = table.rows.filter((row) => !found.includes(row));
			return found;
		case 'insert':
			return [insert(table, cellsOf(table, parameter('columns.value')))];
		case 'upsert':
			if (found.length === 0) return [insert(table, cellsOf(table, parameter('columns.value')))];
			break;
		case 'update':
			break;
		default:
			throw new Error(`no such operation: ${String(operation)}`);
	}
	for (const row of found) Object.assign(row, cellsOf(table, parameter('columns.value')));
	return found;
}

/** What a node gave stays as it was when the row changes. */
function copiesOf(rows: Record<string, Cell>[]): IDataObject[] {
	return rows.map((row) => ({ ...row }));
}

export function insert(table: Table, cells: Record<string, Cell>): Record<string, Cell> {
	const empty = [...table.columns.keys()].map((column): [string, Cell] => [column, null]);
	const row: Record<string, Cell> = {
		...Object.fromEntries(empty),
		id: table.rows.length + 1,
		...cells,
	};
	table.rows.push(row);
	return row;
}

function readColumns(value: unknown): [string, string][] {
	return (Array.isArray(value) ? value : []).map((column: unknown) => {
		const { name, type } = isRecord(column) ? column : {};
		if (type !== 'string' && type !== 'number' && type !== 'date')
			throw new Error(`no such type: ${String(type)}`);
		return [String(name), type];
	});
}

function cellsOf(table: Table, value: unknown): Record<string, Cell> {
	const cells = Object.entries(isRecord(value) ? value : {});
	return Object.fromEntries(
		// n8n leaves a cell empty that is given nothing.
		cells.map(([column, cell]) => [column, cell === null ? null : toCell(table, column, cell)]),
	);
}

function toCell({ columns }: Table, column: string, value: unknown): Filled {
	const type = columns.get(column);
	if (type === undefined) throw new Error(`there is no column ${column}`);
	const isOfType = typeof value === type && (type === 'string' || Number.isFinite(value));
	if (isOfType && (typeof value === 'string' || typeof value === 'number')) return value;
	throw new Error(`the column ${column} takes a ${type}`);
}

const COMPARISONS = new Map<unknown, (one: Filled, other: Filled) => boolean>([
	['eq', (one, other) => one === other],
	['gt', (one, other) => one > other],
	['lt', (one, other) => one < other],
]);

function readConditions(
	table: Table,
	conditions: unknown,
): ((row: Record<string, Cell>) => boolean)[] {
	return (Array.isArray(conditions) ? conditions : []).map((condition: unknown) => {
		const { keyName, condition: how, keyValue } = isRecord(condition) ? condition : {};
		const compare = COMPARISONS.get(how);
		if (!compare) throw new Error(`no such condition: ${String(how)}`);
		const column = String(keyName);
		const value = toCell(table, column, keyValue);
		return (row) => {
			const cell = row[column];
			return cell !== undefined && cell !== null && compare(cell, value);
		};
	});
}
