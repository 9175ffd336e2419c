import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { PublishedTrigger, triggerNode } from '../publishedTrigger';
import { ACCOUNT, byUrn, scene, talk } from '../scene';
import { Examples } from '../reference/example';
import { operationsList, referencePages, TRIGGER } from '../reference/pages';
import { Tidy } from '../reference/tidy';
import { contractPage, ERROR_ITEM, keysIn, TRIGGER_ITEM } from './contractPage';
import { OUTPUT_RUNS } from './outputRuns';

const ROOT = join(__dirname, '../../..');
const PAGE_FILE = join(ROOT, 'docs/contract.md');
const REFERENCE = join(ROOT, 'docs/reference');
const README = join(ROOT, 'README.md');
const MAY_WRITE = process.env.CONTRACT === 'write';

const stage = scene({ n8n: { nodeTypes: triggerNode } });
const examples = new Examples(() => stage.linkedIn.url);
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
	const key = `${resource}.${operation}`;
	examples.of(key);
	keep(key, await run(stage));
	expect({ example: examples.get(key) !== undefined }).toEqual({ example: true });
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
	const started = await trigger.poll();
	keep(TRIGGER_ITEM, started);
	const { parameters } = trigger;
	examples.keep(TRIGGER, new Tidy(stage.linkedIn.url), { parameters, json: started[0] ?? {} });
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
	if (MAY_WRITE) writeFileSync(PAGE_FILE, page);
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

test('docs/reference', () => {
	const pages = referencePages(examples);
	if (MAY_WRITE) {
		rmSync(REFERENCE, { recursive: true, force: true });
		mkdirSync(REFERENCE);
		for (const [name, text] of pages) writeFileSync(join(REFERENCE, name), text);
	}
	const written = readdirSync(REFERENCE).map((name): [string, string] => [
		name,
		readFileSync(join(REFERENCE, name), 'utf8'),
	]);
	// Out of date? npm run contract
	expect(Object.fromEntries(written)).toEqual(Object.fromEntries(pages));
});

test('the operations in the README', () => {
	const place = /(?<=<!-- operations:begin -->\n)[^]*?(?=<!-- operations:end -->)/;
	const list = `\n${operationsList()}\n\n`;
	const text = readFileSync(README, 'utf8');
	if (MAY_WRITE)
		writeFileSync(
			README,
			text.replace(place, () => list),
		);
	// Out of date? npm run contract
	expect(place.exec(readFileSync(README, 'utf8'))?.[0]).toBe(list);
});
