import { readdirSync } from 'node:fs';

import type { INodeParameters } from 'n8n-workflow';

import { accountProblems } from './accountRules';
import type { WorkflowJson } from './harness';
import { NODE_TYPE } from './lab';
import { byUrn, PAGE } from './scene';
import { template, TEMPLATES } from './shipped';

type Nodes = WorkflowJson['nodes'];

const files = readdirSync(TEMPLATES).filter((name) => name.endsWith('.json'));

test.each(files)('templates/%s: an account is selected from a list, once, never typed', (name) => {
	expect(accountProblems(template(name))).toEqual([]);
});

const EMPTY = { __rl: true, mode: 'list', value: '' };

/** The nodes beside one that publishes in the name of whoever is selected. */
const beside = (...nodes: Nodes) => accountProblems({ nodes: [publish('Publish'), ...nodes] });

function publish(name: string, parameters: INodeParameters = {}) {
	const post = { resource: 'post', operation: 'create', contentType: 'text' };
	return { name, type: NODE_TYPE, parameters: { ...post, ...parameters } };
}
function other(type: string, parameters: INodeParameters) {
	return { name: 'Other', type: `n8n-nodes-base.${type}`, parameters };
}
const field = (name: string, value = '') =>
	other('set', { assignments: { assignments: [{ id: 'a', name, value, type: 'string' }] } });
const json = (jsonOutput: string) => other('set', { mode: 'raw', jsonOutput });
const form = (more: INodeParameters) =>
	other('formTrigger', { formFields: { values: [{ fieldLabel: 'Text', ...more }] } });
const table = (name: string) =>
	other('dataTable', { tableName: 'posts', columns: { column: [{ name, type: 'string' }] } });

test.each<[string, INodeParameters | string]>([
	['a URN', byUrn(PAGE)],
	['a URN without a locator', PAGE],
	['somebody’s own choice', { ...EMPTY, value: PAGE }],
	['a URN that is to be typed', byUrn('')],
	['Settings', byUrn("={{ $('Settings').first().json.owner }}")],
	['a form', byUrn('={{ $json.Owner }}')],
	['a caller', byUrn("={{ $('Webhook').first().json.body.accountId }}")],
	['a caller, or else a list', byUrn("={{ $json.who || $('Publish').params.author.value }}")],
	['a node that has no list', byUrn("={{ $('Other').params.author.value }}")],
])('an author from %s is found', (_, author) => {
	expect(beside(publish('Other', { author }))).toEqual([
		'Other: "author" is neither an empty list nor taken from one',
	]);
});

test('an ad account from a list of authors is found, in a collection too', () => {
	const author = byUrn("={{ $('Publish').params.author.value }}");
	expect(beside(publish('Other', { author, options: { adAccount: author } }))).toEqual([
		'Other: "adAccount" is neither an empty list nor taken from one',
	]);
});

test.each([
	['that is there', { author: EMPTY }],
	['that n8n adds, as it is left out', {}],
])('a second list %s is found', (_, parameters) => {
	expect(beside(publish('Other', parameters))).toEqual(['selected twice: Publish, Other']);
});

test.each([
	['a field of Edit Fields', field('adAccount'), 'adAccount'],
	['a value of Edit Fields', field('who', PAGE), 'urn:li:'],
	['an example in JSON', json('{"posts": [{"page": "Acme"}]}'), 'page'],
	['a text of an example', json('{"text": "@[Acme](urn:li:organization:1)"}'), 'urn:li:'],
	['a label of a form', form({ fieldLabel: 'Ad account' }), 'Ad account'],
	['a placeholder', form({ placeholder: PAGE }), 'urn:li:'],
	['a description', form({ html: 'Paste the URN of your page' }), 'Paste the URN'],
	['a note', other('stickyNote', { content: 'Enter the ID or URN.' }), 'Enter the ID or URN'],
	['a column of a Data Table', table('author_urn'), 'author_urn'],
])('%s that asks for an account is found', (_, node, what) => {
	expect(beside(node)).toEqual([`Other asks for "${what}"`]);
});

test('what the workflow itself computes or writes is asked of nobody', () => {
	const written = {
		dataTableId: { value: 'posts' },
		columns: { value: { urn: '={{ $json.urn }}' } },
	};
	const note = other('stickyNote', { content: 'The output has the URN of the video.' });
	expect(
		beside(field('owner', '={{ $json.owner }}'), table('urn'), other('dataTable', written), note),
	).toEqual([]);
});

test.each(['params.author.value', 'item.json.author', 'first().json.author'])(
	'another node may take it from the one that has the list: %s',
	(from) => {
		const author = byUrn(`={{ $('Publish').${from} }}`);
		expect(beside(publish('Other', { author }))).toEqual([]);
	},
);
