import { sublimeSearch } from '@n8n/utils/search/sublime-search';
import { PackageDirectoryLoader } from 'n8n-core';
import {
	NodeHelpers,
	type INodeParameters,
	type INodeProperties,
	type INodeType,
	type INodeTypeDescription,
} from 'n8n-workflow';
import { join } from 'node:path';

import { RESOURCES } from '../../nodes/LinkedInMedia/resources';
import { EVENTS } from '../../nodes/LinkedInMediaTrigger/fields';
import { subtitleIn } from './subtitle';

/** The package as n8n's own loader reads it: with codex files, and the fields that n8n adds. */
const loader = new PackageDirectoryLoader(join(__dirname, '..', '..'));

let node: INodeTypeDescription;
let trigger: INodeTypeDescription;
beforeAll(async () => {
	await loader.loadAll();
	node = description('linkedInMedia');
	trigger = description('linkedInMediaTrigger');
});

function description(name: string): INodeTypeDescription {
	const { type } = loader.getNode(name);
	if (!isNode(type)) throw new Error(`${name} has versions of its own`);
	return type.description;
}

function isNode(type: object): type is INodeType {
	return 'description' in type && !('nodeVersions' in type);
}

/**
 * n8n's editor (useActionsGeneration.ts) shows a node and the trigger of its name as one entry: with the
 * node's name and aliases, and the trigger's sentence.
 */
function mergedEntry() {
	const { displayName, codex } = node;
	return { key: node.name, properties: { displayName, codex, description: trigger.description } };
}

/** Entries of other packages that some of the words fit as well. */
const OTHERS = ['LinkedIn', 'Schedule Trigger', 'YouTube', 'Post', 'Page', 'Ghost'].map((name) => ({
	key: name,
	properties: { displayName: name, codex: { alias: ['Upload', 'Share'] }, description: '' },
}));

describe('the nodes panel', () => {
	test.each([
		'upload video',
		'linkedin upload',
		'linkedin post',
		'publish post',
		'linkedin pdf',
		'carousel',
		'company page',
		'mention',
		'schedule post',
	])('"%s" finds the node', (words) => {
		const found = sublimeSearch(words, [...OTHERS, mergedEntry()]);
		expect(found[0]?.item.key).toBe('linkedInMedia');
	});

	test('a search for something else does not', () => {
		expect(sublimeSearch('send invoice', [mergedEntry()])).toEqual([]);
	});

	test('the sentence of the entry speaks for node and trigger', () => {
		expect(mergedEntry().properties.description).toMatch(/^Upload .* or start a workflow when /);
	});

	test('no two actions read alike', () => {
		const actions = RESOURCES.flatMap(({ operations }) => operations.map(({ action }) => action));
		expect(new Set(actions).size).toBe(actions.length);
		expect(actions).toContain('Get many videos from a media library');
		expect(actions).toContain('Get many videos by URN');
	});
});

describe('the menus', () => {
	test('resources come by name, the legacy one last, and each says what it is for', () => {
		const resources = optionsOf(node, 'resource');
		const names = resources.map(({ name }) => name);
		expect(names.at(-1)).toBe('Legacy Asset');
		expect(names.slice(0, -1)).toEqual([...names.slice(0, -1)].sort());
		for (const { description } of resources) expect(description).toBeTruthy();
	});

	test('so do operations, and the events of the trigger', () => {
		const menus = node.properties.filter(({ name }) => name === 'operation');
		for (const { options = [] } of menus) {
			const names = options.map(({ name }) => name);
			expect(names).toEqual([...names].sort());
		}
		expect(optionsOf(trigger, 'events').map(({ name }) => name)).toEqual([
			'Connection Expiring',
			'Media Added',
			'Media Archived',
			'Media Reactivated',
			'Media Ready',
			'New Comment on a Page’s Post',
			'New Post of a Page',
			'Processing Failed',
		]);
	});
});

describe('the line below the node on the canvas', () => {
	test.each(
		RESOURCES.flatMap(({ value, name, operations }) =>
			operations.map((operation): [string, INodeParameters] => [
				`${operation.name}: ${name}`,
				{ resource: value, operation: operation.value },
			]),
		),
	)('%s', (shown, parameters) => {
		expect(subtitleIn(node, parameters)).toBe(shown);
	});

	test('something stored that the package does not know stands for itself', () => {
		const parameters = { resource: 'constructor', operation: '__proto__' };
		expect(subtitleIn(node, parameters)).toBe('constructor.__proto__');
	});

	test('the trigger names its events', () => {
		const events = EVENTS.map(({ value }) => value);
		expect(subtitleIn(trigger, { events })).toBe(EVENTS.map(({ name }) => name).join(', '));
		expect(subtitleIn(trigger, { events: 'failed' })).toBe('Processing Failed');
		expect(subtitleIn(trigger, {})).toBe('');
	});
});

describe('the trigger polls', () => {
	const stored = (parameters: INodeParameters) =>
		NodeHelpers.getNodeParameters(trigger.properties, parameters, true, false, null, trigger);

	test('each hour where nobody chose a time, in n8n’s one field for it', () => {
		expect(trigger.properties.map(({ name }) => name)).toEqual([
			'pollTimes',
			'connectionNotice',
			'events',
			'mediaType',
			'associatedAccount',
			'page',
			'simplify',
		]);
		expect(stored({})?.pollTimes).toEqual({ item: [{ mode: 'everyHour', minute: 0 }] });
	});

	test('as somebody chose', () => {
		const pollTimes = { item: [{ mode: 'everyDay' }] };
		expect(stored({ pollTimes })?.pollTimes).toEqual({
			item: [{ mode: 'everyDay', hour: 14, minute: 0 }],
		});
	});

	test('with a form that names the app and the role that it needs', () => {
		const [notice] = trigger.properties.filter(({ type }) => type === 'notice');
		expect(notice?.displayName).toContain('LinkedIn App "Company Pages and Ad Accounts"');
		expect(notice?.displayName).toContain('role in the ad account');
	});
});

/** What a field offers. */
function optionsOf({ properties }: INodeTypeDescription, name: string) {
	const options: INodeProperties['options'] =
		properties.find((property) => property.name === name)?.options ?? [];
	return options.flatMap((option) => ('value' in option ? [option] : []));
}
