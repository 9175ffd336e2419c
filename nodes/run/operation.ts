import type { INodeExecutionData } from 'n8n-workflow';

import type { AnyField } from '../form/field';
import type { Item } from './item';
import type { OutputItem } from './output';
import type { Run } from './run';

/** What the form shows for an operation. */
interface Described {
	/** Stored in workflows. */
	readonly value: string;
	readonly name: string;
	/** The sentence in the nodes panel: distinct from every other one of the node. */
	readonly action: string;
	readonly description: string;
	readonly fields: readonly AnyField[];
}

/**
 * One operation on one input item. It returns the output items that belong to it, usually one, or
 * throws; only the router handles pairing, continue-on-fail and hints.
 */
export interface ItemOperation extends Described {
	readonly execute: (item: Item) => Promise<readonly OutputItem[]>;
}

/** What became of an item: its output, or why it failed. */
export type ItemOutcome = { readonly output: readonly OutputItem[] } | { readonly error: unknown };

/**
 * One operation whose items share their calls. The router does for each of them what it does for an
 * {@link ItemOperation}.
 */
export interface SharedOperation extends Described {
	/** @returns one outcome per item, in their order. @throws what fails all of them alike */
	readonly executeTogether: (items: readonly Item[]) => Promise<readonly ItemOutcome[]>;
}

/**
 * One operation on all items of a run at once. It pairs its output, and with continue-on-fail turns
 * failures into error items, on its own.
 */
export interface RunOperation extends Described {
	/** @throws NodeApiError, NodeOperationError */
	readonly executeAll: (run: Run) => Promise<INodeExecutionData[]>;
}

export type Operation = ItemOperation | SharedOperation | RunOperation;

/** What the node works on: the list of its operations, from which form and dispatch are built. */
export interface Resource {
	readonly value: string;
	readonly name: string;
	readonly description?: string;
	/** The operation that the form selects by default. */
	readonly defaultOperation: string;
	readonly operations: readonly Operation[];
}
