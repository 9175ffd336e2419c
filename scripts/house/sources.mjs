import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** What is shipped, and what tries it. */
const PRODUCT = ['nodes', 'credentials', 'linkedin'];
const TESTS = ['test'];
const NOT_OURS = new Set(['node_modules', 'fixtures']);

/**
 * The product's TypeScript files, parsed.
 *
 * @param root folder of the repository
 * @returns a map from the path (from the root, with `/`) to the file
 */
export function readProduct(root) {
	return parsed(textsBelow(root, PRODUCT));
}

/** The tests that say one of these words, parsed: all of them would take as long as all the rest. */
export function readTestsWith(words, root) {
	const pattern = new RegExp(`\\b(?:${[...words].join('|')})\\b`);
	return parsed(textsBelow(root, TESTS).filter(([, text]) => words.size > 0 && pattern.test(text)));
}

function parsed(texts) {
	return new Map(
		texts.map(([file, text]) => [
			file,
			ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true),
		]),
	);
}

function textsBelow(root, folders) {
	const files = folders.flatMap((folder) => below(root, folder)).sort();
	return files.map((file) => [file, readFileSync(path.join(root, file), 'utf8')]);
}

function below(root, folder) {
	let entries;
	try {
		entries = readdirSync(path.join(root, folder), { withFileTypes: true });
	} catch (error) {
		if (error.code === 'ENOENT') return [];
		throw error;
	}
	return entries.flatMap((entry) => {
		const file = `${folder}/${entry.name}`;
		if (entry.isDirectory()) return NOT_OURS.has(entry.name) ? [] : below(root, file);
		return file.endsWith('.ts') ? [file] : [];
	});
}

/** The line of a node, as editors count. */
export function lineOf(node) {
	const source = node.getSourceFile();
	return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

/** Calls back for a node and all that is below it. */
export function walk(node, visit) {
	visit(node);
	ts.forEachChild(node, (child) => walk(child, visit));
}
