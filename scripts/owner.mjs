/**
 * The owner of the repository, whose data is in `owner/owner.json` and in the files of `owner/places.mjs`:
 *
 *     npm run owner                                    checks that all files agree
 *     npm run owner -- --name "Ada Example" --email ada@example.org --repository ada/n8n-nodes-linkedin-media
 *                                                      writes it everywhere; what is left out stays
 *     npm run owner -- --root <dir>                    another folder than this repository
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { format, resolveConfig } from 'prettier';
import { filled, PLACES } from './owner/places.mjs';

const text = { type: 'string' };
const { values } = parseArgs({
	options: { name: text, email: text, repository: text, root: text },
});
const here = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const { root = here, ...given } = values;
const RECORD = 'scripts/owner/owner.json';

const before = JSON.parse(read(RECORD));
const after = { ...before, ...given };
const problems = [...problemsOf(after), ...missing(before)];
for (const problem of problems) console.error(problem);
process.exitCode = problems.length === 0 ? 0 : 1;
if (problems.length === 0 && Object.keys(given).length > 0) await write();

/** What would break a file that it is written into, or what npm and GitHub refuse. */
function problemsOf({ name, email, repository }) {
	return [
		...(/^[^\n"'`\\{}<>]+$/.test(name)
			? []
			: [`--name "${name}": expected one line without quotes, braces and backslashes.`]),
		...(/^[\w.+-]+@[\w-]+(\.[\w-]+)+$/.test(email)
			? []
			: [`--email "${email}" is not an email address.`]),
		...(/^[A-Za-z0-9][A-Za-z0-9-]*\/[\w.-]+$/.test(repository)
			? []
			: [`--repository "${repository}": expected the form owner/name, as on GitHub.`]),
	];
}

function missing(owner) {
	return PLACES.flatMap(({ file, text: pattern }) => {
		const wanted = filled(pattern, owner);
		return read(file).includes(wanted) ? [] : [`${file} should contain ${wanted}`];
	});
}

async function write() {
	for (const file of new Set(PLACES.map((place) => place.file))) {
		const own = PLACES.filter((place) => place.file === file);
		const content = own.reduce(
			(changed, place) =>
				changed.replaceAll(filled(place.text, before), () => filled(place.text, after)),
			read(file),
		);
		// A longer address may need a line of its own.
		writeFileSync(path.join(root, file), await formatted(file, content));
	}
	writeFileSync(path.join(root, RECORD), `${JSON.stringify(after, null, '\t')}\n`);
	console.log(`Written: ${after.name}, ${after.email}, ${after.repository}`);
}

async function formatted(file, content) {
	if (!/\.(ts|json)$/.test(file) || file === 'package.json') return content;
	const filepath = path.join(here, file);
	return format(content, { ...(await resolveConfig(filepath)), filepath });
}

function read(file) {
	return readFileSync(path.join(root, file), 'utf8');
}
