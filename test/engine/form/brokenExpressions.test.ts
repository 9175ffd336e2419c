import type { INodeParameters } from 'n8n-workflow';

import { openLab, told, type Lab } from '../lab';
import { filledForm, OPERATIONS } from './forms';

/**
 * What an expression over a field that an item does not have makes of a URN: `urn:li:person:{{
 * $json.id }}` is `urn:li:person:undefined`. LinkedIn must never be asked for that.
 */

let lab: Lab;
beforeAll(async () => {
	lab = await openLab();
});
beforeEach(() => lab.simulator.reset());
afterAll(() => lab.close());

/** Fields whose whole value is a URN, or an id that stands for one. */
const URN_FIELDS = [
	'owner',
	'author',
	'actor',
	'post',
	'parentComment',
	'urn',
	'urns',
	'mediaUrn',
	'imageUrn',
	'associatedAccount',
	'page',
];

/** Every operation that has the field; of the other words the parsers are asked in unit tests. */
const CASES: ReadonlyArray<readonly [operation: string, field: string, left: string]> = [
	...OPERATIONS.flatMap((operation) =>
		URN_FIELDS.map((field) => [operation, field, 'undefined'] as const),
	),
	...['null', 'NaN', '[object Object]'].flatMap((left) => [
		['video.upload', 'owner', left] as const,
		['post.create', 'mediaUrn', left] as const,
	]),
];

/** Shown, and read, only beside these. */
const BESIDE: Readonly<Record<string, INodeParameters>> = {
	parentComment: { commentOn: 'comment' },
	imageUrn: { imageSource: 'urn' },
	'video.getStatistics: author': { views: 'organic' },
};

const broken = (value: INodeParameters[string], left: string): INodeParameters[string] => {
	const kept =
		typeof value === 'object' && value !== null && 'value' in value ? value.value : value;
	const urn = typeof kept === 'string' && kept.startsWith('urn:') ? kept : 'urn:li:video:C5';
	return `={{ ${JSON.stringify(urn.replace(/[^:]+$/, left))} }}`;
};

test.each(CASES)('%s: %s with the id %s', async (operation, field, left) => {
	const form = await filledForm(lab, operation);
	const value = form.parameters[field];
	// The operation does not have the field.
	if (value === undefined) return;
	const before = lab.simulator.journal.length;
	const bare = operation.startsWith('asset.') && field === 'urn' ? `={{ "${left}" }}` : undefined;
	const wrong = bare ?? broken(value, left);
	const isLocator = typeof value === 'object';
	const result = await lab.run({
		parameters: {
			...form.parameters,
			...(BESIDE[`${operation}: ${field}`] ?? BESIDE[field]),
			[field]: isLocator ? { __rl: true, mode: 'urn', value: wrong } : wrong,
		},
		items: [form.item],
	});
	expect(told(result)).toMatch(/ has ".+" where an ID belongs/);
	expect(told(result)).toMatch(
		/(?:expression probably reads a field|The expression returned an object)/,
	);
	expect(lab.simulator.journal.slice(before)).toEqual([]);
});
