import { existsSync } from 'node:fs';
import { join } from 'node:path';

import type { Operation, Resource } from '../../../nodes/run/operation';
import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { LinkedInMediaTrigger } from '../../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { NODE_TYPE } from '../lab';
import { TRIGGER_TYPE } from '../triggerType';
import type { Example, Examples } from './example';
import { fieldsOf, fieldTable } from './fieldTable';

/** The key of the trigger's example. */
export const TRIGGER = 'trigger';

const MADE =
	'This page is written by `npm run contract` from the form and from a run of each operation.';

const DOCS = join(__dirname, '../../../docs');

/** What else to read, by resource: a page below docs/ and its title. Those that aren't written yet are left out. */
const MORE: Readonly<Record<string, ReadonlyArray<readonly [string, string]>>> = {
	video: [
		['Uploads', 'uploads.md'],
		['The media library', 'library.md'],
		['Direct uploads', 'direct-upload.md'],
		['Large videos', 'guides/large-videos.md'],
	],
	image: [
		['Uploads', 'uploads.md'],
		['The media library', 'library.md'],
		['Direct uploads', 'direct-upload.md'],
	],
	document: [
		['Documents', 'documents.md'],
		['Uploads', 'uploads.md'],
	],
	post: [
		['Posts', 'posts.md'],
		['Schedule a content calendar', 'guides/content-calendar.md'],
		['Statistics', 'statistics.md'],
	],
	comment: [['Comments', 'comments.md']],
	import: [['Batch import by URL', 'import.md']],
	account: [['Account', 'account.md']],
	page: [['Mention a page', 'posts.md#mention-a-page']],
	asset: [['Direct uploads and legacy assets', 'direct-upload.md#legacy-assets']],
	trigger: [['The trigger', 'trigger.md']],
};

/** The pages of docs/reference/ by their file names. */
export function referencePages(examples: Examples): ReadonlyMap<string, string> {
	const { properties } = new LinkedInMedia().description;
	const pages = RESOURCES.map((resource): [string, string] => [
		`${resource.value}.md`,
		page(resource.name, resource.description ?? '', MORE[resource.value], [
			...inOrder(resource).flatMap((operation) => {
				const key = `${resource.value}.${operation.value}`;
				return [
					`## ${operation.name}`,
					`${operation.description}.`,
					...fieldTable(fieldsOf(properties, key)),
					...exampleOf(examples.get(key), NODE_TYPE, operation.action),
				];
			}),
		]),
	]);
	const trigger = new LinkedInMediaTrigger().description;
	return new Map([
		['index.md', indexPage()],
		...pages,
		[
			'trigger.md',
			page('Trigger', 'Starts a workflow by what happens on LinkedIn', MORE.trigger, [
				'## Fields',
				...fieldTable(trigger.properties),
				"*Poll Times* is n8n's own field; it is set to every hour.",
				...exampleOf(examples.get(TRIGGER), TRIGGER_TYPE, trigger.displayName),
			]),
		],
	]);
}

/** The rows of the README: a line for each resource, with links to its operations. */
export function operationsList(): string {
	const rows = RESOURCES.map((resource) => {
		const { name, value, description = '' } = resource;
		const file = `docs/reference/${value}.md`;
		const links = inOrder(resource).map((each) => `[${each.name}](${file}#${slug(each.name)})`);
		return `| [${name}](${file}) | ${links.join(', ')} | ${description} |`;
	});
	return [
		'| Resource | Operations | |',
		'|---|---|---|',
		...rows,
		`| [Trigger](docs/reference/trigger.md) | ${eventsOf()} | Starts a workflow |`,
	].join('\n');
}

function eventsOf(): string {
	const events = new LinkedInMediaTrigger().description.properties.find(
		({ name }) => name === 'events',
	);
	return (events?.options ?? []).map(({ name }) => name).join(', ');
}

function indexPage(): string {
	const sections = RESOURCES.flatMap((resource) => [
		`## ${resource.name}`,
		`${resource.description ?? ''}. [All fields and examples](${resource.value}.md)`,
		operationRows(resource),
	]);
	return `${[
		'# Reference',
		`Every resource and operation of the node *LinkedIn Media*, and [its trigger](trigger.md). ${MADE}`,
		...sections,
	].join('\n\n')}\n`;
}

/** The one that the form selects comes first. */
function inOrder({ operations, defaultOperation }: Resource): Operation[] {
	const isFirst = ({ value }: Operation) => value === defaultOperation;
	return [...operations.filter(isFirst), ...operations.filter((each) => !isFirst(each))];
}

function operationRows(resource: Resource): string {
	const { value } = resource;
	const row = ({ name, description }: Operation) =>
		`| [${name}](${value}.md#${slug(name)}) | ${description} |`;
	return ['| Operation | What it does |', '|---|---|', ...inOrder(resource).map(row)].join('\n');
}

function page(
	title: string,
	description: string,
	more: (typeof MORE)[string] = [],
	blocks: readonly string[] = [],
): string {
	const written = more.filter(([, file]) => existsSync(join(DOCS, file.replace(/#.*/, ''))));
	const links = written.map(([name, file]) => `[${name}](../${file})`);
	const also = links.length > 0 ? ` See also: ${links.join(', ')}.` : '';
	return `${[`# ${title}`, `${description}.${also}`, MADE, ...blocks].join('\n\n')}\n`;
}

/** The node to paste into a workflow, the item that goes in, and the item that comes out. */
function exampleOf(example: Example | undefined, type: string, name: string): string[] {
	if (!example) return [];
	const { parameters, input, files, output, outputFiles } = example;
	const node = { parameters, name, type, typeVersion: 1, position: [0, 0] };
	const fields = files.length > 0 ? ` The item has the binary fields ${files.join(', ')}.` : '';
	const beside = outputFiles.map((field) => `\`${field}\``).join(', ');
	return [
		`**Example.** Copy this node and paste it into a workflow.${fields}`,
		json({ nodes: [node], connections: {} }),
		...(input === undefined ? [] : ['Input:', json(input)]),
		beside === '' ? 'Output:' : `Output, with the file in the binary field ${beside}:`,
		json(output),
	];
}

function json(value: unknown): string {
	return ['```json', printed(value, ''), '```'].join('\n');
}

/** A line may be as long as a reader sees it whole. */
const LINE = 88;

/** JSON with two spaces, but what fits into one line in one line. */
function printed(value: unknown, indent: string): string {
	const short = JSON.stringify(value, undefined, 1).replace(/\n\s*/g, ' ');
	const isBlock = typeof value === 'object' && value !== null;
	if (!isBlock || (indent !== '' && indent.length + short.length <= LINE)) {
		return short.replace(/^\[ (.*) \]$/, '[$1]');
	}
	const inner = `${indent}  `;
	const lines = Array.isArray(value)
		? value.map((each: unknown) => `${inner}${printed(each, inner)}`)
		: Object.entries(value).map(
				([key, each]) => `${inner}${JSON.stringify(key)}: ${printed(each, inner)}`,
			);
	const [open, close] = Array.isArray(value) ? ['[', ']'] : ['{', '}'];
	return lines.length === 0
		? `${open}${close}`
		: `${open}\n${lines.join(',\n')}\n${indent}${close}`;
}

/** As GitHub makes it of a heading of letters and spaces. */
function slug(heading: string): string {
	return heading
		.toLowerCase()
		.replaceAll(/[^a-z0-9 -]/g, '')
		.replaceAll(' ', '-');
}
