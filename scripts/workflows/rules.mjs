/** What this repository asks of a workflow beyond what actionlint checks. */

/** A tag can be moved to other code, a commit cannot; the comment is for people and Dependabot. */
const PINNED = /^[\w.-]+\/[\w./-]+@[0-9a-f]{40}$/;
const USES = /^\s*(?:- )?uses: (\S+)(.*)$/gm;

/**
 * @param {object} workflow as parsed
 * @param {string} text as written, for its comments
 * @returns {string[]} what is wrong
 */
export function problemsOf(workflow, text) {
	const jobs = Object.entries(workflow.jobs ?? {});
	return [
		...[...text.matchAll(USES)].flatMap(([, action, rest]) => problemsOfAction(action, rest)),
		...(workflow.permissions === undefined ? ['permissions are missing: they would be wide.'] : []),
		...writable('the workflow', workflow.permissions),
		...jobs.flatMap(([name, job]) => problemsOfJob(name, job)),
	];
}

function problemsOfAction(action, rest) {
	if (!PINNED.test(action)) return [`${action} is not pinned to a full commit.`];
	return /^ # v\d+\.\d+\.\d+$/.test(rest) ? [] : [`${action} needs its version as a comment.`];
}

function problemsOfJob(name, { steps = [], permissions, ...job }) {
	const runs = steps.filter(({ run }) => run !== undefined);
	return [
		...(job['timeout-minutes'] === undefined ? [`job "${name}" has no timeout-minutes.`] : []),
		// What others can write must not become part of a script, and the rehearsal has no expressions.
		...(runs.some(({ run }) => run.includes('${{'))
			? [`job "${name}" has an expression in a script: use env.`]
			: []),
		// Installed packages could use the token.
		...(writes(permissions).length > 0 && runs.some(({ run }) => /\bnpm (ci|test|run)\b/.test(run))
			? [`job "${name}" may write (${writes(permissions).join(', ')}) and runs installed packages.`]
			: []),
	];
}

function writable(what, permissions) {
	return writes(permissions).map((scope) => `${what} may write ${scope}: give it to one job.`);
}

function writes(permissions) {
	if (permissions === 'write-all') return ['all'];
	return Object.entries(permissions ?? {}).flatMap(([scope, level]) =>
		level === 'write' ? [scope] : [],
	);
}
