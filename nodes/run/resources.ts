import type { INodeProperties } from 'n8n-workflow';

import { Problem } from '../../linkedin/problem';
import { byName } from '../form/byName';
import type { Operation, Resource } from './operation';
import { forPeopleAndAgents } from './toolDefaults';

/** The form of a node: resource, operation, and the fields of each operation. */
export function propertiesOf(resources: readonly Resource[], preset: string): INodeProperties[] {
	return [
		{
			displayName: 'Resource',
			name: 'resource',
			type: 'options',
			noDataExpression: true,
			options: resources.map(({ name, value, description }) => ({ name, value, description })),
			default: preset,
		},
		...resources.flatMap((resource) => [operationProperty(resource), ...fieldsOf(resource)]),
	];
}

function operationProperty({ value, defaultOperation, operations }: Resource): INodeProperties {
	return {
		displayName: 'Operation',
		name: 'operation',
		type: 'options',
		noDataExpression: true,
		displayOptions: { show: { resource: [value] } },
		options: operations
			.map(({ name, value, description, action }) => ({ name, value, description, action }))
			.sort((one, other) => byName(one.name, other.name)),
		default: defaultOperation,
	};
}

function fieldsOf({ value: resource, operations }: Resource): INodeProperties[] {
	return operations.flatMap(({ value: operation, fields }) =>
		fields.flatMap((field) =>
			forPeopleAndAgents(
				`${resource}.${operation}`,
				field.when({ resource: [resource], operation: [operation] }).property,
			),
		),
	);
}

/** Finds the chosen operation. */
export class Dispatch {
	/** Maps, because an object would also have `constructor`. */
	readonly #resources: ReadonlyMap<string, ReadonlyMap<string, Operation>>;

	constructor(resources: readonly Resource[]) {
		this.#resources = new Map(
			resources.map(({ value, operations }) => [
				value,
				new Map(operations.map((operation) => [operation.value, operation])),
			]),
		);
	}

	/** @throws Problem for a pair that doesn't exist */
	find(resource: string, operation: string): Operation {
		const found = this.#resources.get(resource)?.get(operation);
		if (found) return found;
		throw new Problem(
			`The operation "${operation}" does not exist for the resource "${resource}"`,
			{
				description:
					'Choose both from their lists. If the workflow was made with a newer version of this package, update the package.',
			},
		);
	}
}
