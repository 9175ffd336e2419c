/**
 * What must hold before a tag becomes a release. GitHub sets the environment:
 *
 *     GITHUB_REF_NAME=v1.0.0 GITHUB_REPOSITORY=owner/name node scripts/release/check.mjs
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { sectionOf } from './changelog.mjs';

const root = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const { GITHUB_REF_NAME: tag, GITHUB_REPOSITORY: repository } = process.env;
const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
const problems = [...problemsOfTag(), ...problemsOfChangelog(), ...problemsOfOwner()];
for (const problem of problems) console.error(problem);
if (problems.length === 0) console.log(`${tag}: tag, version, changelog and owner agree.`);
process.exitCode = problems.length === 0 ? 0 : 1;

function problemsOfTag() {
	if (tag === `v${version}`) return [];
	return [
		`The tag is ${tag ?? 'not set'}, and package.json has version ${version}: expected v${version}.`,
	];
}

function problemsOfChangelog() {
	const section = sectionOf(readFileSync(path.join(root, 'CHANGELOG.md'), 'utf8'), version);
	if (section === undefined) return [`CHANGELOG.md has no section "## ${version}".`];
	if (/unreleased/i.test(section.heading)) return [`CHANGELOG.md calls ${version} unreleased.`];
	if (section.notes === '') return [`CHANGELOG.md says nothing about ${version}.`];
	return [];
}

/** npm compares package.json with the statement about where the package was built. */
function problemsOfOwner() {
	const { status, stderr } = spawnSync(process.execPath, [path.join(root, 'scripts/owner.mjs')], {
		encoding: 'utf8',
	});
	if (status !== 0) return [stderr.trim()];
	const owner = JSON.parse(readFileSync(path.join(root, 'scripts/owner/owner.json'), 'utf8'));
	if (owner.repository === repository) return [];
	return [
		`This is ${repository ?? 'no repository of GitHub'}, and the files name ${owner.repository}: npm run owner -- --repository ${repository ?? '…'}`,
	];
}
