/**
 * `npm run docs`: checks the docs (links, headings, pictures, JSON, expressions, commands, figures) and
 * builds them as a site into site/. `--check` leaves the site out, as `npm test` does;
 * `--write` puts today's figures into the pages; `--root` is another repository, for the tests.
 */
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { codeProblems } from './docs/code.mjs';
import { figureProblems } from './docs/figures.mjs';
import { linkProblems, picturesToTake } from './docs/links.mjs';
import { readPages } from './docs/pages.mjs';

const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { values } = parseArgs({
	options: {
		check: { type: 'boolean', default: false },
		write: { type: 'boolean', default: false },
		root: { type: 'string', default: here },
	},
});

const pages = readPages(values.root);
const problems = [
	...figureProblems(values.root, pages, values.write),
	...linkProblems(values.root, pages),
	...codeProblems(values.root, pages),
];
for (const problem of problems) console.error(problem);
if (problems.length > 0) process.exit(1);
const missing = picturesToTake(values.root, pages).length;
if (missing > 0) {
	console.log(
		`Forms without a picture yet: ${missing} (E2E_SCREENSHOTS=1 npm run test:e2e -- editor).`,
	);
}
const links = pages.reduce((sum, page) => sum + page.links.length, 0);
const blocks = pages.reduce((sum, page) => sum + page.blocks.length, 0);
console.log(`The docs hold: ${pages.length} pages, ${links} links, ${blocks} blocks of code.`);

if (!values.check && !values.write) {
	const { buildSite } = await import('./docs/site.mjs');
	await buildSite(values.root, pages);
}
