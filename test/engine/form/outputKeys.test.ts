import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { INodeParameters } from 'n8n-workflow';

import { RESOURCES } from '../../../nodes/LinkedInMedia/resources';
import { imports } from '../importSupport';
import { PublishedTrigger, triggerNode } from '../publishedTrigger';
import { ACCOUNT, byExpression, byUrn, scene, talk } from '../scene';
import { Examples } from '../reference/example';
import { operationsList, referencePages, TRIGGER } from '../reference/pages';
import { Tidy } from '../reference/tidy';
import { contractPage } from './contractPage';
import { CHECK_ITEM, ERROR_ITEM, TRIGGER_ITEM } from './contractTitles';
import { keysIn } from './keysIn';
import { OUTPUT_RUNS } from './outputRuns';
import { triggerItems } from './triggerRuns';

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
	const upload = await stage
		.video('upload')
		.of(talk())
		.onError('continueErrorOutput')
		.allow('addresses');
	const { importList } = imports(stage.resource);
	const gone = [{ url: `${stage.files.url}/gone.mp4`, id: '1' }];
	const failing = (form: INodeParameters) =>
		importList(gone, { output: 'entries', ...form }).onError('continueErrorOutput');
	const [entry, whole] = [await failing({}), await failing({ owner: byExpression('nobody') })];
	keep(
		ERROR_ITEM,
		// The input's JSON beside it is n8n's doing.
		[upload, entry, whole].flatMap(({ errorItems }) =>
			errorItems.map(({ json: { error } }) => ({ error })),
		),
	);
});

test('output of a check', async () => {
	const check = () => stage.upload(talk()).options({ checkOnly: true });
	const { jsons } = await check();
	const problems = await check().scopes('openid');
	keep(CHECK_ITEM, [...jsons, ...problems.jsons]);
});

test('output of the trigger', async () => {
	const parameters = { associatedAccount: byUrn(ACCOUNT), events: ['added'] };
	const trigger = new PublishedTrigger(stage, parameters);
	await trigger.poll();
	stage.entry('video');
	const started = await trigger.poll();
	examples.keep(TRIGGER, new Tidy(stage.linkedIn.url), {
		parameters: trigger.parameters,
		json: started[0] ?? {},
	});
	keep(TRIGGER_ITEM, [...started, ...(await triggerItems(stage))]);
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
