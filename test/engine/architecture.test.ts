import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { buildSync } from 'esbuild';
import type { INodeType } from 'n8n-workflow';
import ts from 'typescript';

import { LinkedInMediaOAuth2Api } from '../../credentials/LinkedInMediaOAuth2Api.credentials';
import { expectClean, openLab, type Lab } from './lab';

/** docs/architecture.md shows how to add an operation. What it shows is what a newcomer will type. */

const ROOT = path.join(__dirname, '../..');
const TREE = path.join(ROOT, '.cache', `architecture-${process.pid}`);
const NODE = path.join(TREE, 'nodes/LinkedInMedia/LinkedInMedia.node.ts');

const page = readFileSync(path.join(ROOT, 'docs/architecture.md'), 'utf8');

/** The blocks of code that say into which file they go. */
const [operation, line] = [...page.matchAll(/```ts\n\/\/ (\S+?\.ts)(?:,[^\n]*)?\n([^]*?)```/g)].map(
	([, file = '', code = '']) => ({ file: path.join(TREE, file), code }),
);

let lab: Lab;
beforeAll(async () => {
	if (!operation || !line) throw new Error('the page has no example');
	mkdirSync(TREE, { recursive: true });
	for (const folder of ['nodes', 'linkedin']) {
		cpSync(path.join(ROOT, folder), path.join(TREE, folder), { recursive: true });
	}
	writeFileSync(operation.file, operation.code);
	writeFileSync(line.file, `${readFileSync(line.file, 'utf8')}${line.code}`);
	const credential = new LinkedInMediaOAuth2Api();
	lab = await openLab('default', {}, { node: load(), credential, type: 'example.linkedInMedia' });
});
afterAll(async () => {
	await lab.close();
	rmSync(TREE, { recursive: true, force: true });
});

function load(): INodeType {
	const outfile = path.join(TREE, 'node.cjs');
	buildSync({
		entryPoints: [NODE],
		outfile,
		bundle: true,
		format: 'cjs',
		platform: 'node',
		external: ['n8n-workflow', 'undici'],
		logLevel: 'silent',
	});
	const loaded = createRequire(__filename)(outfile) as { LinkedInMedia: new () => INodeType };
	return new loaded.LinkedInMedia();
}

test('the example is one file and one line', () => {
	expect(operation?.code.match(/: ItemOperation = \{/g)).toHaveLength(1);
	expect(line?.code.trim().split('\n')).toHaveLength(1);
});

test('it compiles under the rules of this repository', () => {
	const { config } = ts.readConfigFile(path.join(ROOT, 'tsconfig.json'), (file) =>
		readFileSync(file, 'utf8'),
	) as { config: { compilerOptions: object } };
	const { options } = ts.convertCompilerOptionsFromJson(config.compilerOptions, ROOT);
	const program = ts.createProgram([line?.file ?? ''], { ...options, types: ['node'] });
	// The others are this repository's own files, which `npm run typecheck` looks at.
	const found = [operation?.file ?? '', line?.file ?? '']
		.map((file) => program.getSourceFile(file))
		.flatMap((file) => [
			...program.getSyntacticDiagnostics(file),
			...program.getSemanticDiagnostics(file),
		])
		.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
	expect(found).toEqual([]);
});

test('it stands in the form, in its place, with its fields', () => {
	const { properties } = load().description;
	const menu = properties.find(
		({ name, displayOptions }) =>
			name === 'operation' && displayOptions?.show?.resource?.includes('video'),
	);
	const names = (menu?.options ?? []).map(({ name }) => name);
	expect(names).toContain('Get Length');
	expect(names).toEqual([...names].sort());
	const fields = properties.filter(({ displayOptions }) =>
		displayOptions?.show?.operation?.includes('getLength'),
	);
	expect(fields.map(({ name, displayOptions }) => [name, displayOptions?.show])).toEqual([
		['urn', { resource: ['video'], operation: ['getLength'] }],
		['options', { resource: ['video'], operation: ['getLength'] }],
	]);
});

test('it runs in n8n’s engine', async () => {
	const [urn = ''] = lab.simulator.addLibraryEntries({ kind: 'video' });
	const parameters = { resource: 'video', operation: 'getLength', urn };
	const untouched = await lab.run({ parameters });
	expectClean(lab, untouched);
	expect(untouched.items[0]?.json).toEqual({ urn, length: 32.066 });
	const chosen = await lab.run({
		parameters: { ...parameters, options: { unit: 'milliseconds' } },
	});
	expect(chosen.items[0]?.json).toEqual({ urn, length: 32066 });
});

test('its errors name the field as its form does', async () => {
	const result = await lab.run({
		parameters: {
			resource: 'video',
			operation: 'getLength',
			urn: 'urn:li:video:C5',
			options: { unit: 'hours' },
		},
	});
	expect(result.error?.message).toBe('Unit is "hours", not "milliseconds" or "seconds" [item 1]');
});
