import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Marked } from 'marked';
import { sectionsOf } from './navigation.mjs';
import { slugOf } from './pages.mjs';
import { SCRIPT, STYLE } from './look.mjs';

const OUT = 'site';
const FILES = ['docs/images', 'docs/bench.svg'];

/**
 * Builds the docs as a site into site/: plain HTML, which any server can serve, with a sidebar, a search
 * of all headings, and a button on each block of code that copies it.
 *
 * @param {import('./pages.mjs').Page[]} pages
 */
export async function buildSite(root, pages) {
	const { homepage, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	const out = path.join(root, OUT);
	rmSync(out, { recursive: true, force: true });
	mkdirSync(out);
	for (const file of FILES) copy(root, out, file);
	const sections = sectionsOf(pages.map(({ file }) => file));
	const shown = new Map(
		pages
			.filter(({ file }) => sections.some(({ files }) => files.includes(file)))
			.map((page) => [page.file, page]),
	);
	const headings = [];
	for (const page of shown.values()) {
		const toRoot = '../'.repeat(placeOf(page.file).split('/').length - 1);
		const content = contentOf(page, { shown, homepage, toRoot, headings });
		const sidebar = sidebarOf(sections, shown, page.file, toRoot);
		const target = path.join(out, placeOf(page.file));
		mkdirSync(path.dirname(target), { recursive: true });
		writeFileSync(
			target,
			frame({ title: titleOf(page), content, sidebar, toRoot, homepage, version }),
		);
	}
	writeFileSync(path.join(out, 'style.css'), STYLE);
	writeFileSync(
		path.join(out, 'site.js'),
		`const HEADINGS = ${JSON.stringify(headings)};\n${SCRIPT}`,
	);
	const lost = lostLinks(out, [...shown.keys()].map(placeOf));
	if (lost.length > 0) throw new Error(`The site has links that lead nowhere:\n${lost.join('\n')}`);
	console.log(`The site is in ${OUT}/: ${shown.size} pages.`);
}

function copy(root, out, file) {
	if (!existsSync(path.join(root, file))) return;
	cpSync(path.join(root, file), path.join(out, file.replace(/^docs\//, '')), { recursive: true });
}

/** Where a page or picture is in the site: docs/ is its root, and the README is its start. */
function placeOf(file) {
	if (file === 'README.md') return 'start.html';
	return file
		.replace(/^docs\//, '')
		.replace(/\.md$/, '.html')
		.replace(/^CHANGELOG/, 'changelog');
}

function titleOf({ text }) {
	const [, title = ''] = /^# (.*)$/m.exec(text) ?? [];
	return title.replace(/[`*]/g, '');
}

function contentOf(page, { shown, homepage, toRoot, headings }) {
	const used = new Map();
	const marked = new Marked({ gfm: true });
	const targetOf = (href) => {
		if (/^[a-z]+:|^#/i.test(href)) return href;
		const [before, anchor] = href.split('#');
		const file = path.posix.join(path.posix.dirname(page.file), before);
		const hash = anchor === undefined ? '' : `#${anchor}`;
		if (shown.has(file) || FILES.some((each) => file.startsWith(each))) {
			return `${toRoot}${placeOf(file)}${hash}`;
		}
		return `${homepage}/blob/main/${file}${hash}`;
	};
	marked.use({
		walkTokens(token) {
			if (token.type === 'link' || token.type === 'image') token.href = targetOf(token.href);
			if (token.type !== 'html') return;
			for (const key of ['text', 'raw']) {
				token[key] = token[key]
					.replace(/<!--[^]*?-->/g, '')
					.replace(
						/(src|srcset|href)="([^"]+)"/g,
						(_, name, href) => `${name}="${targetOf(href)}"`,
					);
			}
		},
		renderer: {
			heading({ tokens, depth, text }) {
				const slug = slugOf(text);
				const count = used.get(slug) ?? 0;
				used.set(slug, count + 1);
				const id = count === 0 ? slug : `${slug}-${count}`;
				const plain = text.replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1').replace(/[`*]/g, '');
				headings.push([plain, `${placeOf(page.file)}#${id}`, depth === 1 ? '' : titleOf(page)]);
				return `<h${depth} id="${id}">${this.parser.parseInline(tokens)} <a class="anchor" href="#${id}">#</a></h${depth}>\n`;
			},
			table(token) {
				const cells = (row, tag) =>
					`<tr>${row.map((each) => `<${tag}>${this.parser.parseInline(each.tokens)}</${tag}>`).join('')}</tr>`;
				const isEmpty = token.header.every(({ text }) => text === '');
				const head = isEmpty ? '' : `<thead>${cells(token.header, 'th')}</thead>`;
				const body = token.rows.map((row) => cells(row, 'td')).join('\n');
				return `<div class="table"><table>${head}<tbody>${body}</tbody></table></div>\n`;
			},
		},
	});
	return marked.parse(page.text);
}

function sidebarOf(sections, shown, current, toRoot) {
	return sections
		.map(({ title, files }) => {
			const links = files.map((file) => {
				const mark = file === current ? ' aria-current="page"' : '';
				return `<li><a href="${toRoot}${placeOf(file)}"${mark}>${escaped(titleOf(shown.get(file)))}</a></li>`;
			});
			return `<h2>${title}</h2><ul>${links.join('')}</ul>`;
		})
		.join('');
}

function frame({ title, content, sidebar, toRoot, homepage, version }) {
	return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(title)} | LinkedIn Media for n8n</title>
<link rel="stylesheet" href="${toRoot}style.css">
</head>
<body data-root="${toRoot}">
<header>
<button id="menu" aria-label="Menu">☰</button>
<a class="home" href="${toRoot}index.html">LinkedIn Media for n8n</a> <small>${escaped(version)}</small>
<input id="search" type="search" placeholder="Search" aria-label="Search"><ol id="found" hidden></ol>
<a href="${homepage}">GitHub</a>
</header>
<nav>${sidebar}</nav>
<main>
${content}</main>
<script src="${toRoot}site.js"></script>
</body>
</html>
`;
}

function escaped(text) {
	return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

/** What the site's own pages link to and doesn't exist in it. */
function lostLinks(out, places) {
	const pages = new Map(
		places.map((place) => [place, readFileSync(path.join(out, place), 'utf8')]),
	);
	return [...pages].flatMap(([place, html]) =>
		[...html.matchAll(/\b(?:href|src|srcset)="([^"]+)"/g)].flatMap(([, href]) => {
			if (/^[a-z]+:/i.test(href)) return [];
			const [before, anchor] = href.split('#');
			const to = before === '' ? place : path.posix.join(path.posix.dirname(place), before);
			// Still to be taken.
			if (to.startsWith('images/forms/')) return [];
			const isThere = existsSync(path.join(out, to));
			const target = pages.get(to);
			const found =
				anchor === undefined || (target?.includes(`id="${decodeURI(anchor)}"`) ?? false);
			return isThere && found ? [] : [`${place}: ${href}`];
		}),
	);
}
