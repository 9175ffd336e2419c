/**
 * The release workflow's steps on this machine, up to the job that publishes. They are read from the
 * workflow's file.
 *
 *     npm run release:rehearse                   runs them, and stops at the first that fails
 *     npm run release:rehearse -- --list         prints them
 *     npm run release:rehearse -- --skip Test    leaves out a step by its name, and says so at the end
 *     npm run release:rehearse -- --workflow <file> --root <folder>
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { stepsOf } from './steps.mjs';

const here = path.dirname(path.dirname(path.dirname(fileURLToPath(import.meta.url))));
const { values: asked } = parseArgs({
	options: {
		list: { type: 'boolean', default: false },
		skip: { type: 'string', multiple: true, default: [] },
		root: { type: 'string', default: here },
		workflow: { type: 'string' },
	},
});
const { root } = asked;
const workflow = asked.workflow ?? path.join(root, '.github/workflows/release.yml');
const { steps, rest } = stepsOf(readFileSync(workflow, 'utf8'));
const unknown = asked.skip.filter((name) => !steps.some((step) => step.name === name));
if (unknown.length > 0) throw new Error(`There is no step ${unknown.join(', ')}.`);

if (asked.list) for (const step of steps) console.log(lineOf(step));
else process.exitCode = rehearse();

function rehearse() {
	const env = { ...process.env, ...setByGithub() };
	const changed = spawnSync('git', ['status', '--porcelain'], { cwd: root, encoding: 'utf8' });
	for (const step of steps) {
		if (step.run === undefined) continue;
		if (asked.skip.includes(step.name)) continue;
		console.log(`\n=== ${lineOf(step)}`);
		// As GitHub runs a step of several lines.
		const { status } = spawnSync(
			'bash',
			['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run],
			{
				cwd: root,
				env,
				stdio: 'inherit',
			},
		);
		if (status !== 0) {
			console.error(`\n${step.name} failed: ${env.GITHUB_REF_NAME} would not be released.`);
			return 1;
		}
	}
	console.log(`\n${env.GITHUB_REF_NAME} is ready. Not run here: ${rest.join(', ')}.`);
	if (asked.skip.length > 0) console.log(`Left out: ${asked.skip.join(', ')}.`);
	if (changed.stdout !== '')
		console.log('Some changes are not committed: a tag would not have them.');
	return 0;
}

/** As for the tag of this version, pushed to the owner's repository. */
function setByGithub() {
	const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
	return {
		CI: 'true',
		GITHUB_REF_NAME: `v${read('package.json').version}`,
		GITHUB_REPOSITORY: read('scripts/owner/owner.json').repository,
	};
}

function lineOf({ name, run, uses }) {
	return `${name}: ${run ?? `(${uses.split('@')[0]}: nothing to do here)`}`;
}
