import { parse } from 'yaml';

/** Actions whose work is done when the steps run in this folder, one after the other. */
const DONE_HERE = ['actions/checkout', 'actions/setup-node', 'actions/upload-artifact'];

/**
 * The steps of a workflow up to the job that publishes: the first that may ask for an identity token.
 *
 * @param {string} workflow the workflow's YAML
 * @returns {{steps: {name: string, run?: string, uses?: string}[], rest: string[]}} `rest` are the names of the other jobs
 * @throws if a step could run otherwise on GitHub than here
 */
export function stepsOf(workflow) {
	const jobs = Object.entries(parse(workflow).jobs);
	const publishing = jobs.findIndex(([, { permissions }]) => permissions?.['id-token'] === 'write');
	if (publishing < 0)
		throw new Error('No job of the workflow has the permission "id-token: write".');
	return {
		steps: jobs.slice(0, publishing).flatMap(([, { steps }]) => steps.map(stepOf)),
		rest: jobs.slice(publishing).map(([name]) => name),
	};
}

/** Keys of a step that change nothing about what it runs. */
const PLAIN = new Set(['name', 'run', 'uses', 'with']);

function stepOf(step) {
	const { run, uses } = step;
	const name = step.name ?? uses ?? run;
	const odd = Object.keys(step).filter((key) => !PLAIN.has(key));
	if (odd.length > 0) throw new Error(`Step "${name}" has ${odd.join(', ')}: not known here.`);
	if (run === undefined) {
		const [action] = uses.split('@');
		if (!DONE_HERE.includes(action)) throw new Error(`Step "${name}": ${action} can't run here.`);
		return { name, uses };
	}
	if (run.includes('${{'))
		throw new Error(`Step "${name}" has an expression: use the environment.`);
	return { name, run };
}
