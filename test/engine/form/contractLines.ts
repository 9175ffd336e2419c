import type { INodeProperties } from 'n8n-workflow';

import { leavesOf, nameOf, offeredBy, type Leaf } from './leaves';

/**
 * What users' workflows store: names, kinds, values and defaults. A default counts too, because n8n
 * does not store a field that nobody touched. Add lines freely; a line that changes breaks workflows.
 */
export const contractOf = (properties: readonly INodeProperties[]): string[] =>
	leavesOf(properties).map((leaf) => {
		const choices = choicesOf(leaf);
		const offered = choices.length === 0 ? '' : ` of ${choices.join(' | ')}`;
		const { type, default: preset } = leaf.property;
		return `${nameOf(leaf)} (${type}${offered}) default ${JSON.stringify(preset)}`;
	});

/** The values that a field offers, and the ways to fill in a locator. */
export function choicesOf({ property }: Leaf): string[] {
	const values = offeredBy(property).map(String).sort();
	return [...values, ...(property.modes ?? []).map(({ name }) => `by ${name}`)];
}
