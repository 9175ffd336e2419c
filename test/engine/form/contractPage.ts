import type { INodeProperties } from 'n8n-workflow';

import { LinkedInMediaFileServerApi } from '../../../credentials/LinkedInMediaFileServerApi.credentials';
import { LinkedInMediaOAuth2Api } from '../../../credentials/LinkedInMediaOAuth2Api.credentials';
import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { LinkedInMediaTrigger } from '../../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { choicesOf } from './contractLines';
import { CHECK_ITEM, ERROR_ITEM, TRIGGER_ITEM } from './contractTitles';
import { leavesOf, type Leaf } from './leaves';

/** Output keys by what puts them out: an operation (`video.upload`), or a title of `contractTitles`. */
export type OutputKeys = ReadonlyMap<string, readonly string[]>;

/** docs/contract.md */
export function contractPage(outputs: OutputKeys): string {
	const fields = leavesOf(new LinkedInMedia().description.properties);
	const operations = RESOURCES.flatMap(({ name, value, operations: own }) =>
		own.map((operation) => {
			const key = `${value}.${operation.value}`;
			return section(`${name}: ${operation.name} (\`${key}\`)`, [
				...tableOf(fields.filter((leaf) => leaf.operation === key)),
				...outputOf(outputs.get(key)),
			]);
		}),
	);
	const trigger = [
		...tableOf(leavesOf(new LinkedInMediaTrigger().description.properties)),
		...outputOf(outputs.get(TRIGGER_ITEM)),
	];
	return `${[
		INTRODUCTION,
		'## Node `linkedInMedia`',
		...operations,
		...[ERROR_ITEM, CHECK_ITEM].map((title) => section(title, outputOf(outputs.get(title)))),
		[`## ${TRIGGER_ITEM}`, ...trigger].join('\n\n'),
		credential('linkedInMediaOAuth2Api', new LinkedInMediaOAuth2Api().properties),
		credential('linkedInMediaFileServerApi', new LinkedInMediaFileServerApi().properties),
	].join('\n\n')}\n`;
}

const INTRODUCTION = `# What workflows rely on

Workflows store the names and values below, and expressions use the output keys. From 1.0.0 on they are added to, never renamed or
removed. Defaults count too: n8n doesn't store a field that was left untouched. A change of meaning is a new version of the node.

This page is written by \`npm run contract\` from the nodes' descriptions and from a run of each operation. A test compares it.

- An output key appears only where it applies. Every item can also have \`warnings[]\`, where the connection needs attention. *Simplify* is on; without it, items contain LinkedIn's own fields and \`urn\`.
- Not described: fields of LinkedIn (inside \`media\`, \`recipes\` and others), and the inside of \`uploadSession\`, which is passed on as a whole.`;

function section(title: string, blocks: readonly string[]): string {
	return [`### ${title}`, ...blocks].join('\n\n');
}

function credential(name: string, properties: readonly INodeProperties[]): string {
	return [`## Credential \`${name}\``, ...tableOf(leavesOf(properties))].join('\n\n');
}

/** Hidden fields are the node's own, and notices hold nothing. */
function tableOf(leaves: readonly Leaf[]): string[] {
	const rows = leaves
		.filter(({ property }) => property.type !== 'hidden' && property.type !== 'notice')
		.map((leaf) => {
			const { type, default: preset } = leaf.property;
			const cells = [code(leaf.path.join('.')), type, valuesOf(leaf), code(JSON.stringify(preset))];
			return `| ${cells.join(' | ')} |`;
		});
	if (rows.length === 0) return [];
	// Fields of the same name are shown with different values of another field.
	return [
		['| Field | Type | Values | Default |', '|---|---|---|---|', ...new Set(rows)].join('\n'),
	];
}

function valuesOf(leaf: Leaf): string {
	return choicesOf(leaf)
		.map((choice) => (choice.startsWith('by ') ? choice : code(choice)))
		.join(', ');
}

function outputOf(keys: readonly string[] = []): string[] {
	return keys.length === 0 ? [] : [`Output: ${keys.map(code).join(', ')}`];
}

function code(text: string): string {
	return `\`${text.replaceAll('|', '\\|')}\``;
}
