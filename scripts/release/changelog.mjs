/**
 * A version's section of CHANGELOG.md.
 *
 * @param {string} changelog the whole file
 * @param {string} version such as `1.0.0-rc.1`
 * @returns {{heading: string, notes: string} | undefined} `heading` without its hashes; undefined if there is none
 */
export function sectionOf(changelog, version) {
	const [, ...sections] = changelog.split(/^## /m);
	const own = sections.find((section) => section.split(/\s/, 1)[0] === version);
	if (own === undefined) return undefined;
	const [heading, ...lines] = own.split('\n');
	return { heading, notes: lines.join('\n').trim() };
}
