import { readFileSync } from 'node:fs';
import path from 'node:path';

import { APP_RECIPES } from '../../../linkedin/api/appRecipes';

/** What the README says in the product's own words. */

const ROOT = path.join(__dirname, '../../..');
const read = (file: string) => readFileSync(path.join(ROOT, file), 'utf8');
const readme = read('README.md');

/** The table rows of a chapter, without its head, as cells. */
function rowsOf(heading: string): string[][] {
	const [, chapter = ''] = readme.split(`\n## ${heading}\n`);
	const [text = ''] = chapter.split('\n## ');
	const lines = text.split('\n').filter((line) => line.startsWith('| '));
	return lines.slice(1).map((line) => line.slice(2, -2).split(' | '));
}

test('the kinds of app are those of the credential', () => {
	const names = rowsOf('Credentials').map((cells) => cells[2] ?? '');
	const recipes = Object.values(APP_RECIPES).map(({ name }) => name);
	expect(names).toHaveLength(recipes.length);
	for (const [index, name] of recipes.entries()) {
		expect(names[index]).toMatch(new RegExp(`^${name}(?:[,;]|$)`));
	}
});

/** What LinkedIn itself shows, as the simulator does. */
const OF_LINKEDIN = read('test/simulator/oauth/authorization.ts');
const said = read('docs/messages.md').replaceAll('\\', '').replaceAll('’', "'");
const messages = `${said}${OF_LINKEDIN}`;
const quotes = rowsOf('Troubleshooting').flatMap(([symptom = '']) =>
	[...symptom.matchAll(/"([^"]*?)\s?…?"/g)].map(([, quote = '']) => quote),
);

test('troubleshooting quotes what users read', () => {
	expect(quotes.length).toBeGreaterThan(7);
});

test.each(quotes)('"%s" is a message', (quote) => {
	expect({ quote, isMessage: messages.includes(quote) }).toEqual({ quote, isMessage: true });
});
