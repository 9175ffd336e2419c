import type { INodeParameters } from 'n8n-workflow';

import { LinkedInMediaTrigger } from '../../../nodes/LinkedInMediaTrigger/LinkedInMediaTrigger.node';
import { READING } from '../postSupport';
import { PublishedTrigger, triggerNode } from '../publishedTrigger';
import { byExpression, byUrn, PAGE, scene } from '../scene';
import { leavesOf, offeredBy } from './leaves';

const stage = scene({ n8n: { nodeTypes: triggerNode } });

const LEAVES = leavesOf(new LinkedInMediaTrigger().description.properties);

describe('what the trigger’s form offers starts a poll', () => {
	const offered = LEAVES.flatMap(({ property: { name, type }, property }) =>
		offeredBy(property)
			.map(String)
			.map((value): [string, INodeParameters] => [
				`${name} = ${value}`,
				{ [name]: type === 'multiOptions' ? [value] : value },
			]),
	);

	test.each(offered)('%s', async (_, parameters) => {
		const page = byUrn(PAGE);
		const mine = { page, ...parameters };
		const credential = stage.credential({ scopes: READING });
		expect(await new PublishedTrigger(stage, mine, credential).poll()).toEqual([]);
	});
});

describe('every field of the trigger is read, and its error calls it as the form does', () => {
	const unreadable: INodeParameters = {
		mediaType: '={{ ({}) }}',
		associatedAccount: byExpression('nonsense'),
		events: ['nonsense'],
		page: byExpression('urn:li:image:nonsense'),
		simplify: '={{ ({}) }}',
	};

	const fields = LEAVES.filter(({ property: { type } }) => type !== 'notice');
	test.each(fields.map(({ property: { name, displayName } }) => [name, displayName]))(
		'%s',
		async (name, displayName) => {
			const trigger = new PublishedTrigger(stage, {
				events: ['available', 'posted'],
				page: byUrn(PAGE),
				[name]: unreadable[name] ?? '',
			});
			await expect(trigger.poll()).rejects.toThrow(displayName);
		},
	);
});
