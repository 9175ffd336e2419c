import { parseArgs } from 'node:util';
import { forbiddenArrows } from './arrows.mjs';
import { circlesOf } from './circles.mjs';
import { diagramOf, staleDiagram, writeDiagram } from './diagram.mjs';
import { graphOf } from './graph.mjs';
import { LISTS_HOLD } from './holds.mjs';
import { listsOf, needReason, titles } from './lists.mjs';
import { readReasons, unreasoned, withReasons } from './reasons.mjs';
import { readProduct, readTestsWith } from './sources.mjs';

/**
 * What `npm run house` does.
 *
 * @param {readonly string[]} args as on its command line
 * @param {string} here the repository that is meant where they name no other
 * @returns {{passed: boolean, output: string}}
 */
export function house(args, here) {
	const { values: asked } = parseArgs({
		args: [...args],
		options: {
			list: { type: 'boolean', default: false },
			strict: { type: 'boolean', default: false },
			diagram: { type: 'boolean', default: false },
			write: { type: 'boolean', default: false },
			root: { type: 'string', default: here },
		},
	});
	const { root } = asked;
	const product = readProduct(root);
	const graph = graphOf(product, product);
	const diagram = diagramOf(graph);
	const entries = () => listsOf(product, graph, (words) => readTestsWith(words, root));

	if (asked.diagram) return { passed: true, output: `${diagram}\n` };
	if (asked.write) {
		writeDiagram(root, diagram);
		return { passed: true, output: '' };
	}
	if (asked.list) {
		return { passed: true, output: printed(withReasons(entries(), readReasons(root))) };
	}

	const open = unreasoned(needReason(entries()), readReasons(root));
	const holds = LISTS_HOLD || asked.strict;
	const waiting =
		open.length > 0
			? `Entries without a reason, not held yet: ${open.length} (npm run house -- --list).\n`
			: '';
	return problemsOr(
		[
			...circlesOf(graph).map((circle) => `Circle: ${[...circle, circle[0]].join(' -> ')}`),
			...forbiddenArrows(graph),
			...staleDiagram(root, diagram),
			...(holds ? open : []),
		],
		`The house stands: ${graph.size} files, no circle, no arrow up.\n${waiting}`,
	);
}

function problemsOr(problems, output) {
	if (problems.length === 0) return { passed: true, output };
	const lines = [
		...problems,
		'',
		`The house has ${problems.length} problems (npm run house -- --list, docs/architecture.md).`,
	];
	return { passed: false, output: `${lines.join('\n')}\n` };
}

function printed(reasoned) {
	const lines = Object.entries(titles).flatMap(([kind, title]) => {
		const those = reasoned.filter((entry) => entry.kind === kind);
		return [
			`${title} (${kind}): ${those.length}`,
			...those.map(
				({ where, text, reason }) =>
					`  ${where}  (${text})${reason === undefined ? '' : `\n    reason: ${reason}`}`,
			),
			'',
		];
	});
	return `${lines.join('\n')}\n`;
}
