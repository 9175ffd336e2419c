import { isRecord, parseJson, recordOf } from '../../linkedin/api/parse';
import type { WorkflowJson } from './harness';

type Nodes = WorkflowJson['nodes'];
type Node = Nodes[number];

/** What a person reads or fills in: names of fields, and texts such as notes and placeholders. */
interface Shown {
	readonly names: readonly string[];
	readonly texts: readonly string[];
}

/** A field or a sentence that asks a person for an account. */
interface Asked {
	readonly node: string;
	readonly what: string;
}

const ACCOUNT =
	/\b(owner|author|actor|account|page|organi[sz]ation|company|member|profile|urn)s?\b/i;
const URN = /urn:li:|\b(enter|type|paste|copy|fill in)\b[^.\n]*\bURNs?\b/i;

/** @returns whatever asks for an owner, an author, an ad account or a URN, other than the nodes of this package */
export function askedFor(nodes: Nodes): Asked[] {
	return nodes.flatMap((node) => {
		const { names, texts } = shownBy(node, nodes);
		return [
			...names.filter((name) => ACCOUNT.test(inWords(name))),
			...texts.flatMap((text) => URN.exec(text)?.[0] ?? []),
		].map((what) => ({ node: node.name, what }));
	});
}

/** `adAccount` and `ad_account` as "ad Account" and "ad account". */
function inWords(name: string): string {
	return name.replaceAll(/(?<=[a-z])(?=[A-Z])|_/g, ' ');
}

function shownBy(node: Node, nodes: Nodes): Shown {
	const { parameters = {} } = node;
	switch (node.type.split('.').at(-1)) {
		case 'stickyNote':
			return { names: [], texts: [textOf(parameters.content)] };
		case 'set':
			return parameters.mode === 'raw'
				? inJson(parseJson(textOf(parameters.jsonOutput)))
				: enteredIn(recordOf(parameters.assignments).assignments);
		case 'formTrigger':
		case 'form':
			return inForm(parameters);
		case 'dataTable':
			return { names: columnsToFillIn(node, nodes), texts: [] };
		default:
			return { names: [], texts: [] };
	}
}

/** Edit Fields: what an expression computes is nobody's to fill in. */
function enteredIn(assignments: unknown): Shown {
	const entered = recordsIn(assignments).filter(({ value }) => !textOf(value).startsWith('='));
	return {
		names: entered.map(({ name }) => textOf(name)),
		texts: entered.map(({ value }) => textOf(value)),
	};
}

/** An example that is to be replaced. */
function inJson(value: unknown): Shown {
	const names: string[] = [];
	const texts: string[] = [];
	JSON.stringify(value ?? null, (name, inner: unknown) => {
		names.push(name);
		if (typeof inner === 'string') texts.push(inner);
		return inner;
	});
	return { names, texts };
}

/** Labels, and all that stands around them. */
function inForm(parameters: unknown): Shown {
	const { formFields } = recordOf(parameters);
	const labels = recordsIn(recordOf(formFields).values).map((field) => textOf(field.fieldLabel));
	return { names: labels, texts: inJson(parameters).texts };
}

/** Columns of a table that the workflow creates and never writes. */
function columnsToFillIn({ parameters = {} }: Node, nodes: Nodes): string[] {
	const written = nodes.flatMap((other) => {
		const { dataTableId, columns } = recordOf(other.parameters);
		const isSame = recordOf(dataTableId).value === parameters.tableName;
		return isSame ? Object.keys(recordOf(recordOf(columns).value)) : [];
	});
	return recordsIn(recordOf(parameters.columns).column)
		.map(({ name }) => textOf(name))
		.filter((name) => !written.includes(name));
}

function recordsIn(list: unknown): Array<Readonly<Record<string, unknown>>> {
	return Array.isArray(list) ? list.filter(isRecord) : [];
}

function textOf(value: unknown): string {
	return typeof value === 'string' ? value : '';
}
