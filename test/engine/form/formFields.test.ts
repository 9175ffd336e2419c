import type { INodeParameters, INodeProperties, NodeParameterValueType } from 'n8n-workflow';

import { LinkedInMedia } from '../../../nodes/LinkedInMedia/LinkedInMedia.node';
import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { openLab, told, type Lab } from '../lab';
import { filledForm, OPERATIONS } from './forms';
import { leavesOf, nameOf, withValue, type Leaf } from './leaves';

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

const { properties } = new LinkedInMedia().description;
const LEAVES = leavesOf(properties);

test('every operation of the form has a filled form here', () => {
	const offered = RESOURCES.flatMap(({ value, operations }) =>
		operations.map((operation) => `${value}.${operation.value}`),
	);
	expect(offered.sort()).toEqual([...OPERATIONS].sort());
});

/**
 * What no field of this kind can be read as. A text, a choice, a number and a switch cannot be an
 * object; JSON can be anything but a bare number; a locator's value is told by its URN.
 */
function unreadable({ type, name }: INodeProperties): NodeParameterValueType {
	switch (type) {
		case 'json':
			return '={{ 7 }}';
		case 'resourceLocator':
			// A page may be called by any word.
			return {
				__rl: true,
				mode: 'urn',
				value: `={{ "${name === 'page' ? 'no page' : 'nonsense'}" }}`,
			};
		default:
			return '={{ ({}) }}';
	}
}

/** Where the error names the item too. */
const OTHER_WORDS: Readonly<Record<string, string>> = {
	'import.fromUrls: url': 'Item 1: URL',
	'import.fromUrls: externalId': 'Item 1: External ID',
	'import.fromUrls: entryFields.fileName': 'Item 1: File Name',
	'import.fromUrls: entryFields.metadata': 'Item 1: Metadata',
	'import.fromUrls: entryFields.knownUrn': 'Item 1: Known URN',
	// One card alone is not enough, whatever it is.
	'post.create: cards.card.binaryPropertyName': 'Cards',
	'post.create: cards.card.url': 'Cards',
	'post.create: cards.card.urn': 'Cards',
	// One page alone is no carousel.
	'document.upload: images.image.binaryPropertyName': 'Images',
	// A header may hold a secret: which of its halves is wrong is not said.
	...Object.fromEntries(
		LEAVES.filter(({ path }) => path[0] === 'sourceHeaders').map((leaf) => [
			nameOf(leaf),
			'Source Headers',
		]),
	),
};

/** What is wrong with an entry is that entry's result, and no error of the node. */
const OF_AN_ENTRY = /^import\.fromUrls: (?:url|externalId|entryFields\.\w+)$/;

describe('every field is read, and its error calls it as the form does', () => {
	test.each(LEAVES.map((leaf): [string, Leaf] => [nameOf(leaf), leaf]))(
		'%s',
		async (name, leaf) => {
			const form = await filledForm(lab, leaf.operation);
			const unread = withValue(leaf, unreadable(leaf.property));
			const parameters: INodeParameters = { ...form.parameters, ...unread };
			const before = lab.simulator.journal.length;
			const result = await lab.run({ parameters, items: [form.item] });
			const words = OF_AN_ENTRY.test(name) ? result.items[0]?.json.reason : told(result);
			expect(words).toContain(OTHER_WORDS[name] ?? leaf.property.displayName);
			// Bad input is told before the first call.
			expect(lab.simulator.journal.length).toBe(before);
		},
	);
});
