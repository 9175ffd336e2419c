'use strict';

const { spawn } = require('node:child_process');
const { existsSync } = require('node:fs');
const { readdir, readFile, rm, writeFile } = require('node:fs/promises');
const path = require('node:path');
const esbuild = require('esbuild');
const { dest, parallel, series, src } = require('gulp');

const OUT = 'dist';

async function clean() {
	await rm(OUT, { recursive: true, force: true });
}

/** Types of the shipped code only: tests have `npm run typecheck`, and must not stop a build. */
function types() {
	const tsc = require.resolve('typescript/bin/tsc');
	return new Promise((resolve, reject) => {
		spawn(process.execPath, [tsc, '--project', 'tsconfig.build.json'], { stdio: 'inherit' })
			.on('error', reject)
			.on('exit', (code) => {
				if (code === 0) resolve();
				else reject(failure('The types do not fit: tsc says where.'));
			});
	});
}

/**
 * Parts of the product that are files of their own, so that n8n doesn't read them when it starts. They
 * are loaded by `import()`, which becomes `require` of the path from one file in dist/ to the other.
 */
const LOADED_LATE = ['linkedin/files/carousel/writer.ts', 'linkedin/posts/linkPreview/preview.ts'];

/** Leaves an `import()` of such a part as it is: a path, in place of its code. */
const loadedLate = {
	name: 'loaded-late',
	setup(build) {
		build.onResolve({ filter: /^\./ }, ({ path: asked, kind, resolveDir }) => {
			if (kind !== 'dynamic-import') return undefined;
			const found = `${path.relative('.', path.resolve(resolveDir, asked))}.ts`;
			const part = LOADED_LATE.find((each) => each === found.split(path.sep).join('/'));
			if (part === undefined) return undefined;
			// Nodes lie two folders deep.
			return { path: `../../${part.replace(/\.ts$/, '.js')}`, external: true };
		});
	},
};

/** One file per node and credential: n8n Cloud installs no dependencies, so libraries are bundled. */
async function bundle() {
	const entryPoints = [
		...(await filesBelow('nodes', '.node.ts')),
		...(await filesBelow('credentials', '.credentials.ts')),
		...LOADED_LATE,
	];
	if (entryPoints.length === LOADED_LATE.length)
		throw failure('There is no node and no credential to build.');
	const { metafile, warnings } = await esbuild
		.build({
			entryPoints,
			outdir: OUT,
			plugins: [loadedLate],
			outbase: '.',
			bundle: true,
			format: 'cjs',
			platform: 'node',
			target: 'node20',
			// Node reads a file with other characters into twice the memory, and takes a third longer for it.
			charset: 'ascii',
			// Found in n8n's own node_modules, which only `require` looks into: a native import() does not.
			external: ['n8n-workflow', 'undici'],
			supported: { 'dynamic-import': false },
			// The parser alone: what is loaded at first use is bundled whole, with its trees and selectors.
			alias: { htmlparser2: path.resolve('node_modules/htmlparser2/dist/esm/Parser.js') },
			// Paths in comments stay inside the repository, also where node_modules is a link.
			preserveSymlinks: true,
			legalComments: 'inline',
			metafile: true,
			logLevel: 'warning',
		})
		.catch((error) => {
			throw error.errors === undefined ? error : failure('The bundle fails: esbuild says why.');
		});
	if (warnings.length > 0) throw failure('esbuild has warnings.');
	await writeLicences(metafile);
}

/** The licences of the libraries inside the bundles, which ask to be passed on with their code. */
async function writeLicences(metafile) {
	const inputs = Object.values(metafile.outputs).flatMap((output) => Object.keys(output.inputs));
	const folders = inputs.map((input) => /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/.exec(input));
	const packages = [...new Set(folders.flatMap((match) => match?.[0] ?? []))].sort();
	if (packages.length === 0) return;
	const chapters = await Promise.all(packages.map(licenceOf));
	await writeFile(path.join(OUT, 'THIRD_PARTY_LICENSES'), chapters.join(`\n${'-'.repeat(80)}\n\n`));
}

/** Licences that let their code be passed on under MIT, as long as their text goes along. */
const LICENCES = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];

async function licenceOf(folder) {
	const { name, version, license } = JSON.parse(
		await readFile(path.join(folder, 'package.json'), 'utf8'),
	);
	const file = (await readdir(folder)).find((entry) => /^licen[cs]e(\.|$)/i.test(entry));
	if (!LICENCES.includes(license)) {
		throw failure(
			`${name} is bundled, and its licence is ${license}: allowed are ${LICENCES.join(', ')}.`,
		);
	}
	if (file === undefined) throw failure(`${name} is bundled but has no licence file.`);
	const text = await readFile(path.join(folder, file), 'utf8');
	return `${name} ${version} (${license})\n\n${text.replace(/\r\n/g, '\n').trimEnd()}\n`;
}

function icons() {
	// encoding: false, or gulp would read a PNG as text.
	return src('{nodes,credentials}/**/*.{svg,png}', { base: '.', encoding: false }).pipe(dest(OUT));
}

/** What n8n's nodes panel knows of a node: category, search words, links. */
function codex() {
	return src('nodes/**/*.node.json', { base: '.' }).pipe(dest(OUT));
}

/** For what the tools have explained already: gulp shows the message without a stack. */
function failure(message) {
	return Object.assign(new Error(message), { showStack: false });
}

async function filesBelow(folder, suffix) {
	if (!existsSync(folder)) return [];
	const entries = await readdir(folder, { recursive: true });
	return entries
		.filter((entry) => entry.endsWith(suffix))
		.sort()
		.map((entry) => path.posix.join(folder, entry.split(path.sep).join('/')));
}

exports.clean = clean;
exports.build = series(clean, parallel(types, bundle, icons, codex));
/** Without a look at the types: what tests need that run the built package. */
exports.assemble = series(clean, parallel(bundle, icons, codex));
exports.default = exports.build;
