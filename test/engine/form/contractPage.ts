import type { INodeProperties } from 'n8n-workflow';

import { LinkedInMediaFileServerApi } from '../../../credentials/LinkedInMediaFileServerApi.credentials';
import { LinkedInMediaOAuth2Api } from '../../../credentials/LinkedInMediaOAuth2Api.credentials';
import { isRecord } from '../../../linkedin/api/parse';
import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { LinkedInMediaTrigger } from '../../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { choicesOf } from './contractLines';
import { leavesOf, type Leaf } from './leaves';

/** Where the output keeps what is not ours to promise: LinkedIn's own words, and sessions, which are passed on whole. */
const NOT_OURS = new Set([
	...['media', 'mediaArtifacts', 'recipes', 'serviceRelationships'],
	...['uploadInstructions', 'uploadMechanism', 'uploadSession', 'headers', 'metadata'],
]);

/** The keys of an output item, with those inside: `file.width`, `parts[].size`. */
export function keysIn(value: unknown, path = ''): string[] {
	if (Array.isArray(value)) {
		const inside = value.flatMap((entry: unknown) => (isRecord(entry) ? keysIn(entry, path) : []));
		return inside.length > 0 ? inside : [path];
	}
	if (!isRecord(value)) return [path];
	return Object.entries(value).flatMap(([key, inner]) => {
		const own = path === '' ? key : `${path}.${key}`;
		if (NOT_OURS.has(key)) return [own];
		return keysIn(inner, Array.isArray(inner) ? `${own}[]` : own);
	});
}

/** Output keys by what puts them out: an operation (`video.upload`), or one of these two. */
export type OutputKeys = ReadonlyMap<string, readonly string[]>;
export const ERROR_ITEM = 'error item';
export const TRIGGER_ITEM = 'trigger';

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
		section('Error items of all operations, with *On Error: Continue*', [
			...outputOf(outputs.get(ERROR_ITEM)),
		]),
		['## Trigger `linkedInMediaTrigger`', ...trigger].join('\n\n'),
		credential('linkedInMediaOAuth2Api', new LinkedInMediaOAuth2Api().properties),
		credential('linkedInMediaFileServerApi', new LinkedInMediaFileServerApi().properties),
	].join('\n\n')}\n`;
}

const INTRODUCTION = `# What workflows rely on

Workflows store the names and values below, and expressions use the output keys. From 1.0.0 on they are added to, never renamed or
removed. Defaults count too: n8n doesn't store a field that was left untouched. A change of meaning is a new version of the node.

This page is written by \`npm run contract\` from the nodes' descriptions and from a run of each operation. A test compares it.

- An output key appears only where it applies. *Simplify* is on; without it, items contain LinkedIn's own fields and \`urn\`.
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
