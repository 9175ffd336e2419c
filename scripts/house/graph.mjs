import path from 'node:path';
import { importsOf } from './imports.mjs';

/**
 * Who imports whom: a map from each file to its imports (`imports.mjs`) with the file that each
 * one means as `to`. Where `to` is undefined, it is a package or no TypeScript file.
 *
 * @param files the files to look into, parsed
 * @param known the files that an import may mean
 */
export function graphOf(files, known) {
	const graph = new Map();
	for (const [file, source] of files) {
		const arrows = importsOf(source).map((found) => ({
			...found,
			to: resolved(file, found.specifier, known),
		}));
		graph.set(file, arrows);
	}
	return graph;
}

function resolved(file, specifier, known) {
	if (!specifier.startsWith('.')) return undefined;
	const target = path.posix.join(path.posix.dirname(file), specifier);
	return [`${target}.ts`, `${target}/index.ts`, target].find((candidate) => known.has(candidate));
}
