import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { PublishedTrigger, triggerNode } from '../publishedTrigger';
import { ACCOUNT, byUrn, scene, talk } from '../scene';
import { contractPage, ERROR_ITEM, keysIn, TRIGGER_ITEM } from './contractPage';
import { OUTPUT_RUNS } from './outputRuns';

const PAGE_FILE = join(__dirname, '../../../docs/contract.md');

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const found = new Map<string, string[]>();
const keep = (name: string, items: readonly object[]) => {
	const keys = [...new Set(items.flatMap((item) => keysIn(item)))].sort();
	expect(keys).not.toEqual([]);
	found.set(name, keys);
};

const operations = RESOURCES.flatMap(({ value, operations: own }) =>
	own.map((operation) => [value, operation.value] as const),
);

test.each(operations)('output of %s: %s', async (resource, operation) => {
	const run = OUTPUT_RUNS[resource]?.[operation];
	if (!run) throw new Error('Add a run of this operation to outputRuns.ts.');
	keep(`${resource}.${operation}`, await run(stage));
});

test('output of an operation that fails', async () => {
	stage.plan('videos.finalizeUpload', 400);
	const { errorItems } = await stage
		.video('upload')
		.of(talk())
		.onError('continueErrorOutput')
		.allow('addresses');
	keep(
		ERROR_ITEM,
		errorItems.map(({ json }) => json),
	);
});

test('output of the trigger', async () => {
	const trigger = new PublishedTrigger(stage, {
		associatedAccount: byUrn(ACCOUNT),
		events: ['added'],
	});
	await trigger.poll();
	stage.entry('video');
	keep(TRIGGER_ITEM, await trigger.poll());
});

/** Each field and each output key, with its section. */
function entriesOf(page: string): string[] {
	let section = '';
	return page.split('\n').flatMap((line) => {
		if (line.startsWith('#')) section = line.replace(/^#+ /, '');
		if (line.startsWith('| `')) return [`${section}: ${line}`];
		if (!line.startsWith('Output: ')) return [];
		return line
			.slice('Output: '.length)
			.split(', ')
			.map((key) => `${section}: output ${key}`);
	});
}

test('docs/contract.md', () => {
	const page = contractPage(found);
	if (process.env.CONTRACT === 'write') writeFileSync(PAGE_FILE, page);
	const written = readFileSync(PAGE_FILE, 'utf8');
	const [before, now] = [entriesOf(written), entriesOf(page)];
	// What is lost breaks users' workflows. Where something was only added: npm run contract
	expect({
		lost: before.filter((entry) => !now.includes(entry)),
		added: now.filter((entry) => !before.includes(entry)),
		command: 'npm run contract',
	}).toEqual({ lost: [], added: [], command: 'npm run contract' });
	expect(page).toBe(written);
});
