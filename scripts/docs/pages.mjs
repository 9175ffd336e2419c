import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

/** Where pages are that people read. */
const PLACES = [
	'README.md',
	'CHANGELOG.md',
	'CONTRIBUTING.md',
	'CODE_OF_CONDUCT.md',
	'SECURITY.md',
	'docs',
	'test/simulator/README.md',
	'test/simulator/FIDELITY.md',
	'test/e2e/README.md',
];

/**
 * A page of Markdown in pieces. Lines are numbered from 1.
 *
 * @typedef {object} Page
 * @property {string} file from the root, with slashes
 * @property {string} text
 * @property {ReadonlySet<string>} anchors of its headings, as GitHub makes them
 * @property {{target: string, line: number}[]} links and pictures outside code
 * @property {{language: string, text: string, line: number}[]} blocks of code
 * @property {{text: string, line: number}[]} inline code within the prose
 */

/** @returns {Page[]} */
export function readPages(root) {
	return PLACES.flatMap((place) => filesBelow(root, place))
		.filter((file) => file.endsWith('.md'))
		.map((file) => pageOf(file, readFileSync(path.join(root, file), 'utf8')));
}

/** All files of a folder, or the file itself; none if there is no such place. */
export function filesBelow(root, place) {
	const full = path.join(root, place);
	if (!existsSync(full)) return [];
	if (statSync(full).isFile()) return [place];
	return readdirSync(full, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile())
		.map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)))
		.map((file) => file.split(path.sep).join('/'))
		.sort();
}

function pageOf(file, text) {
	const { prose, blocks } = split(text);
	const links = prose.flatMap(({ text: line, line: at }) =>
		linksIn(withoutCode(line)).map((target) => ({ target, line: at })),
	);
	const inline = prose.flatMap(({ text: line, line: at }) =>
		[...line.matchAll(/(`+)(.+?)\1(?!`)/g)].map(([, , code]) => ({ text: code, line: at })),
	);
	return { file, text, anchors: anchorsOf(prose), links, blocks, inline };
}

/** Lines of prose, and blocks of code between fences. */
function split(text) {
	const prose = [];
	const blocks = [];
	let block;
	for (const [index, line] of text.split('\n').entries()) {
		const fence = /^\s*```(\S*)/.exec(line);
		if (block !== undefined) {
			if (fence === null) block.lines.push(line);
			else {
				blocks.push({ language: block.language, text: block.lines.join('\n'), line: block.line });
				block = undefined;
			}
		} else if (fence === null) prose.push({ text: line, line: index + 1 });
		else block = { language: fence[1], lines: [], line: index + 1 };
	}
	return { prose, blocks };
}

function withoutCode(line) {
	return line.replace(/(`+).+?\1(?!`)/g, '…');
}

function linksIn(line) {
	const markdown = [...line.matchAll(/\]\(([^()\s]+(?:\([^()\s]*\))?)(?:\s"[^"]*")?\)/g)];
	const html = [...line.matchAll(/\b(?:src|srcset|href)="([^"]+)"/g)];
	return [...markdown, ...html].map(([, target]) => target);
}

function anchorsOf(prose) {
	const anchors = new Set();
	for (const { text } of prose) {
		const [, heading] = /^#{1,6}\s+(.*)$/.exec(text) ?? [];
		if (heading === undefined) continue;
		const slug = slugOf(heading);
		let unique = slug;
		for (let count = 1; anchors.has(unique); count += 1) unique = `${slug}-${count}`;
		anchors.add(unique);
	}
	return anchors;
}

/** A heading's anchor, as GitHub makes it. */
export function slugOf(heading) {
	return heading
		.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
		.replace(/[`*]/g, '')
		.trim()
		.toLowerCase()
		.replace(/[^\p{L}\p{N}\p{M}_ -]/gu, '')
		.replaceAll(' ', '-');
}
