import { NodeHelpers, type INodeProperties, type INodeTypeDescription } from 'n8n-workflow';

import { recordOf } from '../../linkedin/api/parse';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { LinkedInMediaTrigger } from '../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { isEmptyPicker } from '../picks';
import { askedFor } from './askedFor';
import type { WorkflowJson } from './harness';

/** Of each node of this package, by its type. */
const descriptions = new Map<string, INodeTypeDescription>(
	[new LinkedInMedia(), new LinkedInMediaTrigger()].map(({ description }) => [
		`n8n-nodes-linkedin-media.${description.name}`,
		description,
	]),
);

/** The lists of members, pages and ad accounts. Other lists are of media. */
const LISTS = ['searchOwners', 'searchAdAccounts', 'searchPages'];

/** The list of each parameter that has one, by the parameter's name. */
const lists = new Map(
	[...descriptions.values()].flatMap(({ properties }) => properties.flatMap(listsOf)),
);

/** A parameter that says in whose name, or in which ad account. */
interface Account {
	readonly node: string;
	readonly name: string;
	readonly list: string;
	readonly value: unknown;
}

/**
 * How a shipped workflow learns whose account it uses: its user selects the account once, in the list
 * of a node of this package, other nodes take it from there, and nobody is asked for a name or a URN.
 *
 * @returns a sentence for each place that is otherwise
 */
export function accountProblems({ nodes }: Pick<WorkflowJson, 'nodes'>): string[] {
	const accounts = nodes.flatMap(accountsOf);
	const pickers = accounts.filter(({ value }) => isEmptyPicker(value));
	const neither = accounts.filter(
		(account) => !isEmptyPicker(account.value) && !isTaken(account, pickers),
	);
	const twice = LISTS.map((list) => pickers.filter((picker) => picker.list === list)).filter(
		({ length }) => length > 1,
	);
	return [
		...neither.map(
			({ node, name }) => `${node}: "${name}" is neither an empty list nor taken from one`,
		),
		...twice.map((same) => `selected twice: ${same.map(({ node }) => node).join(', ')}`),
		...askedFor(nodes).map(({ node, what }) => `${node} asks for "${what}"`),
	];
}

/** In collections too. */
function listsOf(property: INodeProperties): Array<[name: string, list: string]> {
	const list = property.modes
		?.map(({ typeOptions }) => typeOptions?.searchListMethod ?? '')
		.find((method) => LISTS.includes(method));
	const inner = (property.options ?? []).flatMap((option): INodeProperties[] => {
		if ('values' in option) return option.values;
		return 'type' in option ? [option] : [];
	});
	const own: Array<[string, string]> = list === undefined ? [] : [[property.name, list]];
	return [...own, ...inner.flatMap(listsOf)];
}

/** With the defaults of what n8n's form shows: a parameter that is left out is an empty list as well. */
function accountsOf({
	name: node,
	type,
	typeVersion = 1,
	parameters = {},
}: WorkflowJson['nodes'][number]): Account[] {
	const description = descriptions.get(type);
	if (!description) return [];
	const { properties } = description;
	const version = { typeVersion };
	const shown = NodeHelpers.getNodeParameters(
		properties,
		parameters,
		true,
		false,
		version,
		description,
	);
	const found: Account[] = [];
	JSON.stringify(shown, (name, value: unknown) => {
		const list = lists.get(name);
		if (list !== undefined) found.push({ node, name, list, value });
		return value;
	});
	return found;
}

/** Names the node that has the list, so that another node in between changes nothing. */
const TAKEN =
	/^=\{\{ \$\('(?<node>[^']+)'\)\.(params\.(?<parameter>\w+)\.value|(item|first\(\))\.json\.(?<output>\w+)) \}\}$/;

function isTaken({ list, value }: Account, pickers: readonly Account[]): boolean {
	const { node, parameter, output } = TAKEN.exec(String(recordOf(value).value))?.groups ?? {};
	return pickers.some(
		(picker) =>
			picker.node === node && picker.list === list && picker.name === (parameter ?? output),
	);
}
