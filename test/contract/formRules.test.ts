import type { ICredentialType, INodeProperties, INodeTypeDescription } from 'n8n-workflow';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { LinkedInMedia } from '../../nodes/LinkedInMedia/LinkedInMedia.node';
import { LinkedInMediaTrigger } from '../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { lint, type Text } from '../lint';
import { credentialText, nodeText, pathAt } from './form/classText';
import { fieldsOf } from './form/fields';
import { wordingProblems } from './form/wording';

/**
 * n8n's rules for forms, held against the forms as they are. As ESLint rules they know only
 * literals in a source, so each description is written out as one, and linted with the settings of
 * the file that it comes from.
 */

const RULES = ['n8n-nodes-base/', '@n8n/community-nodes/'];

interface WithFields {
	readonly properties: readonly INodeProperties[];
}

const node = new LinkedInMedia().description;
const trigger = new LinkedInMediaTrigger().description;
const credential: ICredentialType = new LinkedInMediaOAuth2Api();

const asNode = (description: INodeTypeDescription): Text => ({
	path: 'nodes/LinkedInMedia/LinkedInMedia.node.ts',
	text: nodeText('LinkedInMedia', description),
});
const asTrigger = (description: INodeTypeDescription): Text => ({
	path: 'nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node.ts',
	text: nodeText('LinkedInMediaTrigger', description),
});
const asCredential = (changed: ICredentialType): Text => ({
	path: 'credentials/LinkedInMediaOAuth2Api.credentials.ts',
	text: credentialText('LinkedInMediaOAuth2Api', changed),
});

const forms: Array<[name: string, form: Text, fields: readonly INodeProperties[]]> = [
	['node', asNode(node), node.properties],
	['trigger', asTrigger(trigger), trigger.properties],
	['credential', asCredential(credential), credential.properties],
];

/** What the rules find and we keep. */
const KEPT = [
	// By name, but for the legacy API: nobody is to meet it before what replaces it.
	'node: resource: n8n-nodes-base/node-param-options-type-unsorted-items',
	// In the order of LinkedIn's own table.
	'node: recipe: n8n-nodes-base/node-param-options-type-unsorted-items',
];

/** A form, and the same with one thing changed. */
interface Change {
	readonly before: Text;
	readonly after: Text;
}

function change<Form extends object>(
	textOf: (form: Form) => Text,
	form: Form,
	by: (form: Form) => unknown,
): Change {
	const copy = structuredClone(form);
	by(copy);
	return { before: textOf(form), after: textOf(copy) };
}

/** The node with those of its fields that are changed below: all of them take a second to lint. */
const smallNode = {
	...node,
	properties: node.properties.filter((_, at) =>
		[longList(node), firstOf('boolean', node), firstOf('string', node)].some(
			(it) => node.properties.findIndex((each) => fieldsOf([each]).includes(it)) === at,
		),
	),
};
const nodeWith = (by: (form: typeof node) => unknown) => change(asNode, smallNode, by);
const triggerWith = (by: (form: typeof trigger) => unknown) => change(asTrigger, trigger, by);
const credentialWith = (by: (form: ICredentialType) => unknown) =>
	change(asCredential, credential, by);

const broken: Array<[what: string, change: Change, rule: string]> = [
	[
		'options out of order',
		nodeWith((form) => longList(form).options?.reverse()),
		'n8n-nodes-base/node-param-options-type-unsorted-items',
	],
	[
		'a switch whose description does not begin with "Whether"',
		nodeWith((form) => (firstOf('boolean', form).description = 'Sends the file')),
		'n8n-nodes-base/node-param-description-boolean-without-whether',
	],
	[
		'a field without a default',
		nodeWith((form) => Reflect.deleteProperty(firstOf('string', form), 'default')),
		'n8n-nodes-base/node-param-default-missing',
	],
	[
		'a description of one sentence that ends in a full stop',
		triggerWith((form) => (firstOf('options', form).description = 'Which media to watch.')),
		'n8n-nodes-base/node-param-description-excess-final-period',
	],
	[
		'a name that is not in Title Case',
		nodeWith((form) => (firstOf('string', form).displayName = 'Base of all links')),
		'n8n-nodes-base/node-param-display-name-miscased',
	],
	[
		'a trigger that is not called one',
		triggerWith((form) => (form.displayName = 'LinkedIn Media')),
		'n8n-nodes-base/node-class-description-display-name-unsuffixed-trigger-node',
	],
	[
		'a credential that does not say OAuth2',
		credentialWith((form) => (form.displayName = 'LinkedIn Media API')),
		'n8n-nodes-base/cred-class-field-display-name-missing-oauth2',
	],
	[
		'an icon that is not there',
		nodeWith((form) => (form.icon = 'file:missing.svg')),
		'@n8n/community-nodes/icon-validation',
	],
	[
		'an emoji in an option',
		nodeWith((form) => longList(form).options?.map((option) => (option.name += ' 🎬'))),
		'@n8n/community-nodes/no-emoji-in-options',
	],
];

