import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { leavesOf, nameOf, textOf } from './leaves';

/** What the form says of itself: nobody should need a manual. */

const { properties } = new LinkedInMedia().description;
const LEAVES = leavesOf(properties);

const choicesOf = ({ options = [] }: INodeProperties): INodePropertyOptions[] =>
	options.filter((option): option is INodePropertyOptions => 'value' in option);

const MENUS = properties.filter(({ name }) => name === 'resource' || name === 'operation');

test('every resource, operation and choice has a description', () => {
	const choices = [
		...MENUS.map((property) => [property.name, property] as const),
		...LEAVES.map((leaf) => [nameOf(leaf), leaf.property] as const),
	].flatMap(([name, property]) =>
		choicesOf(property).map((choice) => ({ name: `${name} = ${String(choice.value)}`, choice })),
	);
	expect(choices.length).toBeGreaterThan(100);
	const silent = choices.filter(({ choice }) => (choice.description ?? '') === '');
	expect(silent.map(({ name }) => name)).toEqual([]);
});

test('every field has a description or a hint', () => {
	const silent = LEAVES.filter(({ property: { description = '', hint = '', type } }) =>
		type === 'hidden' ? false : description === '' && hint === '',
	);
	expect(silent.map(nameOf)).toEqual([]);
});

test('placeholders are of the kind that the form is about', () => {
	const OTHERS: Readonly<Record<string, RegExp>> = {
		image: /\.mp4|\.pdf|urn:li:video|urn:li:document/,
		document: /\.mp4|\.png|urn:li:video|urn:li:image/,
		video: /\.pdf|\.png|urn:li:image|urn:li:document/,
	};
	const wrong = LEAVES.filter(({ operation, path, property, shownWith }) => {
		const [resource = ''] = operation.split('.');
		const kind = resource === 'post' ? textOf(shownWith.contentType) : resource;
		const isOfOthers = OTHERS[kind]?.test(property.placeholder ?? '') ?? false;
		// A video's thumbnail is an image.
		return isOfOthers && !path[0]?.startsWith('thumbnail');
	});
	expect(wrong.map(nameOf)).toEqual([]);
});

test('a size that nobody can guess starts empty, and n8n asks for it where it is required', () => {
	const sizes = LEAVES.filter(({ property }) => property.name === 'fileSizeBytes');
	expect(sizes.map(({ property: { default: preset, required } }) => [preset, required])).toEqual([
		['', true],
		['', undefined],
	]);
});

test('lists say in their own words what they are of', () => {
	const lists = LEAVES.flatMap(({ property }) =>
		(property.modes ?? [])
			.filter(({ name }) => name === 'list')
			.map(({ displayName, placeholder }) => [
				property.displayName,
				displayName,
				placeholder ?? '',
			]),
	);
	expect([...new Set(lists.map((list) => list.join(' | ')))].sort()).toEqual([
		'Actor | From List | Choose an actor...',
		'Ad Account (Optional) | From List | Choose an ad account...',
		'Ad Account | From List | Choose an ad account...',
		'Author | From List | Choose an author...',
		'Image | From Library | Choose an image...',
		'Owner | From List | Choose an owner...',
		'Page | From List | Choose a page...',
		'Video | From Library | Choose a video...',
	]);
});
