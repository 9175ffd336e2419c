import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { filesBelow } from './pages.mjs';

/** Taken by the editor tests, which need full n8n: those of a new operation come later. */
const TAKEN_LATER = 'docs/images/forms/';

/** Every page, picture and template is linked or shown somewhere, or nobody finds it. */
const LINKED = [
	['docs', /\.md$/],
	['docs/images', /./],
	['templates', /\.json$/],
];

/** Links to pages that the forms, the nodes panel and the templates have. */
const CODE = ['credentials', 'nodes', 'templates'];

/**
 * Links to files and headings that aren't there, and pages, pictures and templates that nothing links to.
 *
 * @param {import('./pages.mjs').Page[]} pages
 * @returns {string[]}
 */
export function linkProblems(root, pages) {
	const byFile = new Map(pages.map((page) => [page.file, page]));
	const shown = new Set();
	const problems = [];
	for (const { file, links } of pages) {
		for (const { target, line } of links) {
			if (/^[a-z][a-z+.-]*:/i.test(target)) continue;
			const { to, anchor } = resolved(file, target);
			shown.add(to);
			if (to.startsWith(TAKEN_LATER)) continue;
			const problem = problemOf(root, byFile, to, anchor);
			if (problem !== undefined) problems.push(`${file}:${line} ${target}: ${problem}`);
		}
	}
	const unseen = LINKED.flatMap(([folder, names]) =>
		filesBelow(root, folder).filter((file) => names.test(file)),
	)
		.filter((file) => !shown.has(file))
		.map((file) => `${file}: no page links to it or shows it`);
	return [...problems, ...unseen, ...fromCode(root, byFile)];
}

/** Pictures of forms that are still to be taken. */
export function picturesToTake(root, pages) {
	const wanted = pages.flatMap(({ file, links }) =>
		links.map(({ target }) => resolved(file, target).to),
	);
	return [...new Set(wanted)].filter(
		(to) => to.startsWith(TAKEN_LATER) && !existsSync(path.join(root, to)),
	);
}

function resolved(file, target) {
	const [before, anchor] = target.split('#');
	const to = before === '' ? file : path.posix.join(path.posix.dirname(file), decodeURI(before));
	return { to: to.replace(/\/$/, ''), anchor };
}

function problemOf(root, byFile, to, anchor) {
	if (to.startsWith('..') || !existsSync(path.join(root, to))) return `there is no ${to}`;
	if (anchor === undefined) return undefined;
	const page = byFile.get(to);
	if (page === undefined) return undefined;
	return page.anchors.has(anchor) ? undefined : `${to} has no heading #${anchor}`;
}

/** The repository's own URL, in what users see beside the docs. */
function fromCode(root, byFile) {
	const { homepage = '' } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	if (homepage === '') return [];
	const files = CODE.flatMap((folder) => filesBelow(root, folder)).filter((file) =>
		/\.(ts|json)$/.test(file),
	);
	return files.flatMap((file) => {
		const text = readFileSync(path.join(root, file), 'utf8');
		const urls = text.match(new RegExp(`${homepage}(?:/blob/main/[\\w./-]+)?(?:#[\\w-]+)?`, 'g'));
		return (urls ?? []).flatMap((url) => {
			const [before, anchor] = url.slice(homepage.length).split('#');
			const to = before === '' ? 'README.md' : before.replace('/blob/main/', '');
			// GitHub's own anchor for the whole text.
			const problem = problemOf(root, byFile, to, anchor === 'readme' ? undefined : anchor);
			return problem === undefined ? [] : [`${file} ${url}: ${problem}`];
		});
	});
}
