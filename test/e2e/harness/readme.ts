import { readFileSync } from 'node:fs';

import { repositoryPath } from './paths';

/** A section of the README, without the sections that follow it, of whatever level. */
export function sectionOfReadme(heading: string): string {
	const readme = readFileSync(repositoryPath('README.md'), 'utf8');
	const [, rest] = readme.split(`\n${heading}\n`);
	if (rest === undefined) throw new Error(`The README has no section ${heading}`);
	return rest.split(/\n#+ /)[0] ?? '';
}