let found: Map<Text, string[]>;
beforeAll(() => {
	const texts = [
		...forms.map(([, form]) => form),
		...broken.flatMap(([, { before, after }]) => [before, after]),
	];
	const findings = lint(RULES, texts);
	found = new Map(
		texts.map((form, index) => [
			form,
			(findings[index] ?? []).map(
				({ line, rule, message }) => `${pathAt(form.text, line)}: ${rule ?? message}`,
			),
		]),
	);
});

it.each(forms)("the %s follows n8n's rules and ours", (name, form, fields) => {
	const problems = [...(found.get(form) ?? []), ...wordingProblems(fields)];
	expect(new Set(problems.map((problem) => `${name}: ${problem}`))).toEqual(
		new Set(KEPT.filter((kept) => kept.startsWith(`${name}: `))),
	);
});

describe("n8n's rules find", () => {
	it.each(broken)('%s', (_, { before, after }, rule) => {
		const more = found.get(after)?.filter((finding) => !found.get(before)?.includes(finding));
		expect(more?.map((finding) => finding.split(': ').at(-1))).toContain(rule);
	});
});

describe('our own rules find', () => {
	const field: INodeProperties = { displayName: 'Link', name: 'link', type: 'string', default: '' };

	it.each<[what: string, change: Partial<INodeProperties>, problem: string]>([
		[
			'a switch that does not say "Whether"',
			{ type: 'boolean', default: true, description: 'Checks the file' },
			'link: the description of a switch begins with "Whether"',
		],
		[
			'a switch without a description',
			{ type: 'boolean', default: true },
			'link: the description of a switch begins with "Whether"',
		],
		['a bare placeholder', { placeholder: 'https://…' }, 'link: a placeholder begins with "e.g. "'],
		['small words', { displayName: 'Link to post' }, 'link: "Link to post" is not in Title Case'],
		[
			'a full stop after one sentence',
			{ description: 'The link of the post.' },
			'link: the description is one sentence and ends in a full stop',
		],
		[
			'no full stop after two',
			{ description: 'The link. It opens the post' },
			'link: the description ends its last sentence without a full stop',
		],
		[
			'a full stop in a hint',
			{ hint: 'Opens the post.' },
			'link: the hint is one sentence and ends in a full stop',
		],
		[
			'the same in a mode',
			{
				type: 'resourceLocator',
				modes: [{ displayName: 'By url', name: 'url', type: 'string', placeholder: 'https://…' }],
			},
			'link.url: "By url" is not in Title Case',
		],
		[
			'the same in an option',
			{ type: 'options', options: [{ name: 'In parts', value: 'parts' }] },
			'link.parts: "In parts" is not in Title Case',
		],
		[
			'the same deep inside',
			{
				type: 'fixedCollection',
				options: [
					{
						name: 'rows',
						displayName: 'Rows',
						values: [{ ...field, name: 'alt', displayName: 'Alt text' }],
					},
				],
			},
			'link.rows.alt: "Alt text" is not in Title Case',
		],
	])('%s', (_, change, problem) => {
		expect(wordingProblems([{ ...field, ...change }])).toContain(problem);
	});

	it('nothing in a good field', () => {
		expect(
			wordingProblems([
				{
					...field,
					displayName: 'Link to the Post',
					placeholder: 'e.g. https://example.com',
					description: 'Where the post is, e.g. on a page. A URN works too.',
				},
			]),
		).toEqual([]);
	});
});

function first({ properties }: WithFields, fits: (field: INodeProperties) => boolean) {
	const field = fieldsOf(properties).find(fits);
	if (field === undefined) throw new Error('The form has no such field');
	return field;
}

function firstOf(type: INodeProperties['type'], form: WithFields) {
	return first(form, (field) => field.type === type);
}

/** A field whose options are in order, and so many that n8n's rules ask for it. */
function longList(form: WithFields) {
	return first(form, ({ type, options = [] }) => {
		const names = options.map(({ name }) => name);
		const sorted = names.every(
			(name, at) => at === 0 || name.localeCompare(names[at - 1] ?? '') > 0,
		);
		return type === 'options' && names.length >= 5 && sorted;
	});
}
